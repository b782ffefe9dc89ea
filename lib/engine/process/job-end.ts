import { codeOf } from './code';
import type { Activity, ShellMachine, ShellStreams } from './process';

/** Has a job's shell nothing left to do but what it waits for? The program has then taken its place. */
export function atItsEnd({ sources, flavour, at, end }: ShellMachine): boolean {
  if (end === null) return false;
  const rest = codeOf(sources, flavour).instructions.slice(at, end);
  return rest.every(({ op }) => op === 'restore' || op === 'subshell-leave');
}

/** Does neither of the outputs lead to who began the shell? */
export function isSilent({ stdout, stderr }: ShellStreams): boolean {
  return !leadsOut(stdout) && !leadsOut(stderr);
}

/** The same of a job: of its shell, or of the program that has taken its place. */
export function isSilentJob(activity: Activity): boolean {
  if (activity.kind !== 'shell') return false;
  const { machine } = activity;
  return isSilent(machine.streams) || (machine.childOf?.silent === true && atItsEnd(machine));
}

function leadsOut({ kind }: ShellStreams['stdout']): boolean {
  return kind === 'stdout' || kind === 'stderr';
}
