import type { RegistryData } from '../catalogue';
import { EngineError } from '../errors';
import { change, type Turn } from '../turn';
import type { Remote } from './remote';

const HOUR = 3_600_000;

/** What a registry counts under: the account, or the machine when there is none. */
function meterOf({ registry, account }: Remote): string {
  return account === null ? registry.host : `${account}@${registry.host}`;
}

function allowance({ limit }: RegistryData, account: string | null): number {
  if (!limit) return Infinity;
  return (account === null ? limit.anonymous : limit.account) ?? Infinity;
}

/** The pulls of the last hours that count. */
function counted(turn: Turn, remote: Remote): readonly number[] {
  const since = turn.state.now - (remote.registry.limit?.hours ?? 0) * HOUR;
  return (turn.state.pulls.get(meterOf(remote)) ?? []).filter((at) => at > since);
}

/** The refusal of a registry that has given away all that it gives (HTTP 429); null while it goes on. */
export function rateLimited(turn: Turn, remote: Remote): EngineError | null {
  const { registry, account } = remote;
  if (counted(turn, remote).length < allowance(registry, account)) return null;
  const whose =
    account === null
      ? 'You have reached your unauthenticated pull rate limit.'
      : `You have reached your pull rate limit as '${account}'. You may increase the limit by upgrading.`;
  return new EngineError(
    'internal',
    `toomanyrequests: ${whose} https://www.docker.com/increase-rate-limit`,
  );
}

/** Notes a pull with a registry that counts them. */
export function countPull(turn: Turn, remote: Remote): void {
  if (allowance(remote.registry, remote.account) === Infinity) return;
  const pulls = [...counted(turn, remote), turn.state.now];
  change(turn).pulls = turn.state.pulls.set(meterOf(remote), pulls);
}
