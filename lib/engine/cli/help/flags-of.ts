import type { FlagKind, FlagSpec } from '../flags';
import { filterFlag } from '../commands/filters';
import { checksByName, checksByPlaceholder, type Check } from '../options/checks';

const LINE = /^ {2}(?:-(\w), |    )--([\w-]+)(?: ([\w-]+))? {2,}\S/;

const kinds: Readonly<Record<string, FlagKind>> = {
  list: 'list',
  filter: 'list',
  strings: 'list',
  mount: 'list',
  network: 'list',
  ulimit: 'list',
  map: 'map',
  stringToString: 'list',
  int: 'int',
  uint: 'int',
  uint16: 'int',
  uint32: 'int',
  duration: 'duration',
};

const BYTES = checksByPlaceholder['bytes'];

/** Flags that work and that no help shows. */
const hidden: Readonly<Record<string, readonly FlagSpec[]>> = {
  timeout: [{ name: 'time', kind: 'int', hidden: true, deprecated: 'use --timeout instead' }],
  network: [{ name: 'net', kind: 'list', hidden: true, into: 'network' }],
  'network-alias': [{ name: 'net-alias', kind: 'list', hidden: true, into: 'network-alias' }],
  'memory-reservation': [
    { name: 'kernel-memory', kind: 'string', hidden: true, ...(BYTES ? { check: BYTES } : {}) },
  ],
  'dns-option': [{ name: 'dns-opt', kind: 'list', hidden: true, into: 'dns-option' }],
  driver: [{ name: 'name', kind: 'string', hidden: true }],
  'build-arg': [{ name: 'squash', kind: 'bool', hidden: true }],
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
      flags.push({ ...filterFlag, ...(shorthand === undefined ? {} : { shorthand }) });
      continue;
    }
    const kind: FlagKind = placeholder === undefined ? 'bool' : (kinds[placeholder] ?? 'string');
    const check = checkOf(name, placeholder, kind);
    const initial = defaultOf(options.split('\n'), index, kind);
    flags.push({
      name,
      kind,
      ...(shorthand === undefined ? {} : { shorthand }),
      ...(check ? { check } : {}),
      ...(placeholder === 'strings' ? { splits: true } : {}),
      ...(initial === undefined ? {} : { initial }),
    });
    flags.push(...(hidden[name] ?? []).filter((flag) => !options.includes(` --${flag.name} `)));
  }
  return flags;
}

/** A flag's check by its value's name in the help, else by its own name where it takes words of its own. */
function checkOf(name: string, placeholder: string | undefined, kind: FlagKind): Check | undefined {
  if (placeholder === undefined) return undefined;
  const byName = kind === 'list' || kind === 'map' || placeholder === 'bytes';
  return (byName ? checksByName[name] : undefined) ?? checksByPlaceholder[placeholder];
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
