import { CommandError } from '../client';
import type { ParsedFlags } from '../flags';
import { parseBinarySize } from '../humanize';

/** The value of a flag whose words have been checked when it was read. */
export function checked<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!result.ok) throw new CommandError(result.error);
  return result.value;
}

/** A flag's bytes; -1 is no bound. @throws CommandError when the words make no size */
export function size(flags: ParsedFlags, name: string): number {
  const text = flags.string(name);
  if (text === '') return 0;
  return text === '-1' ? -1 : checked(parseBinarySize(text));
}

/** A list as the API wants it: null for none. */
export const orNull = (list: readonly string[]): readonly string[] | null =>
  list.length > 0 ? list : null;
