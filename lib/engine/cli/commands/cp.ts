import { membersOf, textOf } from '../../api/read-json';
import { pack, unpack, type Archive } from '../../container/archive';
import { sizeOfEntry } from '../../files/attributes';
import { nameOf, parentOf, resolvePath } from '../../files/path';
import { HostFiles } from '../../shell/host-files';
import { humanSizeWithPrecision } from '../humanize';
import { CommandError, type Client } from '../client';
import { command, segment, two } from '../command';
import { helpTexts } from '../help/texts';

const HOME = '/home/learner';

/** `web:/etc/hosts` is a place in a container; a path that begins with `/` or `.` is not. */
function split(text: string): { readonly container: string | null; readonly path: string } {
  const colon = text.indexOf(':');
  if (/^[/.]/.test(text) || colon < 0) return { container: null, path: text };
  return { container: text.slice(0, colon), path: text.slice(colon + 1) };
}

/** Where a copied thing will stand: inside a folder that exists, or at the path itself. */
function landing(
  target: string,
  typed: string,
  isFolder: boolean,
  source: string,
  archive: Archive,
): string {
  if (isFolder)
    return source.endsWith('/.')
      ? target
      : `${target === '/' ? '' : target}/${nameOf(resolvePath('/', source))}`;
  if (typed.endsWith('/') && archive['']?.kind !== 'directory')
    throw new CommandError(`no such directory`);
  return target;
}

function fromContainer(client: Client, container: string, path: string, target: string): void {
  const json = membersOf(
    client.json({
      method: 'GET',
      path: `/containers/${segment(container)}/archive`,
      query: { path },
    }),
  );
  const archive = membersOf(json['archive']) as Archive;
  const files = new HostFiles(client.turn);
  const at = resolvePath(HOME, target);
  if (files.get(parentOf(at))?.kind !== 'directory')
    throw new CommandError(
      `invalid output path: directory ${JSON.stringify(parentOf(at))} does not exist`,
    );
  unpack(files, landing(at, target, files.get(at)?.kind === 'directory', path, archive), archive);
  done(client, archive, at);
}

function toContainer(client: Client, source: string, container: string, path: string): void {
  const at = resolvePath(HOME, source);
  const archive = pack(new HostFiles(client.turn), at);
  if (!archive) throw new CommandError(`lstat ${at}: no such file or directory`);
  client.json({ method: 'GET', path: `/containers/${segment(container)}/json` });
  const there = client.send({
    method: 'GET',
    path: `/containers/${segment(container)}/archive`,
    query: { path },
  });
  const existing =
    there.body.kind === 'json' ? membersOf(membersOf(there.body.json)['archive'])[''] : undefined;
  const isFolder = there.status < 400 && textOf(membersOf(existing)['kind']) === 'directory';
  const target = landing(resolvePath('/', path), path, isFolder, source, archive);
  client.ask({
    method: 'PUT',
    path: `/containers/${segment(container)}/archive`,
    query: { path: target },
    body: archive,
  });
  done(client, archive, `${container}:${path}`);
}

/** On a terminal the command says what it copied. */
function done(client: Client, archive: Archive, target: string): void {
  if (!client.settings.terminal) return;
  const size = Object.values(archive).reduce((sum, entry) => sum + sizeOfEntry(entry), 0);
  client.error(`Successfully copied ${humanSizeWithPrecision(tarSize(size), 3)} to ${target}\n`);
}

/** What a file weighs as a tar: its header, its blocks and the end. */
function tarSize(bytes: number): number {
  return 512 + Math.ceil(bytes / 512) * 512 + 1024;
}

export const cp = command(helpTexts.cp, two, (client, flags) => {
  const [source = '', target = ''] = flags.args;
  if (source === '') throw new CommandError('source can not be empty');
  if (target === '') throw new CommandError('destination can not be empty');
  const [from, to] = [split(source), split(target)];
  if (from.container !== null && to.container !== null)
    throw new CommandError('copying between containers is not supported');
  if (from.container !== null) fromContainer(client, from.container, from.path, to.path);
  else if (to.container !== null) toContainer(client, from.path, to.container, to.path);
  else throw new CommandError('must specify at least one container source');
  return 0;
});
