import { digestOf } from '../../digest';
import { membersOf, textOf } from '../../api/read-json';
import { resolvePath } from '../../files/path';
import { HostFiles } from '../../shell/host-files';
import type { Caller } from './caller';

/** What is kept of a context: its words, and where its engine is. */
export interface Context {
  readonly name: string;
  readonly description: string;
  /** `tcp://lab:2376`; `''` for the usual socket. */
  readonly host: string;
  readonly skipsTls: boolean;
}

export const DEFAULT_CONTEXT = 'default';

/** The folder of the command line's settings. */
export function configFolder({ settingsFolder, env, cwd, user }: Caller): string {
  const given = settingsFolder || env['DOCKER_CONFIG'] || '';
  return given === '' ? `${user.home}/.docker` : resolvePath(cwd, given);
}

/** Where a context is kept (docker/cli cli/context/store): a folder that is named by a digest of its name. */
export function contextFolder(client: Caller, name: string, kind: 'meta' | 'tls'): string {
  return `${configFolder(client)}/contexts/${kind}/${digestOf(name).slice('sha256:'.length)}`;
}

/** What is said of a context that does not exist. */
export function contextNotFound(client: Caller, name: string): string {
  const file = `${contextFolder(client, name, 'meta')}/meta.json`;
  return `context ${JSON.stringify(name)}: context not found: open ${file}: no such file or directory`;
}

/** A context as its file has it, the members in Go's order. */
export function contextJson({ name, description, host, skipsTls }: Context): {
  readonly Name: string;
  readonly Metadata: Readonly<Record<string, string>>;
  readonly Endpoints: Readonly<Record<string, unknown>>;
} {
  return {
    Name: name,
    Metadata: description === '' ? {} : { Description: description },
    Endpoints: {
      docker: { ...(host === '' ? {} : { Host: host }), SkipTLSVerify: skipsTls },
    },
  };
}

/** Reads what `contextJson` made; null for a text that is no context. */
export function parseContext(text: string): Context | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const { Name: name, Metadata: metadata, Endpoints: endpoints } = membersOf(json);
  const endpoint = membersOf(membersOf(endpoints)['docker']);
  return {
    name: textOf(name),
    description: textOf(membersOf(metadata)['Description']),
    host: textOf(endpoint['Host']),
    skipsTls: endpoint['SkipTLSVerify'] === true,
  };
}

/** A context that somebody has made; null when there is none of the name. */
export function findContext(client: Caller, name: string): Context | null {
  const file = `${contextFolder(client, name, 'meta')}/meta.json`;
  const entry = new HostFiles(client.turn).get(file);
  return entry?.kind === 'text' ? parseContext(entry.text) : null;
}

/** The contexts that somebody has made. */
export function listContexts(client: Caller): readonly Context[] {
  const files = new HostFiles(client.turn);
  const folder = `${configFolder(client)}/contexts/meta`;
  return files.list(folder).flatMap((id) => {
    const entry = files.get(`${folder}/${id}/meta.json`);
    const context = entry?.kind === 'text' ? parseContext(entry.text) : null;
    return context ? [context] : [];
  });
}

/** Makes a context, or changes it. */
export function putContext(client: Caller, context: Context): void {
  const files = new HostFiles(client.turn);
  const { uid } = client.user;
  const folder = contextFolder(client, context.name, 'meta');
  const top = configFolder(client);
  for (const path of [top, `${top}/contexts`, `${top}/contexts/meta`, folder])
    if (files.get(path) === null)
      files.put(path, { kind: 'directory', uid, gid: uid, mode: path === top ? 0o700 : 0o755 });
  const text = JSON.stringify(contextJson(context));
  files.put(`${folder}/meta.json`, { kind: 'text', text, uid, gid: uid });
}

/** Removes a context, if there is one. */
export function dropContext(client: Caller, name: string): void {
  new HostFiles(client.turn).remove(contextFolder(client, name, 'meta'));
}
