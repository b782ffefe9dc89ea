import { openLab } from '@/lib/server/practice/lab/open-lab';
import { readBody, showingBody } from '../../body';
import { handle } from '../../handle';

/** The terminal of a hands-on question as it stands. POST, because it may make the sandbox. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) => {
    const { showingId } = await readBody(request, showingBody);
    return openLab(viewerId, showingId, locale);
  });
}
