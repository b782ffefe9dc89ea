import type { ProgramCall } from '../program';
import { serverOf } from '../servers';

/** Numbers for as many workers as a server begins, the next ones of its container. */
export function workersOf({ host }: ProgramCall, server: string): readonly number[] {
  return (serverOf(server).workers?.titles ?? []).map(() => host.newPid());
}
