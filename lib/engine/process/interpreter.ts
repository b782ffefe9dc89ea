import { nameOf } from '../files/path';
import type { ShellFlavour } from '../shell/flavour';
import type { ProcessHost } from './host';
import { behaviourOf } from './multi-call';
import type { LaunchOrder } from './process';
import type { ProgramOutcome } from './program';

/** The shell that a path leads to; null for any other program. */
function shellAt(path: string, host: ProcessHost): ShellFlavour | null {
  const entry = path === '' ? null : host.files.get(path);
  const program = entry?.kind === 'program' ? behaviourOf(entry, path, host.machine) : nameOf(path);
  return program === 'bash' || program === 'dash' || program === 'ash' ? program : null;
}

/** What the first line of a text names: an interpreter and, as one word, what stands behind it; nothing where it names none (Linux fs/binfmt_script.c). */
export function interpreterOf(text: string): readonly string[] {
  const [, program, word] = /^#![ \t]*(\S+)[ \t]*(.*?)[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (program === undefined) return [];
  return word ? [program, word] : [program];
}

/** A text file that begins with `#!`, or none: the shell reads it. */
export function interpret(
  {
    path,
    text,
    interpreter,
  }: { readonly path: string; readonly text: string; readonly interpreter: readonly string[] },
  { argv, shell }: LaunchOrder,
  host: ProcessHost,
): ProgramOutcome {
  const [word = ''] = argv;
  const name = word.includes('/') ? word : path;
  return {
    kind: 'script',
    flavour: shellAt(interpreter[0] ?? '', host) ?? shell ?? 'ash',
    name,
    source: text,
    args: [name, ...argv.slice(1)],
    ...(interpreter.length > 0 && { interpreter }),
  };
}
