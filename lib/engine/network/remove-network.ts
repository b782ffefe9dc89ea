import { refuse } from '../errors';
import { change, emit, type Turn } from '../turn';
import { endpointsOf, membersOf } from './endpoints';
import { getNetwork } from './find-network';
import { PREDEFINED } from './network';

/** Removes a network that no running container is on (moby daemon/network.go deleteNetwork). */
export function removeNetwork(turn: Turn, word: string): void {
  const network = getNetwork(turn.state, word);
  if (PREDEFINED.includes(network.name))
    refuse('forbidden', `${network.name} is a pre-defined network and cannot be removed`);
  const users = turn.state.networks.values().filter((other) => other.configFrom === network.name);
  if (network.configOnly && users.length > 0)
    refuse(
      'forbidden',
      `error while removing network: configuration network ${JSON.stringify(network.name)} is in use`,
    );
  const active = membersOf(turn.state, network).flatMap((container) =>
    endpointsOf(container)
      .filter((endpoint) => endpoint.network === network.id)
      .map(({ id }) => `name:"${container.name}" id:"${id.slice(0, 12)}"`),
  );
  if (active.length > 0)
    refuse(
      'forbidden',
      `error while removing network: network ${network.name} has active endpoints (${active.join(', ')})`,
    );
  const state = change(turn);
  state.networks = state.networks.delete(network.id);
  if (!network.configOnly)
    emit(turn, 'network', 'destroy', network.id, { name: network.name, type: network.driver });
}
