import { typeLabLine } from '@/lib/server/practice/lab/type-lab-line';
import { limit } from '@/lib/server/rate-limit';
import { labLineBody, readBody } from '../../body';
import { handle } from '../../handle';

/** Types a line in a hands-on question's terminal, once however often it is sent. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) => {
    const ask = await readBody(request, labLineBody);
    await limit('line-as', viewerId);
    return typeLabLine(viewerId, ask, locale);
  });
}
