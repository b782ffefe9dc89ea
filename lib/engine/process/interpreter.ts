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

/** A text file that begins with `#!`, or none: the shell reads it. */
export function interpret(
  {
    path,
    text,
    interpreter,
  }: { readonly path: string; readonly text: string; readonly interpreter: string },
  { argv, shell }: LaunchOrder,
  host: ProcessHost,
): ProgramOutcome {
  return {
    kind: 'script',
    flavour: shellAt(interpreter, host) ?? shell ?? 'ash',
    name: path,
    source: text,
    args: [path, ...argv.slice(1)],
  };
}
