import { followLab, openLab } from '@/lib/server/practice/lab/open-lab';
import { labOpenBody, readBody } from '../../body';
import { handle } from '../../handle';

/** A hands-on question's sandbox as it stands, or null where the page knows that version. POST, because it may make the sandbox. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) => {
    const { showingId, version } = await readBody(request, labOpenBody);
    return version === undefined
      ? openLab(viewerId, showingId, locale)
      : followLab(viewerId, { showingId, version }, locale);
  });
}
