import 'server-only';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { now } from './clock';
import { AppError } from './app-error';
import { loadViewer, type Viewer } from './accounts/load-viewer';
import { readSession, startSession } from './accounts/session-cookie';

export type { Viewer };
export { can } from './permissions';

const RENEW_AFTER_SECONDS = 24 * 60 * 60;

const load = cache(async () => {
  const session = await readSession();
  const viewer = session === null ? null : await loadViewer(session);
  return session === null || viewer === null ? null : { session, viewer };
});

/**
 * Who is asking; null for somebody who is not signed in, whose account is gone or whose sessions have been revoked.
 * One query per request, however often it is called.
 */
export async function getViewer(): Promise<Viewer | null> {
  return (await load())?.viewer ?? null;
}

/**
 * Who is asking, for pages: somebody who is not signed in is sent to /sign-in and comes back to `returnTo` after.
 *
 * @param returnTo the path of the page itself, e.g. `/practice`
 */
export async function requireViewer(returnTo: `/${string}`): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`);
  return viewer;
}

/**
 * Who is asking, for route handlers and server actions. A session older than a day begins anew, so that whoever
 * practises stays signed in.
 *
 * @throws AppError 'unauthorized' for somebody who is not signed in
 */
export async function requireApiViewer(): Promise<Viewer> {
  const loaded = await load();
  if (loaded === null) throw new AppError('unauthorized');
  const { session, viewer } = loaded;
  if (now() / 1000 - session.issuedAt > RENEW_AFTER_SECONDS) await startSession(session);
  return viewer;
}
