import { contextNotFound } from './commands/context';
import type { ParsedFlags } from './flags';

/** Says why a client with this home folder does not reach the engine that it asks for. */
export type Refusal = (home: string) => string;

const UNREACHED = 'Failed to initialize: unable to resolve docker endpoint: ';
const SOCKET = 'unix:///var/run/docker.sock';

/** Why the client cannot reach an engine with these global flags; null when it reaches the simulated one. */
export function connectionRefusal(globals: ParsedFlags): Refusal | null {
  const failed = (reason: string): string => UNREACHED + reason;
  const hosts = globals.list('host');
  const context = globals.string('context');
  if (hosts.length > 1) return () => failed('Specify only one -H');
  if (context !== '' && context !== 'default')
    return (home) => failed(contextNotFound(context, home));
  if (globals.bool('tls') || globals.bool('tlsverify'))
    return (home) => failed(`open ${home}/.docker/ca.pem: no such file or directory`);
  const [host = ''] = hosts;
  return unreached(host);
}

function unreached(host: string): Refusal | null {
  return host === '' || host === SOCKET
    ? null
    : () => `Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`;
}

/** The same for what stands in the environment, `DOCKER_HOST` before `DOCKER_CONTEXT`; a bare host is one on the usual port (docker/cli opts/hosts.go). */
export function environmentRefusal(host: string, context: string): Refusal | null {
  if (host !== '')
    return unreached(
      host.includes('://') ? host : `tcp://${host}${/:\d+$/.test(host) ? '' : ':2375'}`,
    );
  return context === '' || context === 'default'
    ? null
    : (home) => UNREACHED + contextNotFound(context, home);
}
