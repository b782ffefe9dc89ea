import { draftContainer } from '../draft';
import type { HostConfig } from '../docker-json';
import { refuse } from '../errors';
import { runOf } from '../network/endpoints';
import { emitContainer, putContainer, type Turn } from '../turn';
import { verifyRestartPolicy } from './config';
import { getContainer } from './find';
import { cgroupError, resourceError } from './resources';

/**
 * Changes the limits and the restart policy of a container that exists; `change` holds what is given and not zero
 * (moby daemon/update.go, container/container_unix.go UpdateContainer).
 */
export function updateContainer(turn: Turn, word: string, change: HostConfig): void {
  verifyRestartPolicy({ ...change, AutoRemove: false });
  const wrong = resourceError(change, turn.world.catalogue.host.cpus.count, true);
  if (wrong !== null) refuse('invalid-parameter', wrong);
  const container = getContainer(turn.state, word);
  const before = container.hostConfig;
  const conflict = conflictOf(before, change);
  if (conflict !== null) refuse('conflict', `Cannot update container ${container.id}: ${conflict}`);
  const unwritten = runOf(container) === null ? null : cgroupError(container, change);
  if (unwritten !== null)
    refuse(
      'internal',
      `Cannot update container ${container.id}: runc did not terminate successfully: exit status 1: ${unwritten}\n: unknown`,
    );
  const updated = draftContainer(container);
  updated.hostConfig = { ...before, ...change, AutoRemove: before.AutoRemove === true };
  putContainer(turn, updated);
  emitContainer(turn, 'update', container);
}

function isSet(host: HostConfig, name: string): boolean {
  return Number(host[name] ?? 0) > 0;
}

/** What the change cannot stand beside; null when there is nothing. */
function conflictOf(before: HostConfig, change: HostConfig): string | null {
  const conflicts = 'Conflicting options: ';
  if (isSet(change, 'NanoCpus')) {
    if (isSet(before, 'CpuPeriod'))
      return `${conflicts}Nano CPUs cannot be updated as CPU Period has already been set`;
    if (isSet(before, 'CpuQuota'))
      return `${conflicts}Nano CPUs cannot be updated as CPU Quota has already been set`;
  }
  if (isSet(before, 'NanoCpus')) {
    if (isSet(change, 'CpuPeriod'))
      return `${conflicts}CPU Period cannot be updated as NanoCPUs has already been set`;
    if (isSet(change, 'CpuQuota'))
      return `${conflicts}CPU Quota cannot be updated as NanoCPUs has already been set`;
  }
  const { Memory: memory = 0, MemorySwap: swap = 0, RestartPolicy: policy } = change;
  const limit = before.Memory ?? 0;
  const ownSwap = before.MemorySwap || (limit > 0 ? limit * 2 : 0);
  if (memory > 0 && swap === 0 && memory > ownSwap)
    return 'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time';
  if (before.AutoRemove && policy && policy.Name !== 'no' && policy.Name !== '')
    return 'Restart policy cannot be updated because AutoRemove is enabled for the container';
  return null;
}
