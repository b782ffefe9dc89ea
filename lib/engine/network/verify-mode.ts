import { own } from '../../kernel/own';
import type { ContainerConfig, EndpointSettings, HostConfig } from '../docker-json';
import { refuse } from '../errors';
import type { Turn } from '../turn';
import { findNetwork } from './find-network';
import { joinErrors } from './join-errors';
import { isContainerMode, networkNameOf, PREDEFINED } from './network';
import { endpointError } from './verify-endpoint';

/** Refuses options that cannot stand beside `--network container:NAME` or `host` (moby runconfig). */
export function verifyNetworkMode(config: ContainerConfig, host: HostConfig): void {
  const mode = host.NetworkMode ?? '';
  const links = listOf(host['Links']);
  if (mode === 'host' && links > 0)
    refuse(
      'invalid-parameter',
      "conflicting options: host type networking can't be used with links. This would result in undefined behavior",
    );
  if (host['UTSMode'] === 'host' && (config.Hostname ?? '') !== '')
    refuse('invalid-parameter', 'conflicting options: hostname and the UTS mode');
  if (mode !== 'container' && !isContainerMode(mode)) return;
  if (mode === 'container' || mode === 'container:')
    refuse(
      'invalid-parameter',
      'invalid network mode: invalid container format container:<name|id>',
    );
  const conflicts: readonly (readonly [boolean, string])[] = [
    [(config.Hostname ?? '') !== '', 'hostname and the network mode'],
    [
      links > 0,
      "container type network can't be used with links. This would result in undefined behavior",
    ],
    [listOf(host.Dns) > 0, 'dns and the network mode'],
    [listOf(host.ExtraHosts) > 0, 'custom host-to-IP mapping and the network mode'],
    [
      Object.keys(host.PortBindings ?? {}).length > 0 || host.PublishAllPorts === true,
      'port publishing and the container type network mode',
    ],
    [
      Object.keys(config.ExposedPorts ?? {}).length > 0,
      'port exposing and the container type network mode',
    ],
  ];
  const conflict = conflicts.find(([holds]) => holds);
  if (conflict) refuse('invalid-parameter', `conflicting options: ${conflict[1]}`);
}

function listOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/**
 * The networks that a container is made for, by name, with what is asked there; null for the network of its mode with nothing asked. Refuses what no
 * network can give (moby daemon/create.go validateNetworkingConfig).
 */
export function requestedAtCreation(
  turn: Turn,
  host: HostConfig,
  asked: Readonly<Record<string, EndpointSettings>>,
): Readonly<Record<string, EndpointSettings>> | null {
  const mode = networkNameOf(host.NetworkMode);
  const words = Object.keys(asked);
  if (words.length === 0 && PREDEFINED.includes(mode)) return null;
  const errors: string[] = [];
  const networks: Record<string, EndpointSettings> = {};
  for (const word of words) {
    const settings = own(asked, word) ?? {};
    const name = word === 'default' ? 'bridge' : word;
    const network = findNetwork(turn.state, name);
    const error = endpointError(network, name, settings);
    if (error !== null) errors.push(`invalid config for network ${name}: ${error}`);
    networks[network?.name ?? name] = settings;
  }
  if (errors.length > 0) refuse('invalid-parameter', joinErrors(errors));
  if (isContainerMode(mode)) return null;
  if (Object.keys(networks).length > 0) return plain(networks, mode) ? null : networks;
  if (PREDEFINED.includes(mode)) return null;
  return { [findNetwork(turn.state, mode)?.name ?? mode]: {} };
}

/** Is nothing asked but the network of the mode, one that every host has? */
function plain(networks: Readonly<Record<string, EndpointSettings>>, mode: string): boolean {
  const [first, ...more] = Object.entries(networks);
  if (first === undefined || more.length > 0) return false;
  const [name, { IPAMConfig, Links, Aliases, MacAddress, DriverOpts, GwPriority }] = first;
  const asks =
    IPAMConfig ?? (Links?.length || Aliases?.length || MacAddress || DriverOpts || GwPriority);
  return name === mode && PREDEFINED.includes(mode) && !asks;
}
