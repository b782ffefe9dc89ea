import { err, ok, type Result } from '../../../kernel/result';
import type { FlagSpec, ParsedFlags } from '../flags';

/** `--filter key=value`, as every listing has it, most with `-f` too. */
export const filterFlag: FlagSpec = {
  name: 'filter',
  kind: 'list',
  check: (value): Result<string, string> =>
    value === '' || value.includes('=')
      ? ok(value)
      : err('bad format of filter (expected name=value)'),
};

/** The `filters` of a request; undefined when there are none. */
export function filtersQuery(
  flags: ParsedFlags,
  extra: Readonly<Record<string, string>> = {},
): string | undefined {
  const filters = new Map<string, Set<string>>();
  const add = (key: string, value: string): void => {
    filters.set(key, (filters.get(key) ?? new Set()).add(value));
  };
  for (const [key, value] of Object.entries(extra)) add(key, value);
  for (const text of flags.list('filter')) {
    const equals = text.indexOf('=');
    if (equals >= 0) add(text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim());
  }
  if (filters.size === 0) return undefined;
  const values = (of: ReadonlySet<string>) =>
    Object.fromEntries([...of].map((each) => [each, true]));
  return JSON.stringify(Object.fromEntries([...filters].map(([key, of]) => [key, values(of)])));
}
