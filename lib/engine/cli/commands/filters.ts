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
  const filters: Record<string, Record<string, boolean>> = {};
  const add = (key: string, value: string): void => {
    (filters[key] ??= {})[value] = true;
  };
  for (const [key, value] of Object.entries(extra)) add(key, value);
  for (const text of flags.list('filter')) {
    const equals = text.indexOf('=');
    if (equals >= 0) add(text.slice(0, equals).trim().toLowerCase(), text.slice(equals + 1).trim());
  }
  return Object.keys(filters).length > 0 ? JSON.stringify(filters) : undefined;
}
