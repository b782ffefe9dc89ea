import { membersOf, textOf } from '../../api/read-json';
import { CommandError, DaemonError, type Client } from '../client';
import { command, isReported, segment, some, type Command } from '../command';
import type { ParsedFlags } from '../flags';
import { executeInspect } from '../template/inspect';
import type { InspectKind } from '../template/inspect-types';
import { escapeJson } from '../template/print';
import { compileTemplate } from '../template/template';

/** An object that was found. `typed`: only its Go type is known to the command, not what the engine sent. */
interface Found {
  readonly kind: InspectKind;
  readonly json: unknown;
  readonly typed?: boolean;
}

/** Where each kind of object is asked for, in the order in which `docker inspect` tries them. */
const paths: Readonly<Record<InspectKind, string>> = {
  container: '/containers/{name}/json',
  image: '/images/{name}/json',
  network: '/networks/{name}',
  volume: '/volumes/{name}',
};
const kinds = Object.keys(paths) as readonly InspectKind[];

/** Kinds of objects that `--type` knows and this engine never holds, with what it says of them. */
const swarmKinds = ['config', 'node', 'secret', 'service', 'task'];
const allKinds = [...swarmKinds, ...kinds, 'plugin'].sort();

/** Asks for one object. Throws a DaemonError when it is not there. */
function get(client: Client, kind: InspectKind, name: string, size: boolean): Found {
  const path = paths[kind].replace('{name}', segment(name));
  const query = size && kind === 'container' ? { query: { size: '1' } } : {};
  return { kind, json: client.json({ method: 'GET', path, ...query }) };
}

/** Tries one kind after another (docker/cli cli/command/system/inspect.go inspectAll). */
function getAny(client: Client, name: string, size: boolean): Found {
  for (const kind of kinds) {
    try {
      const found = get(client, kind, name, size);
      if (size && kind !== 'container') client.error(`WARNING: --size ignored for ${kind}\n`);
      return found;
    } catch (failure) {
      const isSkipped =
        failure instanceof DaemonError &&
        (failure.status === 404 || /not supported|invalid reference format/.test(failure.reason));
      if (!isSkipped) throw failure;
    }
  }
  throw new CommandError(`Error: No such object: ${name}`);
}

/**
 * Looks up each name and prints what was found: indented JSON, `json` in one line, or a template over each (docker/cli cli/command/inspect/inspector.go).
 * Errors come last, together; the exit code is then 1.
 */
export function inspectEach(
  client: Client,
  flags: ParsedFlags,
  find: (name: string) => Found,
): number {
  const format = flags.string('format');
  const isJson = format === '' || format === 'json';
  const template = isJson ? null : compileTemplate(format);
  if (template && !template.ok)
    throw new CommandError(`template parsing error: ${template.error}`, 64);
  const found: Found[] = [];
  const errors: string[] = [];
  let text = '';
  let strict = false;
  for (const name of flags.args) {
    try {
      const object = find(name);
      found.push(object);
      if (!template) continue;
      const result = executeInspect(template.value, object.kind, object.json, {
        strict,
        typedOnly: object.typed === true,
      });
      strict ||= result.fellBack;
      if (result.ok) text += `${result.value}\n`;
      else errors.push(`template parsing error: ${result.error}`);
    } catch (failure) {
      if (!isReported(failure)) throw failure;
      errors.push(failure.message);
    }
  }
  if (template) client.out(text === '' ? '\n' : text);
  else if (found.length === 0) client.out('[]\n');
  else client.out(`${jsonOf(found, format === '')}\n`);
  if (errors.length === 0) return 0;
  client.error(`${errors.join('\n')}\n`);
  return 1;
}

/** The JSON as the engine sent it, which leaves `<` as it is; what the command encodes itself has Go's escapes. */
function jsonOf(found: readonly Found[], indented: boolean): string {
  const objects = found.map(({ json }) => json);
  const text = JSON.stringify(objects, null, indented ? 4 : undefined);
  return found.some(({ typed }) => typed === true) ? escapeJson(text) : text;
}

export const inspect: Command = command(some, (client, flags) => {
  const type = flags.string('type');
  const names = allKinds.join('", "');
  if (flags.changed('type') && type === '')
    throw new CommandError(`type is empty: must be one of "${names}"`);
  if (type !== '' && !allKinds.includes(type))
    throw new CommandError(`unknown type: ${JSON.stringify(type)}: must be one of "${names}"`);
  const size = flags.bool('size');
  return inspectEach(client, flags, (name) => {
    if (type === '') return getAny(client, name, size);
    if (swarmKinds.includes(type))
      client.ask({ method: 'GET', path: `/${type}s/${segment(name)}` });
    if (type === 'plugin') client.ask({ method: 'GET', path: `/plugins/${segment(name)}/json` });
    const kind = kinds.find((each) => each === type);
    if (!kind) throw new Error(`an object of the kind ${type} was found`);
    const found = get(client, kind, name, size);
    if (size && kind !== 'container') client.error(`WARNING: --size ignored for ${kind}\n`);
    return found;
  });
});

export const containerInspect: Command = command(some, (client, flags) =>
  inspectEach(client, flags, (name) => get(client, 'container', name, flags.bool('size'))),
);

export const imageInspect: Command = command(some, (client, flags) =>
  inspectEach(client, flags, (name) => {
    const found = get(client, 'image', name, false);
    const platform = flags.string('platform');
    const own = `linux/${textOf(membersOf(found.json)['Architecture'])}`;
    if (platform === '' || platform === own) return found;
    throw new DaemonError(
      404,
      `image with reference ${name} was found but its platform (${own}) does not match the specified platform (${platform})`,
    );
  }),
);

export const networkInspect: Command = command(some, (client, flags) =>
  inspectEach(client, flags, (name) => get(client, 'network', name, false)),
);

export const volumeInspect: Command = command(some, (client, flags) =>
  inspectEach(client, flags, (name) => ({ ...get(client, 'volume', name, false), typed: true })),
);
