import { err, ok, type Result } from '../../../kernel/result';
import type { ApiRequest } from '../../api/types';
import { HOST_RESOLVER_ADDRESS } from '../../registry/connect';
import type { Caller } from './caller';
import type { ParsedFlags } from '../flags';
import { contextNotFound, DEFAULT_CONTEXT, findContext, type Context } from './context-store';
import { parseHost, SOCKET } from './parse-host';
import { chosenContext } from './settings-file';

/** What the flags in front of the command say of the engine that is meant. */
export interface Aim {
  readonly hosts: readonly string[];
  readonly context: string;
  readonly tls: boolean;
  readonly certificate: string;
  readonly settingsFolder: string;
}

export const NO_AIM: Aim = {
  hosts: [],
  context: '',
  tls: false,
  certificate: '',
  settingsFolder: '',
};

/** Which engine a command line speaks to. `failure`: the client cannot even be made. */
export interface Endpoint {
  readonly context: string;
  readonly host: string;
  readonly failure: string | null;
}

/** The simulated engine, which most command lines mean. */
export const USUAL_ENDPOINT: Endpoint = { context: DEFAULT_CONTEXT, host: SOCKET, failure: null };

/** Reads the flags in front of the command. Most command lines have none. */
export function aimOf(globals: ParsedFlags): Aim {
  const hosts = globals.list('host');
  const context = globals.string('context');
  const tls = globals.bool('tls') || globals.bool('tlsverify');
  const settingsFolder = globals.string('config');
  return hosts.length === 0 && context === '' && !tls && settingsFolder === ''
    ? NO_AIM
    : { hosts, context, tls, certificate: globals.string('tlscacert'), settingsFolder };
}

/** Does nothing, neither a flag nor the environment nor a file of settings, ask for another engine than the simulated one? */
export function meansUsual(client: Caller, aim: Aim): boolean {
  const { env } = client;
  return (
    aim === NO_AIM &&
    env['DOCKER_HOST'] === undefined &&
    env['DOCKER_CONTEXT'] === undefined &&
    env['DOCKER_CONFIG'] === undefined &&
    env['DOCKER_TLS_VERIFY'] === undefined &&
    client.settings.files[settingsFile(client.user.home)] === undefined
  );
}

let home = '';
let file = '';

/** Where the settings of a home folder stand. It is asked for every command, nearly always of the same one. */
function settingsFile(of: string): string {
  if (of !== home) [home, file] = [of, `${of}/.docker/config.json`];
  return file;
}

/** The name of the context that counts: flags before the environment, that before the settings (docker/cli cli/command/cli.go resolveContextName). */
function contextName(client: Caller, { hosts, context }: Aim): string {
  if (context !== '') return context;
  const { DOCKER_HOST: host = '', DOCKER_CONTEXT: chosen = '' } = client.env;
  if (hosts.length > 0 || host !== '') return DEFAULT_CONTEXT;
  return chosen || chosenContext(client) || DEFAULT_CONTEXT;
}

/** The address behind the default context; the error is as the client says it. */
function defaultHost(client: Caller, { hosts, tls, certificate }: Aim): Result<string, string> {
  if (hosts.length > 1) return err('Specify only one -H');
  const { DOCKER_HOST: host = '', DOCKER_TLS_VERIFY: verify = '' } = client.env;
  const parsed = parseHost(hosts[0] ?? host);
  if (!parsed.ok || (!tls && verify === '')) return parsed;
  const folder = client.env['DOCKER_CERT_PATH'] || `${client.user.home}/.docker`;
  return err(`open ${certificate || `${folder}/ca.pem`}: no such file or directory`);
}

/** A context by its name, also the default one, which nobody has made. */
export function contextOf(client: Caller, aim: Aim, name: string): Result<Context, string> {
  if (name !== DEFAULT_CONTEXT) {
    const context = findContext(client, name);
    return context ? ok(context) : err(contextNotFound(client, name));
  }
  const host = defaultHost(client, aim);
  return host.ok ? ok({ name, description: '', host: host.value, skipsTls: false }) : host;
}

/** Finds out which engine a command line means. */
export function resolveEndpoint(client: Caller, aim: Aim): Endpoint {
  const context = contextName(client, aim);
  const found = contextOf(client, aim, context);
  if (!found.ok)
    return { context, host: '', failure: `unable to resolve docker endpoint: ${found.error}` };
  const host = found.value.host || SOCKET;
  return { context, host, failure: optionsError(host)?.text ?? null };
}

/** Why no client can be made for an address, and in which of its two steps (docker/cli cli/context/docker/load.go, moby client.ParseHostURL). */
export function optionsError(
  host: string,
): { readonly step: 'invalid' | 'unable to apply'; readonly text: string } | null {
  if (host === '') return null;
  const [, scheme = '', address = ''] = /^(.*?):\/\/(.*)$/s.exec(host) ?? [];
  if (scheme === 'ssh' && /^([^/]*@)?(:\d*)?(\/|$)/.test(address))
    return {
      step: 'invalid',
      text: 'ssh host connection is not valid: invalid SSH URL: hostname is empty',
    };
  if (scheme === '' || address === '')
    return { step: 'unable to apply', text: `unable to parse docker host \`${host}\`` };
  return scheme === 'npipe' ? { step: 'unable to apply', text: 'protocol not available' } : null;
}

const VERBS: Readonly<Record<ApiRequest['method'], string>> = {
  GET: 'Get',
  POST: 'Post',
  PUT: 'Put',
  DELETE: 'Delete',
  HEAD: 'Head',
};

/** Why a request does not reach the engine at an address; null when it does (moby client/request.go). */
export function unreached(host: string, request: ApiRequest): string | null {
  if (host === SOCKET || host === 'unix:///run/docker.sock') return null;
  const [, scheme = '', address = ''] = /^(.*?):\/\/(.*)$/s.exec(host) ?? [];
  const place = scheme === 'ssh' ? 'docker.example.com' : address;
  const query = new URLSearchParams(request.query).toString();
  const url = `http://${place}/v1.50${request.path}${query === '' ? '' : `?${query}`}`;
  const during = `error during connect: ${VERBS[request.method]} "${url}": `;
  const name = address.replace(/^.*@/, '').replace(/(:\d+)?(\/.*)?$/, '');
  if (scheme === 'ssh')
    return `${during}command [ssh -o ConnectTimeout=30 -T -- ${name} docker system dial-stdio] has exited with exit status 255, make sure the URL is valid, and Docker 18.09 or later is installed on the remote host: stderr=ssh: Could not resolve hostname ${name}: Name or service not known\n`;
  const isName = scheme !== 'unix' && /[a-z]/i.test(name) && name !== 'localhost';
  return isName && !name.startsWith('[')
    ? `${during}dial tcp: lookup ${name} on ${HOST_RESOLVER_ADDRESS}: no such host`
    : `Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`;
}
