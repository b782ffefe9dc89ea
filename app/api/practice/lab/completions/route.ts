import { completeLabLine } from '@/lib/server/practice/lab/complete-lab-line';
import { labCompletionBody, readBody } from '../../body';
import { handle } from '../../handle';

/** What could stand at the cursor of a line in a hands-on question's terminal. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId) =>
    completeLabLine(viewerId, await readBody(request, labCompletionBody)),
  );
}
