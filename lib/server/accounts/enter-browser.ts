import 'server-only';
import { loadViewer } from './load-viewer';
import { setFirstLocaleCookie } from './locale-cookie';
import { startSession } from './session-cookie';
import type { Session } from './session-token';

/** Signs this browser in as somebody known: with their language, unless one has been chosen here. For server actions. */
export async function enterBrowser(session: Session): Promise<void> {
  await startSession(session);
  const viewer = await loadViewer(session);
  if (viewer !== null) await setFirstLocaleCookie(viewer.locale);
}
