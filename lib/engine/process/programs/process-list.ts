import { accountOf, userName } from '../account';
import { numberOf, processTree, type Running } from '../process-tree';
import type { ProgramCall } from '../program';

/** A process as the programs that list them see it. `state`: `R`, `S` or `Z`; `group`: the number of what leads its group. */
export interface Seen extends Pick<
  Running,
  'pid' | 'parent' | 'argv' | 'name' | 'user' | 'startedAt'
> {
  readonly state: string;
  readonly group: number;
}

/** The processes of the container with the one that asks. */
export function processesSeen(call: ProgramCall): readonly Seen[] {
  const name = (call.argv[0] ?? '').split('/').at(-1) ?? '';
  const { pid, user, argv, host } = call;
  const seen = processTree(host.processes()).map((each): Seen => {
    const group = numberOf(each.of);
    if (each.pid === pid) return { ...each, argv, name, state: 'R', group };
    return { ...each, state: each.of.activity.kind === 'zombie' ? 'Z' : 'S', group };
  });
  if (seen.some((each) => each.pid === pid)) return seen;
  const asking = { pid, parent: 0, argv, name, user, startedAt: host.now, state: 'R', group: pid };
  return [...seen, asking];
}

/** What the container calls a user. */
export function ownerSeen({ host }: ProgramCall, user: string): string {
  return userName(host.files, accountOf(host.files, user).uid);
}
