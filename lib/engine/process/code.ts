import type { Script } from '../shell/ast';
import type { ShellFlavour } from '../shell/flavour';
import { parseScript } from '../shell/parse';
import type { ParseError } from '../shell/parse-error';
import { compileInto } from './compile';
import type { Instruction } from './instruction';

/** The compiled scripts of a shell, one behind the other, and where each begins; `problem` is what cannot be read in the last one. */
export interface Code {
  readonly instructions: readonly Instruction[];
  readonly starts: readonly number[];
  readonly problem: ParseError | null;
}

/** By flavour, then by the scripts. */
const compiled: Readonly<Record<ShellFlavour, Map<string, Code>>> = {
  ash: new Map(),
  dash: new Map(),
  bash: new Map(),
};
const most = 500;

/** Compiles scripts; the latest few hundred are remembered, because a waiting shell is resumed often. */
export function codeOf(sources: readonly string[], flavour: ShellFlavour): Code {
  const [only = ''] = sources;
  const text = sources.length === 1 ? only : sources.join('\0');
  const codes = compiled[flavour];
  const known = codes.get(text);
  if (known) return known;
  const instructions: Instruction[] = [];
  const starts: number[] = [];
  let problem: ParseError | null = null;
  for (const source of sources) {
    const script = parseScript(source, flavour);
    problem = script.ok ? null : script.error.error;
    const runs = script.ok ? script.value : script.error.before;
    starts.push(compileInto(instructions, runs, problem));
  }
  const code = { instructions, starts, problem };
  if (codes.size >= most) codes.clear();
  codes.set(text, code);
  return code;
}

/** The code with one more script behind it, and where that begins. */
export function codeWith(
  code: Code,
  script: Script,
): { readonly code: Code; readonly start: number } {
  const instructions = [...code.instructions];
  const start = compileInto(instructions, script);
  return { code: { ...code, instructions }, start };
}
