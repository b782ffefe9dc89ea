import { restartLab } from '@/lib/server/practice/lab/restart-lab';
import { labRestartBody, readBody } from '../../body';
import { handle } from '../../handle';

/** Sets the sandbox of a hands-on question up anew. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) =>
    restartLab(viewerId, await readBody(request, labRestartBody), locale),
  );
}
