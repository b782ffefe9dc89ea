import { processTree } from '../process/process-tree';
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
      const memory = state.run.processes.reduce((sum, { activity }) => sum + memoryOf(activity), 0);
      const tree = processTree(state.run.processes);
      const processes = tree.reduce((sum, { threads }) => sum + threads, 0);
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

function memoryOf(activity: Activity): number {
  if (activity.kind === 'serving') return serverOf(activity.server).memory;
  if (activity.kind !== 'shell') return PLAIN_PROCESS;
  const { child, jobs } = activity.machine;
  let memory = SHELL + (child ? memoryOf(child) : 0);
  for (const job of jobs) if (job.activity) memory += memoryOf(job.activity);
  return memory;
}
