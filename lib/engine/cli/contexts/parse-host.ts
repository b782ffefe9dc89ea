import { err, ok, type Result } from '../../../kernel/result';

/** Where the engine listens when nobody says another place. */
export const SOCKET = 'unix:///var/run/docker.sock';

const PORT = '2375';
const PIPE = '//./pipe/docker_engine';

/**
 * The address that `-H` or `DOCKER_HOST` means (docker/cli opts/hosts.go ParseHost): a bare `lab` is `tcp://lab:2375`, nothing is the usual socket. The error
 * is in the client's own words.
 */
export function parseHost(typed: string): Result<string, string> {
  const text = typed.trim();
  if (text === '') return ok(SOCKET);
  const at = text.indexOf('://');
  const scheme = at < 0 ? 'tcp' : text.slice(0, at);
  const address = at < 0 ? text : text.slice(at + 3);
  switch (scheme) {
    case 'tcp':
      return tcpAddress(address);
    case 'unix':
      return simpleAddress(scheme, address, SOCKET.slice('unix://'.length));
    case 'npipe':
      return simpleAddress(scheme, address, PIPE);
    case 'fd':
    case 'ssh':
      return ok(text);
    default:
      return err(`invalid bind address format: ${text}`);
  }
}

function simpleAddress(scheme: string, address: string, usual: string): Result<string, string> {
  return address.includes('://')
    ? err(`invalid proto, expected ${scheme}: ${address}`)
    : ok(`${scheme}://${address || usual}`);
}

function tcpAddress(address: string): Result<string, string> {
  if (address === '') return ok(`tcp://localhost:${PORT}`);
  if (address.includes('://')) return err(`invalid proto, expected tcp: ${address}`);
  const slash = address.indexOf('/');
  const path = slash < 0 ? '' : address.slice(slash);
  const authority = slash < 0 ? address : address.slice(0, slash);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const parts = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(host);
  const [, name = '', port] = parts ?? [];
  const bad = port !== undefined && !/^\d*$/.test(port);
  if (bad) return err(`parse "tcp://${address}": invalid port ":${port}" after host`);
  if (/\s/.test(name)) return err(`parse "tcp://${address}": invalid character " " in host name`);
  if (parts === null || (name.startsWith('[') && port === undefined))
    return err(`invalid bind address format: ${address}`);
  return ok(`tcp://${name || 'localhost'}:${port || PORT}${path}`);
}
