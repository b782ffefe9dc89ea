import { replacePattern, trimPattern } from './pattern';

/** A part of a value's characters or of a list: from an offset, which counts from the end when negative, so many or up to a place from the end. */
export function sliceOf<T>(of: readonly T[], offset: number, length: number | null): readonly T[] {
  const from = offset < 0 ? of.length + offset : offset;
  if (from < 0) return [];
  if (length === null) return of.slice(from);
  return of.slice(from, length < 0 ? length : from + length);
}

/** `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}` */
export function trimmed(
  text: string,
  kind: 'trim-prefix' | 'trim-suffix',
  pattern: string,
  longest: boolean,
): string {
  return trimPattern(text, pattern, kind === 'trim-prefix' ? 'prefix' : 'suffix', longest);
}

/** `${x^}`, `${x^^}`, `${x,}`, `${x,,}` */
export function changeCase(text: string, upper: boolean, all: boolean): string {
  const [first = '', ...rest] = text;
  const head = all ? text : first;
  return (upper ? head.toUpperCase() : head.toLowerCase()) + (all ? '' : rest.join(''));
}

/** `${x/p/r}`, `${x//p/r}`, and with the match at one end of the value: `${x/#p/r}`, `${x/%p/r}`. */
export function replaceIn(
  text: string,
  pattern: string,
  replacement: string,
  { all, anchor }: { readonly all: boolean; readonly anchor: 'start' | 'end' | null },
): string {
  if (anchor === null) return replacePattern(text, pattern, replacement, all);
  const side = anchor === 'start' ? 'prefix' : 'suffix';
  const rest = trimPattern(text, pattern, side, true);
  if (rest === text && pattern !== '') return text;
  return anchor === 'start' ? replacement + rest : rest + replacement;
}
