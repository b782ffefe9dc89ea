import { takeHint } from '@/lib/server/practice/lab/take-hint';
import { labHintBody, readBody } from '../../body';
import { handle } from '../../handle';

/** The next hint of a hands-on question; that it was asked for is noted. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) =>
    takeHint(viewerId, await readBody(request, labHintBody), locale),
  );
}
