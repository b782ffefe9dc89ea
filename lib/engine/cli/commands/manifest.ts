import { own } from '../../../kernel/own';
import { membersOf, textOf } from '../../api/read-json';
import { ARCHITECTURE, SYSTEM } from '../../image/platform';
import { format, parseNormalizedNamed, tagNameOnly, type Reference } from '../../reference';
import { readManifest } from '../../registry/read-manifest';
import { CommandError } from '../client';
import { command, one, some, two } from '../command';
import { HUB } from './credentials';

/* Manifests where they lie. Lists of them are not kept here: none is ever found (docker/cli cli/command/manifest). */

function named(text: string): Reference {
  const reference = parseNormalizedNamed(text);
  if (!reference.ok) throw new CommandError(reference.error);
  return tagNameOnly(reference.value);
}

const absent = (text: string): string => `No such manifest: ${format(named(text))}`;

export const manifestInspect = command({ min: 1, max: 2 }, (client, flags) => {
  const [first = '', second] = flags.args;
  const reference = named(first);
  if (second !== undefined) throw new CommandError(absent(second));
  const address = reference.domain === 'docker.io' ? HUB : reference.domain;
  const login = own(client.settings.logins, address) ?? null;
  const found = readManifest(client.turn, reference, login, flags.bool('insecure'));
  if (typeof found === 'string') throw new CommandError(found);
  const { document, digest } = found;
  const manifest: unknown = JSON.parse(document);
  const told = {
    Ref: format(reference),
    Descriptor: {
      mediaType: textOf(membersOf(manifest)['mediaType']),
      digest,
      size: document.length,
      platform: { architecture: ARCHITECTURE, os: SYSTEM },
    },
    Raw: btoa(document),
    SchemaV2Manifest: manifest,
  };
  client.out(`${JSON.stringify(flags.bool('verbose') ? told : manifest, null, '\t')}\n`);
  return 0;
});

/** Removes lists, of which there is none. */
export const manifestRemove = command(some, (_client, { args }) => {
  throw new CommandError(args.map(absent).join('\n'));
});

export const manifestPush = command(one, (_client, { args: [list = ''] }) => {
  throw new CommandError(absent(list));
});

export const manifestAnnotate = command(two, (_client, { args: [list = '', image = ''] }) => {
  named(list);
  named(image);
  throw new CommandError(`manifest for image ${image} does not exist in ${list}`);
});
