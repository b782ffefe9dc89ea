import { advance } from '../advance';
import type { Outage, RegistryData } from '../catalogue';
import { EngineError } from '../errors';
import type { Turn } from '../turn';
import { registryAt } from './registry-at';

/** The machine's resolver, as errors name it. */
export const HOST_RESOLVER_ADDRESS = '10.255.255.53:53';
/** How long the engine waits for a registry's answer, in virtual ms (moby registry/auth.go PingV2Registry). */
const PATIENCE = 15_000;

/** Is the host the machine itself? Docker trusts it without encryption (moby registry/config.go). */
export function isLoopback(host: string): boolean {
  const { name } = hostAndPort(host);
  return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

function hostAndPort(host: string): { readonly name: string; readonly port: string | null } {
  const colon = host.startsWith('[') ? host.indexOf(']:') + 1 : host.indexOf(':');
  return colon > 0
    ? { name: host.slice(0, colon), port: host.slice(colon + 1) }
    : { name: host, port: null };
}

/** Where the API of a registry is: Docker Hub's is at another name than its images have. */
export function endpointOf(host: string): string {
  const scheme = isLoopback(host) ? 'http' : 'https';
  return `${scheme}://${host === 'docker.io' ? 'registry-1.docker.io' : host}`;
}

/** How the attempt to reach a host fails, in the words of Go's net package; null when it succeeds. Without a registry nothing is there. */
export function connectionError(
  host: string,
  scheme: string,
  registry: RegistryData | undefined,
): string | null {
  const { name, port } = hostAndPort(host === 'docker.io' ? 'registry-1.docker.io' : host);
  const isName = /[a-z]/.test(name) && name !== 'localhost';
  const outage: Outage | undefined = registry
    ? registry.down
    : isName && !isLoopback(host)
      ? 'unknown-host'
      : 'refused';
  switch (outage) {
    case 'unknown-host':
      return `dial tcp: lookup ${name} on ${HOST_RESOLVER_ADDRESS}: no such host`;
    case 'no-network':
      return `dial tcp: lookup ${name} on ${HOST_RESOLVER_ADDRESS}: dial udp ${HOST_RESOLVER_ADDRESS}: connect: network is unreachable`;
    case 'refused': {
      const address = name === 'localhost' ? '127.0.0.1' : (registry?.address ?? name);
      return `dial tcp ${address}:${port ?? (scheme === 'http' ? '80' : '443')}: connect: connection refused`;
    }
    case 'timeout':
      return 'net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)';
    default:
      break;
  }
  if (registry?.serves === 'http' && !isLoopback(host))
    return 'http: server gave HTTP response to HTTPS client';
  if (registry?.serves === 'self-signed' && !isLoopback(host))
    return 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
  return null;
}

/**
 * Asks a registry whether it speaks the API (`GET /v2/`), as every pull, push and login begins. Returns the error's text, or null when it answers. The
 * clock runs while nobody answers.
 */
export function pingError(turn: Turn, host: string): string | null {
  const registry = registryAt(turn, host)?.registry;
  const error = connectionError(host, isLoopback(host) ? 'http' : 'https', registry);
  if (error === null) return null;
  if (registry?.down === 'timeout') advance(turn, turn.state.now + PATIENCE);
  return `Get "${endpointOf(host)}/v2/": ${error}`;
}

/** The refusal of an operation whose registry does not answer; the time that was waited has passed. */
export function unanswered(error: string): EngineError {
  return new EngineError('internal', error, true);
}
