import { nextQuestion } from '@/lib/server/practice/next-question';
import { undoAnswer } from '@/lib/server/practice/undo-answer';
import { readBody, undoBody } from '../body';
import { handle } from '../handle';

/** Takes the last answer back and gives what to do now. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) => {
    const { reviewId, concept } = await readBody(request, undoBody);
    await undoAnswer(viewerId, reviewId);
    return nextQuestion(viewerId, locale, concept);
  });
}
