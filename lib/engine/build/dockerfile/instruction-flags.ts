import { own } from '../../../kernel/own';
import { refuseLine } from './refusal';
import { suggestion } from './suggest';

/** What a flag of an instruction takes. */
export type InstructionFlags = Readonly<Record<string, 'text' | 'texts' | 'bool'>>;

/** Reads `--name=value` of an instruction; the flags that were given, in order (buildkit instructions/bflag.go). */
export function readFlags(
  given: readonly string[],
  known: InstructionFlags = {},
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const flag of given) {
    if (flag === '--') break;
    const equals = flag.indexOf('=');
    const typed = equals < 0 ? flag : flag.slice(0, equals);
    const value = equals < 0 ? null : flag.slice(equals + 1);
    const name = typed.slice(2);
    const kind = own(known, name);
    if (kind === undefined)
      refuseLine(`unknown flag: ${typed}${suggestion(name, Object.keys(known), true)}`);
    if (values.has(name) && kind !== 'texts') refuseLine(`duplicate flag specified: ${typed}`);
    if (value === null ? kind !== 'bool' : value === '' && kind === 'bool')
      refuseLine(`missing a value on flag: ${typed}`);
    if (kind === 'bool' && value !== null && !['true', 'false'].includes(value.toLowerCase()))
      refuseLine(`expecting boolean value for flag ${typed}, not: ${value}`);
    values.set(name, value ?? 'true');
  }
  return values;
}
