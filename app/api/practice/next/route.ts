import { nextQuestion } from '@/lib/server/practice/next-question';
import { handle } from '../handle';

/** The open question, else the next one, else the day's summary. POST, because it may open a showing. */
export function POST(): Promise<Response> {
  return handle((viewerId, locale) => nextQuestion(viewerId, locale));
}
