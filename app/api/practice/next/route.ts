import { nextQuestion } from '@/lib/server/practice/next-question';
import { nextBody, readBody } from '../body';
import { handle } from '../handle';

/** The open question, else the next one, else the day's summary; of one concept where one is practised. POST, because it may open a showing. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId, locale) => {
    const { concept } = await readBody(request, nextBody);
    return nextQuestion(viewerId, locale, concept);
  });
}
