import { membersOf, numberOf, textOf } from '../../api/read-json';
import { printMessages } from './pull';

/** What the stream of a build says, and how it ended. */
interface ToldBuild {
  readonly text: string;
  readonly imageId: string;
  readonly error: { readonly message: string; readonly code: number } | null;
}

/** Reads the stream of `POST /build`. */
export function tellBuild(messages: readonly unknown[]): ToldBuild {
  let text = '';
  let imageId = '';
  for (const message of messages) {
    const { stream, aux, error, errorDetail } = membersOf(message);
    if (typeof error === 'string')
      return {
        text,
        imageId,
        error: { message: error, code: numberOf(membersOf(errorDetail)['code'], 1) },
      };
    if (typeof aux === 'object') imageId = textOf(membersOf(aux)['ID']);
    else if (typeof stream === 'string') text += stream;
    else printMessages([message], (line) => (text += line));
  }
  return { text, imageId, error: null };
}
