import { own } from '../../kernel/own';
/** Kinds of objects as the client calls them, by the first part of their requests' paths. One has the client's own spelling. */
const KINDS: Readonly<Record<string, string>> = {
  configs: 'config',
  containers: 'container',
  networks: 'network',
  nodes: 'node',
  plugins: 'plugin',
  secrets: 'secret',
  services: 'service',
  volumes: 'volume',
};

/**
 * What the client says of a request that names nothing, which it never sends; null when the request is well-formed (moby client/utils.go trimID).
 * `method` tells an inspection of a config, whose message is spelt wrongly, from a removal.
 */
export function emptyNameError(method: string, path: string): string | null {
  const [, first = '', empty] = path.split('/');
  if (empty !== '') return null;
  if (first === 'images') return path === '/images//json' ? 'Error: No such image: ' : null;
  const kind = first === 'configs' && method === 'GET' ? 'contig' : own(KINDS, first);
  return kind === undefined ? null : `invalid ${kind} name or ID: value is empty`;
}
