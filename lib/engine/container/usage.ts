import { serverOf } from '../process/servers';
import type { Activity } from '../process/process';
import type { Container } from '../state';
import type { Turn } from '../turn';

/** What `docker stats` shows of a container: whether its processes may be scheduled, memory in bytes, processes. */
export interface Usage {
  readonly scheduled: boolean;
  readonly memory: number;
  readonly processes: number;
}

const KiB = 1024;
const PLAIN_PROCESS = 444 * KiB;
const SHELL = 700 * KiB;
const CREATED = 4 * 1024 * KiB;

/** The memory and CPU of a container in its state: running uses both, paused keeps its memory, the others use none. */
export function usageOf(turn: Turn, container: Container): Usage {
  const { rules } = turn.world;
  const { state } = container;
  const none: Usage = { scheduled: false, memory: 0, processes: 0 };
  switch (state.kind) {
    case 'running':
    case 'paused': {
      const used = state.run.processes.map(({ activity }) => costOf(activity));
      const memory = used.reduce((sum, cost) => sum + cost.memory, 0);
      const processes = used.reduce((sum, cost) => sum + cost.tasks, 0);
      if (state.kind === 'running') return { scheduled: true, memory, processes };
      return {
        scheduled: rules.pausedContainerIsScheduled(),
        memory: rules.pausedContainerKeepsMemory() ? memory : 0,
        processes,
      };
    }
    case 'created':
      return rules.createdContainerUsesMemory() ? { ...none, memory: CREATED } : none;
    default:
      return none;
  }
}

function costOf(activity: Activity): { readonly memory: number; readonly tasks: number } {
  if (activity.kind === 'serving') return serverOf(activity.server);
  if (activity.kind !== 'shell') return { memory: PLAIN_PROCESS, tasks: 1 };
  const inner = [
    activity.machine.child,
    ...activity.machine.jobs.map((job) => job.activity),
  ].flatMap((each) => (each ? [costOf(each)] : []));
  return {
    memory: inner.reduce((sum, cost) => sum + cost.memory, SHELL),
    tasks: inner.reduce((sum, cost) => sum + cost.tasks, 1),
  };
}
