import { cleanPath } from '../../build/clean-path';
import type { BuildContext } from '../../build/build-image';
import { IgnorePatterns, readIgnoreFile } from '../../build/ignore';
import { EngineError } from '../../errors';
import { sizeOfEntry } from '../../files/attributes';
import { join, resolvePath } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import { readTar, sizeOfTar, tarSize } from '../../image/archive';
import { filesOfTar } from '../../image/tar-files';
import { connectionError } from '../../registry/connect';
import { HostFiles } from '../../shell/host-files';
import { makeId } from '../../turn';
import { CommandError, type Client } from '../client';

/** What is sent to the builder: files by path relative to the context's root, and which of them is the Dockerfile. */
export interface SentContext {
  readonly files: BuildContext;
  readonly dockerfile: string;
  /** The bytes of the tar in which they travel. */
  readonly size: number;
}

const DEFAULT = 'Dockerfile';

function unprepared(reason: string): never {
  throw new CommandError(`unable to prepare context: ${reason}`);
}

function sent(files: BuildContext, dockerfile: string): SentContext {
  const entries = Object.entries(files).map(([name, entry]) => ({
    name,
    size: sizeOfEntry(entry),
  }));
  return { files, dockerfile, size: tarSize(entries) };
}

/** Finds what `docker build` is given as its context (docker/cli cli/command/image/build.go). `file` is the value of `-f`. */
export function buildContext(client: Client, source: string, file: string): SentContext {
  if (source === '-') return fromInput(client, file);
  const files = new HostFiles(client.turn);
  if (files.get(resolvePath(client.cwd, source))) return fromFolder(client, files, source, file);
  if (/^(?:git:\/\/|git@|github\.com\/)|^https?:\/\/.*\.git(?:#.*)?$/.test(source))
    return unprepared(`unable to find 'git': exec: "git": executable file not found in $PATH`);
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/?#]*)/.exec(source) ?? [];
  if (scheme === '') return unprepared(`path ${JSON.stringify(source)} not found`);
  const reason = connectionError(host, scheme, undefined) ?? 'EOF';
  return unprepared(`unable to download remote context ${source}: Get "${source}": ${reason}`);
}

/** The standard input is a Dockerfile alone, or a tar. */
function fromInput(client: Client, file: string): SentContext {
  if (file === '-')
    throw new CommandError(
      "invalid argument: can't use stdin for both build context and dockerfile",
    );
  const tar = readTar(client.stdin);
  if (tar) {
    const files = Object.create(null) as Record<string, FileEntry>;
    for (const [path, entry] of Object.entries(filesOfTar(tar)))
      if (entry.kind !== 'whiteout') files[path.slice(1)] = entry;
    return { files, dockerfile: file, size: sizeOfTar(client.stdin) ?? 0 };
  }
  if (file !== '')
    unprepared('ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles');
  return sent({ [DEFAULT]: { kind: 'text', text: client.stdin } }, DEFAULT);
}

function fromFolder(client: Client, files: HostFiles, source: string, file: string): SentContext {
  const folder = files.real(resolvePath(client.cwd, source));
  if (files.get(folder)?.kind !== 'directory') unprepared(`context must be a directory: ${folder}`);
  const dockerfile = file === '-' ? null : dockerfilePath(client, files, folder, file);
  const relative = dockerfile === null ? null : relativePath(folder, dockerfile);
  const inside = relative?.startsWith('../') ? null : relative;
  const packed = pack(files, folder, inside);
  if (inside !== null) return sent(packed, inside);
  const entry = dockerfile === null ? null : files.get(dockerfile);
  const text = dockerfile === null ? client.stdin : entry?.kind === 'text' ? entry.text : '';
  return withDockerfile(client, packed, text);
}

/** Where the Dockerfile is; `dockerfile` in small letters counts when there is no other. */
function dockerfilePath(client: Client, files: HostFiles, folder: string, file: string): string {
  let path = file === '' ? join(folder, DEFAULT) : resolvePath(client.cwd, file);
  if (file === '' && !files.at(path)) {
    const lower = join(folder, DEFAULT.toLowerCase());
    if (files.at(lower)) path = lower;
  }
  const parts = path.split('/').slice(1);
  for (const index of parts.keys()) {
    const part = `/${parts.slice(0, index + 1).join('/')}`;
    if (!files.get(part))
      unprepared(
        `unable to evaluate symlinks in Dockerfile path: lstat ${part}: no such file or directory`,
      );
  }
  return files.real(path);
}

/** Go's filepath.Rel of two absolute paths. */
function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

/** A Dockerfile from elsewhere goes along under a name made up, which `.dockerignore` hides from the build. */
function withDockerfile(client: Client, files: BuildContext, text: string): SentContext {
  const name = `.dockerfile.${makeId(client.turn, 'dockerfile', 20)}`;
  const ignore = files['.dockerignore'];
  const before = ignore?.kind === 'text' ? ignore.text : '.dockerignore';
  return sent(
    {
      ...files,
      [name]: { kind: 'text', text, mode: 0o600 },
      '.dockerignore': { kind: 'text', text: `${before}\n${name}\n`, mode: 0o600 },
    },
    name,
  );
}

/** The patterns of the folder's `.dockerignore`; the Dockerfile and the file itself are sent in any case. */
function ignored(files: HostFiles, folder: string, dockerfile: string | null): IgnorePatterns {
  const entry = files.get(join(folder, '.dockerignore'));
  const lines = entry?.kind === 'text' ? readIgnoreFile(entry.text) : [];
  try {
    const patterns = new IgnorePatterns(lines);
    const kept = ['.dockerignore', ...(dockerfile === null ? [] : [dockerfile])].filter((name) =>
      patterns.matches(name),
    );
    return new IgnorePatterns([...lines, ...kept.map((name) => `!${name}`)]);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    throw new CommandError(`error checking context: ${failure.message}`);
  }
}

/** The folder's files that are not left out. All belong to root on their way. */
function pack(files: HostFiles, folder: string, dockerfile: string | null): BuildContext {
  const patterns = ignored(files, folder, dockerfile);
  const packed = Object.create(null) as Record<string, FileEntry>;
  const walk = (at: string, shown: string): void => {
    for (const name of files.list(at)) {
      const path = join(at, name);
      const relative = cleanPath(`${shown}/${name}`);
      const entry = files.at(path);
      if (!entry) continue;
      const out = patterns.matches(relative);
      if (!out) packed[relative] = ownedByRoot(entry, files.changedAt(path, entry));
      if (entry.kind !== 'directory') continue;
      if (!out || patterns.mayHoldException(relative)) walk(path, relative);
    }
  };
  walk(folder, '.');
  return packed;
}

function ownedByRoot(entry: FileEntry, mtime: number): FileEntry {
  const { uid: _, gid: __, inode: ___, ...rest } = entry;
  return { ...rest, mtime };
}
