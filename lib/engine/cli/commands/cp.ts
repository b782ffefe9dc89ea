import { own } from '../../../kernel/own';
import { membersOf, numberOf, textOf } from '../../api/read-json';
import { archiveName, pack, unpack, type Archive, type PathStat } from '../../container/archive';
import { sizeOfEntry } from '../../files/attributes';
import { nameOf, parentOf, resolvePath } from '../../files/path';
import { readTar, tarSize, writeTar } from '../../image/archive';
import { HostFiles } from '../../shell/host-files';
import { formatTime } from '../../time';
import { humanSizeWithPrecision } from '../humanize';
import { CommandError, type Client } from '../client';
import { command, segment, two } from '../command';
import type { ParsedFlags } from '../flags';

const FOLDER_BIT = 2 ** 31;
const LINK_BIT = 2 ** 27;

/** `web:/etc/hosts` is a place in a container; a path that begins with `/` or `.` is not. */
function split(text: string): { readonly container: string | null; readonly path: string } {
  const colon = text.indexOf(':');
  if (/^[/.]/.test(text) || colon < 0) return { container: null, path: text };
  return { container: text.slice(0, colon) || null, path: text.slice(colon + 1) };
}

/** Where a thing is to go. */
interface Destination {
  readonly path: string;
  readonly exists: boolean;
  readonly isFolder: boolean;
}

/** The folder to extract into, and the archive with the names that it shall have there (moby archive.PrepareArchiveCopy). */
function prepare(
  archive: Archive,
  source: string,
  target: Destination,
): { readonly folder: string; readonly archive: Archive } {
  if (target.exists && target.isFolder) return { folder: target.path, archive };
  const base = archiveName(source);
  const isFolder = own(archive, base)?.kind === 'directory';
  if (target.exists && isFolder) throw new CommandError('cannot copy directory');
  if (!target.exists && !isFolder && /(^|\/)\.?$/.test(target.path))
    throw new CommandError('no such directory');
  const clean = resolvePath('/', target.path);
  const renamed = Object.entries(archive).map(([name, entry]) => [
    nameOf(clean) + name.slice(base.length),
    entry,
  ]);
  return { folder: parentOf(clean), archive: Object.fromEntries(renamed) as Archive };
}

/** Asks what lies at a path of a container; null when nothing does. */
function statOf(
  client: Client,
  container: string,
  path: string,
): ReturnType<typeof readStat> | null {
  const { status, headers } = client.send({
    method: 'HEAD',
    path: `/containers/${segment(container)}/archive`,
    query: { path },
  });
  const header = headers?.['X-Docker-Container-Path-Stat'];
  return status >= 400 || header === undefined ? null : readStat(header);
}

function readStat(header: string): Pick<PathStat, 'mode' | 'linkTarget'> {
  const bytes = Uint8Array.from(atob(header), (letter) => letter.charCodeAt(0));
  const json = membersOf(JSON.parse(new TextDecoder().decode(bytes)));
  return { mode: numberOf(json['mode']), linkTarget: textOf(json['linkTarget']) };
}

function fromContainer(
  client: Client,
  container: string,
  path: string,
  target: string,
  flags: ParsedFlags,
): void {
  const files = new HostFiles(client.turn);
  const at = resolvePath(client.cwd, target);
  if (target !== '-' && files.get(parentOf(at)) === null)
    throw new CommandError(
      `invalid output path: directory ${JSON.stringify(parentOf(at))} does not exist`,
    );
  const link = flags.bool('follow-link') ? statOf(client, container, path) : null;
  const source = link && link.mode >= LINK_BIT && link.linkTarget !== '' ? link.linkTarget : path;
  const archive = membersOf(
    client.json({
      method: 'GET',
      path: `/containers/${segment(container)}/archive`,
      query: { path: source },
    }),
  ) as Archive;
  if (target === '-') return client.out(tarOf(archive));
  const there = files.get(at);
  const typed = /(^|\/)\.?$/.test(target) && at !== '/' ? `${at}/` : at;
  const named = renamed(archive, archiveName(source), archiveName(path));
  const prepared = prepare(named, path, {
    path: typed,
    exists: there !== null && !(typed.endsWith('/') && there.kind !== 'directory'),
    isFolder: there?.kind === 'directory',
  });
  const folder = resolvePath('/', prepared.folder);
  const { uid } = client.user;
  if (files.get(folder)?.kind !== 'directory') throw new CommandError('not a directory');
  const obstacle = unpack(files, folder, prepared.archive, { uid, gid: uid });
  if (obstacle !== null) throw new CommandError(obstacle);
  done(client, flags, archive, at);
}

/** What a link was followed to keeps the link's name. */
function renamed(archive: Archive, from: string, to: string): Archive {
  if (from === to) return archive;
  return Object.fromEntries(
    Object.entries(archive).map(([name, entry]) => [to + name.slice(from.length), entry]),
  );
}

function toContainer(
  client: Client,
  source: string,
  container: string,
  path: string,
  flags: ParsedFlags,
): void {
  let target = path;
  let stat = statOf(client, container, path);
  if (stat && stat.mode < FOLDER_BIT && stat.mode >= LINK_BIT && stat.linkTarget !== '') {
    target = stat.linkTarget;
    stat = statOf(client, container, target);
  }
  const isFolder = stat !== null && stat.mode >= FOLDER_BIT;
  const put = (folder: string, archive: Archive): void => {
    client.ask({
      method: 'PUT',
      path: `/containers/${segment(container)}/archive`,
      query: {
        path: folder,
        noOverwriteDirNonDir: 'true',
        ...(flags.bool('archive') ? { copyUIDGID: 'true' } : {}),
      },
      body: archive,
    });
    done(client, flags, archive, `${container}:${target}`);
  };
  if (source === '-') {
    if (!isFolder) throw new CommandError(`destination "${container}:${path}" must be a directory`);
    return put(target, readStream(client));
  }
  const files = new HostFiles(client.turn);
  const typed = resolvePath(client.cwd, source);
  const at = flags.bool('follow-link') || /\/\.?$/.test(source) ? files.real(typed) : typed;
  const name = /(^|\/)\.\/*$/.test(source) ? '.' : archiveName(typed);
  const archive = pack(files, at, name);
  if (!archive) throw new CommandError(`lstat ${typed}: no such file or directory`);
  if (
    !isFolder &&
    stat === null &&
    own(archive, name)?.kind !== 'directory' &&
    /(^|\/)\.?$/.test(target) &&
    exists(client, container)
  )
    tellClosedPipe(client, typed);
  const prepared = prepare(archive, name, { path: target, exists: stat !== null, isFolder });
  put(prepared.folder, prepared.archive);
}

/**
 * Is there such a container? Where there is none the engine answers at once, and the client has mostly ended before its writer complains; a container's
 * file system keeps the engine busy, and the writer mostly comes first (docs/decisions/070).
 */
function exists({ turn: { state } }: Client, container: string): boolean {
  return state.names.has(container) || state.containers.startingWith(container, 1).length > 0;
}

/** The client gives up while its tar is being written; the writer complains (moby pkg/archive). */
function tellClosedPipe(client: Client, path: string): void {
  const time = formatTime(client.now).replace(/\.\d+Z$/, 'Z');
  const say = (what: string): void =>
    client.error(`time="${time}" level=error msg="${what}: io: read/write on closed pipe"\n`);
  say(`Can't add file ${path} to tar`);
  say("Can't close tar writer");
}

/** The tar that stands on the standard input. */
function readStream(client: Client): Archive {
  const content = readTar(client.stdin);
  if (content?.kind === 'files')
    return Object.fromEntries(
      Object.entries(content.files).flatMap(([path, entry]) =>
        entry.kind === 'whiteout' ? [] : [[path.slice(1), entry]],
      ),
    );
  if (client.stdin === '') return {};
  // Anything else is no tar: the daemon reads an end, or nonsense, where a header should stand.
  throw new CommandError(
    `Error response from daemon: ${client.stdin.length < 512 ? 'unexpected EOF' : 'archive/tar: invalid tar header'}`,
  );
}

function entriesOf(archive: Archive): readonly { readonly name: string; readonly size: number }[] {
  return Object.entries(archive).map(([name, entry]) => ({ name, size: sizeOfEntry(entry) }));
}

function tarOf(archive: Archive): string {
  const entries = entriesOf(archive);
  const files = Object.fromEntries(
    Object.entries(archive).map(([name, entry]) => [`/${name}`, entry]),
  );
  const weight = entries.reduce((sum, { size }) => sum + size, 0);
  return writeTar({ kind: 'files', files, weight }, tarSize(entries));
}

/** On a terminal the command says what it copied. */
function done(client: Client, flags: ParsedFlags, archive: Archive, target: string): void {
  if (!client.outputIsTerminal || flags.bool('quiet')) return;
  const size = humanSizeWithPrecision(tarSize(entriesOf(archive)), 3);
  client.error(`Successfully copied ${size} to ${target}\n`);
}

export const cp = command(two, (client, flags) => {
  const [source = '', target = ''] = flags.args;
  if (source === '') throw new CommandError('source can not be empty');
  if (target === '') throw new CommandError('destination can not be empty');
  const [from, to] = [split(source), split(target)];
  if (from.container !== null && to.container !== null)
    throw new CommandError('copying between containers is not supported');
  if (from.container !== null) fromContainer(client, from.container, from.path, to.path, flags);
  else if (to.container !== null) toContainer(client, from.path, to.container, to.path, flags);
  else throw new CommandError('must specify at least one container source');
  return 0;
});
