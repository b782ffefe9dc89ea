import { withProcess } from '../draft';
import type { Process } from '../process/process';
import { isUnderInit } from '../process/process-tree';
import { atItsEnd } from '../process/job-end';
import { serverOf } from '../process/servers';
import type { Sandbox } from '../state';
import { pidOwner, runOf } from './pid-space';

/** How long the engine waits for the outputs of an exec that has ended, in ms (moby daemon/monitor.go). */
export const OUTPUT_PATIENCE = 2_000;

/** Does a process that orphans fall to ask for those that have ended? A shell does while it waits for another, bash always; nginx and Apache do. */
function reaps(process: Process): boolean {
  if (isUnderInit(process)) return true;
  const { activity } = process;
  if (activity.kind === 'serving') return serverOf(activity.server).reaps === true;
  if (activity.kind !== 'shell' && activity.kind !== 'prompt') return false;
  const { flavour, child, waiting } = activity.machine;
  return flavour === 'bash' || (activity.kind === 'shell' && (child ?? waiting) !== null);
}

/** Who is left beside a main process that does something else now: it may have asked for those that have ended. */
export function leftBeside(main: Process, others: readonly Process[]): readonly Process[] {
  return others.some(isZombie) && reaps(main) ? others.filter((other) => !isZombie(other)) : others;
}

/** What is left of an orphan that has ended: its number and its name, until the process that it has fallen to asks for it. */
export function remainsOf(state: Sandbox, id: string, orphan: Process): readonly Process[] {
  const main = runOf(state, pidOwner(state, id))?.processes.find(({ pid }) => pid === 1);
  if (main && reaps(main)) return [];
  const { argv, activity } = orphan;
  const own = activity.kind === 'shell' ? activity.machine : null;
  // The last command of a job takes the place of its shell.
  const words = own?.childOf && atItsEnd(own) ? own.childOf.argv : argv;
  return [withProcess(orphan, { kind: 'zombie' }, words)];
}

/** Does an orphan hold the output of a process that was begun from outside? */
export function holdsOutput(state: Sandbox, id: string, pid: number): boolean {
  const processes = runOf(state, id)?.processes ?? [];
  return processes.some((process) => process.voice === pid && !isZombie(process));
}

const isZombie = ({ activity }: Process): boolean => activity.kind === 'zombie';
