import { revealBack } from '@/lib/server/practice/reveal-back';
import { readBody, showingBody } from '../body';
import { handle } from '../handle';

/** The back of a flashcard. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) => {
    const { showingId } = await readBody(request, showingBody);
    return revealBack(viewerId, showingId, locale);
  });
}
