import { executeInspect } from '../template/inspect';
import type { InspectKind } from '../template/inspect-types';
import { compileTemplate } from '../template/template';
import { CommandError, DaemonError, type Client } from '../client';
import { command, segment, some, type Command } from '../command';
import type { ParsedFlags } from '../flags';
import { helpTexts } from '../help/texts';

/** Where each kind of object is asked for, in the order in which `docker inspect` tries them. */
const places: readonly { readonly kind: InspectKind; readonly path: (name: string) => string }[] = [
  { kind: 'container', path: (name) => `/containers/${segment(name)}/json` },
  { kind: 'image', path: (name) => `/images/${segment(name)}/json` },
  { kind: 'network', path: (name) => `/networks/${segment(name)}` },
  { kind: 'volume', path: (name) => `/volumes/${segment(name)}` },
];

interface Found {
  readonly kind: InspectKind;
  readonly json: unknown;
}

/** Finds an object of the kinds; throws what the command line says when there is none. */
function find(client: Client, name: string, kinds: readonly InspectKind[], size: boolean): Found {
  for (const place of places) {
    if (!kinds.includes(place.kind)) continue;
    const answer = client.send({
      method: 'GET',
      path: place.path(name),
      ...(size && place.kind === 'container' ? { query: { size: '1' } } : {}),
    });
    if (answer.status < 400)
      return { kind: place.kind, json: answer.body.kind === 'json' ? answer.body.json : null };
    const { body } = answer;
    const reason =
      body.kind === 'json' ? (body.json as { readonly message?: string }).message : undefined;
    if (kinds.length === 1) throw new DaemonError(answer.status, reason ?? '');
    if (answer.status !== 404 && !(place.kind === 'image' && answer.status === 400))
      throw new DaemonError(answer.status, reason ?? '');
  }
  throw new CommandError(`Error: No such object: ${name}`);
}

/** Pretty JSON with Go's escapes and four blanks. */
function pretty(value: unknown): string {
  return JSON.stringify(value, null, 4)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
}

function inspectAll(client: Client, flags: ParsedFlags, kinds: readonly InspectKind[]): number {
  const format = flags.string('format');
  const template = format === '' || format === 'json' ? null : compileTemplate(format);
  if (template && !template.ok)
    throw new CommandError(`template parsing error: ${template.error}`, 64);
  const size = kinds.includes('container') && flags.bool('size');
  const found: Found[] = [];
  const errors: string[] = [];
  let text = '';
  for (const name of flags.args) {
    try {
      const object = find(client, name, kinds, size);
      found.push(object);
      if (template?.ok) {
        const result = executeInspect(template.value, object.kind, object.json);
        if (!result.ok) throw new CommandError(`template parsing error: ${result.error}`);
        text += `${result.value}\n`;
      }
    } catch (failure) {
      if (!(failure instanceof CommandError) && !(failure instanceof DaemonError)) throw failure;
      errors.push(failure.message);
      if (failure.message.startsWith('template parsing error')) break;
    }
  }
  if (template) client.out(text === '' ? '\n' : text);
  else if (format === 'json') client.out(`${JSON.stringify(found.map(({ json }) => json))}\n`);
  else client.out(found.length === 0 ? '[]\n' : `${pretty(found.map(({ json }) => json))}\n`);
  if (errors.length === 0) return 0;
  client.error(`${errors.join('\n')}\n`);
  return 1;
}

const types: readonly InspectKind[] = ['container', 'image', 'network', 'volume'];

export const inspect: Command = command(helpTexts.inspect, some, (client, flags) => {
  const type = flags.string('type');
  const kind = types.find((each) => each === type);
  if (type !== '' && !kind)
    throw new CommandError(
      `unknown type: ${JSON.stringify(type)}: must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"`,
    );
  return inspectAll(client, flags, kind ? [kind] : types);
});

export const containerInspect: Command = command(
  helpTexts['container inspect'],
  some,
  (client, flags) => inspectAll(client, flags, ['container']),
);

export const imageInspect: Command = command(helpTexts['image inspect'], some, (client, flags) =>
  inspectAll(client, flags, ['image']),
);

export const volumeInspect: Command = command(helpTexts['volume inspect'], some, (client, flags) =>
  inspectAll(client, flags, ['volume']),
);
