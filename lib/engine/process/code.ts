import type { Script } from '../shell/ast';
import { parseScript } from '../shell/parse';
import { parseErrorText, type ShellDialect } from '../shell/parse-error';
import { compileInto, type Instruction } from './compile';
import type { ShellFlavour } from './process';

/** The compiled scripts of a shell, one behind the other, and where each begins; `problem` is the parser's line for the last one. */
export interface Code {
  readonly instructions: readonly Instruction[];
  readonly starts: readonly number[];
  readonly problem: string | null;
}

const dialects: Readonly<Record<ShellFlavour, ShellDialect>> = {
  ash: 'busybox',
  dash: 'dash',
  bash: 'bash',
};
/** By flavour, then by the scripts, then by name. */
const compiled: Readonly<Record<ShellFlavour, Map<string, Map<string, Code>>>> = {
  ash: new Map(),
  dash: new Map(),
  bash: new Map(),
};
const most = 500;

/** Compiles scripts; the latest few hundred are remembered, because a waiting shell is resumed often. */
export function codeOf(sources: readonly string[], flavour: ShellFlavour, name: string): Code {
  const [only = ''] = sources;
  const text = sources.length === 1 ? only : sources.join('\0');
  const codes = compiled[flavour];
  const known = codes.get(text)?.get(name);
  if (known) return known;
  const instructions: Instruction[] = [];
  const starts: number[] = [];
  let problem: string | null = null;
  for (const source of sources) {
    const script = parseScript(source);
    if (!script.ok) problem = parseErrorText(script.error, dialects[flavour], name);
    starts.push(
      script.ok ? compileInto(instructions, script.value) : instructions.push({ op: 'halt' }) - 1,
    );
  }
  const code = { instructions, starts, problem };
  if (codes.size >= most) codes.clear();
  const named = codes.get(text) ?? new Map<string, Code>();
  codes.set(text, named.set(name, code));
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
