import { parseBinarySize } from '../humanize';
import { err, ok, type Result } from '../../../kernel/result';
import type { FlagKind, FlagSpec } from '../flags';
import { filterFlag } from '../commands/filters';

const LINE = /^ {2}(?:-(\w), |    )--([\w-]+)(?: ([\w-]+))? {2,}\S/;

const kinds: Readonly<Record<string, FlagKind>> = {
  list: 'list',
  filter: 'list',
  strings: 'list',
  mount: 'list',
  network: 'list',
  ulimit: 'list',
  map: 'map',
  int: 'int',
  uint16: 'int',
  duration: 'duration',
};

/** Flags that work and that no help shows. */
const hidden: Readonly<Record<string, readonly FlagSpec[]>> = {
  timeout: [{ name: 'time', kind: 'int', hidden: true, deprecated: 'use --timeout instead' }],
  network: [{ name: 'net', kind: 'list', hidden: true, into: 'network' }],
  'network-alias': [{ name: 'net-alias', kind: 'list', hidden: true, into: 'network-alias' }],
  'dns-option': [{ name: 'dns-opt', kind: 'list', hidden: true, into: 'dns-option' }],
  driver: [{ name: 'name', kind: 'string', hidden: true }],
};

const checks: Readonly<Record<string, (value: string) => Result<string, string>>> = {
  bytes: (value) => {
    const size = parseBinarySize(value);
    return size.ok ? ok(value) : err(size.error);
  },
  'memory-swap': (value) => (value === '-1' ? ok(value) : (checks['bytes']?.(value) ?? ok(value))),
  env: (value) =>
    value.startsWith('=') ? err(`invalid environment variable: ${value}`) : ok(value),
  decimal: (value) =>
    /^\d*\.?\d+$/.test(value) ? ok(value) : err(`failed to parse ${value} as a rational number`),
};

/** Reads a command's flags out of the lines that its help shows. */
export function flagsOf(options: string): readonly FlagSpec[] {
  const flags: FlagSpec[] = [];
  for (const [index, line] of options.split('\n').entries()) {
    const match = LINE.exec(line);
    if (!match) continue;
    const [, shorthand, name = '', placeholder] = match;
    if (name === 'help') continue;
    if (placeholder === 'filter') {
      flags.push({ ...filterFlag, ...(shorthand ? {} : { name }) });
      continue;
    }
    const kind: FlagKind = placeholder === undefined ? 'bool' : (kinds[placeholder] ?? 'string');
    const check = checks[name] ?? (placeholder === undefined ? undefined : checks[placeholder]);
    const initial = defaultOf(options.split('\n'), index, kind);
    flags.push({
      name,
      kind,
      ...(shorthand === undefined ? {} : { shorthand }),
      ...(check ? { check } : {}),
      ...(initial === undefined ? {} : { initial }),
    });
    flags.push(...(hidden[name] ?? []));
  }
  return flags;
}

/** `(default …)` at the end of a flag's lines. */
function defaultOf(
  lines: readonly string[],
  index: number,
  kind: FlagKind,
): boolean | string | number | undefined {
  let text = lines[index] ?? '';
  for (
    let next = index + 1;
    /^ {8}/.test(lines[next] ?? '') && !LINE.test(lines[next] ?? '');
    next++
  )
    text += ` ${(lines[next] ?? '').trim()}`;
  const value = /\(default ("?)([^")]*)\1\)\s*$/.exec(text)?.[2];
  if (value === undefined || kind === 'list' || kind === 'map') return undefined;
  if (kind === 'bool') return value === 'true';
  if (kind === 'int') return Number(value);
  return kind === 'string' ? value : undefined;
}
