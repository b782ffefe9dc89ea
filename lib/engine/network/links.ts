import { findContainer } from '../container/find';
import { refuse } from '../errors';
import type { HostConfig } from '../docker-json';
import type { Container, Sandbox } from '../state';
import { runOf } from './endpoints';
import { isUserDefined } from './network';

const none: readonly string[] = [];
const noLinks: readonly LegacyLink[] = [];

/** A container linked with `--link` on the default bridge, and the name that it has there. */
export interface LegacyLink {
  readonly container: Container;
  readonly alias: string;
}

function parseLink(text: string): readonly [name: string, alias: string] {
  const [name = '', alias = name] = text.split(':');
  const own = (word: string): string => word.slice(word.lastIndexOf('/') + 1);
  return [own(name), own(alias)];
}

/** The links of a container on the default bridge that exist; on other networks a link is an alias. */
export function legacyLinks(state: Sandbox, { hostConfig }: Container): readonly LegacyLink[] {
  const texts = hostConfig['Links'];
  if (!Array.isArray(texts) || isUserDefined(hostConfig.NetworkMode ?? '')) return noLinks;
  return texts.flatMap((text: unknown) => {
    const [name, alias] = parseLink(String(text));
    const container = findContainer(state, name);
    return container ? [{ container, alias }] : [];
  });
}

/** Refuses a link to nothing, or to a container on the host's network (moby daemon/daemon_unix.go registerLinks). */
export function verifyLinks(state: Sandbox, hostConfig: HostConfig): void {
  const texts = hostConfig['Links'];
  if (!Array.isArray(texts) || isUserDefined(hostConfig.NetworkMode ?? '')) return;
  for (const text of texts) {
    const [name] = parseLink(String(text));
    const child = findContainer(state, name);
    if (child === null)
      return refuse(
        'invalid-parameter',
        `could not get container for ${name}: No such container: ${name}`,
      );
    if (child.hostConfig.NetworkMode === 'host')
      refuse(
        'invalid-parameter',
        "conflicting options: host type networking can't be used with links. This would result in undefined behavior",
      );
  }
}

/** Refuses to start a container whose linked ones do not run (moby daemon/container_operations_unix.go setupLinkedContainers). */
export function verifyLinked(state: Sandbox, container: Container): void {
  for (const { container: child, alias } of legacyLinks(state, container))
    if (runOf(child) === null)
      refuse(
        'internal',
        `Cannot link to a non running container: /${child.name} AS /${container.name}/${alias}`,
      );
}

/** Lines of `/etc/hosts` for the linked containers. */
export function linkLines(state: Sandbox, container: Container): string {
  return legacyLinks(state, container)
    .map(({ container: child, alias }) => {
      const address = runOf(child)?.address ?? '';
      const names = [
        alias,
        child.config.Hostname ?? '',
        ...(alias === child.name ? [] : [child.name]),
      ];
      return address === '' ? '' : `${address}\t${names.join(' ')}\n`;
    })
    .join('');
}

/** The variables that tell of the linked containers (moby daemon/links EnvVars). */
export function linkEnvironment(state: Sandbox, container: Container): readonly string[] {
  const links = legacyLinks(state, container);
  if (links.length === 0) return none;
  return links.flatMap(({ container: child, alias }) => {
    const address = runOf(child)?.address ?? '';
    const name = alias.toUpperCase().replaceAll('-', '_');
    const ports = Object.keys(child.config.ExposedPorts ?? {})
      .map((port): readonly [string, string] => {
        const [number = '', protocol = 'tcp'] = port.split('/');
        return [number, protocol];
      })
      .sort(([a, p], [b, q]) => (p === q ? Number(a) - Number(b) : p === 'tcp' ? -1 : 1));
    const [first] = ports;
    const env = first ? [`${name}_PORT=${first[1]}://${address}:${first[0]}`] : [];
    for (const [port, protocol] of ports) {
      const prefix = `${name}_PORT_${port}_${protocol.toUpperCase()}`;
      env.push(`${prefix}=${protocol}://${address}:${port}`, `${prefix}_ADDR=${address}`);
      env.push(`${prefix}_PORT=${port}`, `${prefix}_PROTO=${protocol}`);
    }
    env.push(`${name}_NAME=/${container.name}/${alias}`);
    for (const entry of child.config.Env ?? [])
      if (!/^(HOME|PATH)=/.test(entry) && entry.includes('=')) env.push(`${name}_ENV_${entry}`);
    return env;
  });
}
