import { own } from '../../kernel/own';
import { refuse } from '../errors';
import { membersOf, textsOf } from './read-json';

/** Filters by key, as the API's JSON gives them: `{"status":{"exited":true}}` or `{"status":["exited"]}`. */
export type Filters = ReadonlyMap<string, readonly string[]>;

export function readFilters(text: string | undefined): Filters {
  if (text === undefined || text === '') return new Map();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError)
      return refuse('invalid-parameter', `invalid filter: ${failure.message}`);
    throw failure;
  }
  return new Map(
    Object.entries(membersOf(json)).map(([key, value]) => [
      key,
      Array.isArray(value) ? textsOf(value) : Object.keys(membersOf(value)),
    ]),
  );
}

/** Refuses a filter that a listing does not know. */
export function checkFilters(filters: Filters, known: readonly string[]): void {
  for (const key of filters.keys())
    if (!known.includes(key))
      refuse('invalid-parameter', key === '' ? 'invalid filter' : `invalid filter '${key}'`);
}

/** Does every `key` or `key=value` hold? */
export function matchesLabels(
  labels: Readonly<Record<string, string>>,
  wanted: readonly string[],
): boolean {
  return wanted.every((word) => {
    const equals = word.indexOf('=');
    const key = equals < 0 ? word : word.slice(0, equals);
    const value = own(labels, key);
    return value !== undefined && (equals < 0 || value === word.slice(equals + 1));
  });
}

/** A filter that is yes or no (moby api/types/filters GetBoolOrDefault); null when it is not given. */
export function readBoolean(filters: Filters, name: string): boolean | null {
  const values = filters.get(name);
  if (!values) return null;
  const isTrue = values.some((value) => value === '1' || value === 'true');
  const isFalse = values.some((value) => value === '0' || value === 'false');
  if (isTrue === isFalse)
    refuse('invalid-parameter', `invalid filter '${name}=[${values.join(' ')}]'`);
  return isTrue;
}

/** A filter's word is found in a text: as a pattern, or as a part of it where it is none (moby filters.Args Match). */
export function matchesText(words: readonly string[] | undefined, text: string): boolean {
  if (words === undefined || words.length === 0) return true;
  return words.some((word) => {
    try {
      return new RegExp(word, 'u').test(text);
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) throw failure;
      return text === word;
    }
  });
}
