import { submitAnswer } from '@/lib/server/practice/submit-answer';
import { answerBody, readBody } from '../body';
import { handle } from '../handle';

/** Grades an answer, once however often it is sent. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) =>
    submitAnswer(viewerId, await readBody(request, answerBody), locale),
  );
}
