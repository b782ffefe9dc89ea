import { own } from '../../kernel/own';
import { findContainer } from '../container/find';
import { EngineError, refuse } from '../errors';
import type { Running } from '../state';
import { emit, putContainer, without, type Turn } from '../turn';
import { publishesPorts } from './attach';
import { withRun } from './connect';
import { endpointsOf, requestedNetworks, runOf } from './endpoints';
import { findNetwork, getNetwork } from './find-network';

/** `POST /networks/{id}/disconnect` (moby daemon/container_operations.go DisconnectFromNetwork). */
export function disconnectContainer(
  turn: Turn,
  word: string,
  containerWord: string,
  force: boolean,
): void {
  const container = findContainer(turn.state, containerWord);
  if (container === null) {
    if (!force) return refuse('not-found', `No such container: ${containerWord}`);
    getNetwork(turn.state, word);
    return refuse('not-found', `endpoint ${containerWord} not found`);
  }
  const network = findNetwork(turn.state, word);
  const run = runOf(container);
  const asked = Object.fromEntries(requestedNetworks(container));
  if (run === null || (network === null && force)) {
    const name = network?.name ?? word;
    if (!own(asked, name))
      throw new EngineError(
        'internal',
        `container ${container.id} is not connected to the network ${name}`,
      );
    putContainer(turn, { ...container, networks: without(asked, name) });
    return;
  }
  if (network === null) return refuse('not-found', `network ${word} not found`);
  if (container.hostConfig.NetworkMode === 'host' && network.driver === 'host')
    refuse(
      'invalid-parameter',
      'cannot disconnect container from host network - container was created in host network mode',
    );
  const endpoint = endpointsOf(container).find(({ name }) => name === network.name);
  if (!endpoint)
    return refuse(
      'internal',
      `container ${container.id} is not connected to network ${network.name}`,
    );
  const left: Running = {
    ...run,
    address: network.name === 'bridge' ? '' : run.address,
    endpoints: run.endpoints.filter(({ id }) => id !== endpoint.id),
  };
  putContainer(turn, {
    ...container,
    networks: without(asked, network.name),
    state: withRun(container.state, publishes(turn, left) ? left : { ...left, ports: {} }),
  });
  emit(turn, 'network', 'disconnect', network.id, {
    container: container.id,
    name: network.name,
    type: network.driver,
  });
}

/** Is there still a network at which the container's ports can be published? They move to it. */
function publishes(turn: Turn, left: Running): boolean {
  return (
    left.address !== '' ||
    left.endpoints.some(({ network }) => {
      const known = findNetwork(turn.state, network);
      return known !== null && publishesPorts(known);
    })
  );
}
