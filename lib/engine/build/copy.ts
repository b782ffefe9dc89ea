import { sizeOfLayer } from '../container/changes';
import { refuse } from '../errors';
import { digestOf } from '../digest';
import { isWithin, join, nameOf, parentOf, resolvePath } from '../files/path';
import type { FileEntry } from '../filesystem';
import { readTar, type TarContent } from '../image/archive';
import { filesOfTar } from '../image/tar-files';
import { isForMachine, parsePlatform, PLATFORM } from '../image/platform';
import { addImage } from './add-image';
import { copiedImage } from './base-image';
import type { BuildRun, StageRun } from './build-run';
import { parseChown, type Owner } from './chown';
import { copySources, hashOfSources, type CopyFrom } from './copy-sources';
import type { CopyWords } from './dockerfile/instruction';
import { wrapped } from './dockerfile/refusal';
import { takeFromCache } from './image-cache';
import { imageFiles } from './image-files';
import { withComment } from './run-config';
import type { StackedFiles } from './stacked-files';

const BUILDKIT =
  'option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled';
const root: Owner = { uid: 0, gid: 0 };

/** A stage for another machine begins all the same: only what copies into it looks at its image's platform. */
function refuseForeign(id: string, asked: string): never {
  const parsed = parsePlatform(asked);
  return refuse(
    'not-found',
    `failed to get destination image "${id}": image with reference ${id} was found but its platform (${PLATFORM}) does not match the specified platform (${parsed.ok ? parsed.value : asked})`,
  );
}

/** COPY and ADD: puts files of the context, of a stage or of an image into a new layer (moby builder/dockerfile performCopy). */
export function copyFiles(
  run: BuildRun,
  stage: StageRun,
  words: CopyWords,
  keyword: 'COPY' | 'ADD',
): void {
  if (words.chmod !== '') refuse('internal', `the --chmod ${BUILDKIT}`);
  const from: CopyFrom =
    words.from === ''
      ? { files: run.context, isContext: true }
      : { files: imageFiles(run, copiedImage(run, words.from)), isContext: false };
  const { destination, chown } = words;
  const sources = copySources(from, words.sources, keyword, destination);
  const owned = chown === '' ? '' : `--chown=${chown} `;
  const comment = `${keyword} ${owned}${hashOfSources(sources)} in ${destination} `;
  const containerConfig = withComment(stage.config, comment, true);
  if (takeFromCache(run, stage, containerConfig)) return;
  const { platform } = run.options;
  if (stage.image && !isForMachine(platform)) refuseForeign(stage.image.id, platform);
  const target = imageFiles(run, stage.image);
  const keepsOwner = !from.isContext && chown === '';
  const owner = chown === '' ? root : parseChown(target, chown);
  const storage = `/var/lib/docker/vfs/dir/${digestOf(comment).slice('sha256:'.length)}`;
  const copy = new Copy(from.files, target, keepsOwner ? null : owner, keyword === 'ADD', storage);
  const absolute = destination.startsWith('/')
    ? destination
    : `${resolvePath(`/${stage.config.WorkingDir ?? ''}`, destination)}${destination.endsWith('/') ? '/' : ''}`;
  wrapped('failed to copy files', () => {
    for (const { path } of sources) copy.put(path, absolute);
  });
  addImage(run, stage, {
    container: '',
    containerConfig,
    files: target.changes(),
    unlisted: copy.unlisted,
  });
}

/** Copies into a layer. `owner`: whose the copies are, null when they keep theirs. `unpacks`: tars of the context are taken apart. */
class Copy {
  /** The bytes of files that came with a tar of the catalogue and are not listed one by one. */
  unlisted = 0;

  constructor(
    private readonly from: StackedFiles,
    private readonly target: StackedFiles,
    private readonly owner: Owner | null,
    private readonly unpacks: boolean,
    /** Where the engine keeps the layer, as errors name it. */
    private readonly storage: string,
  ) {}

  /** Puts one thing where the destination says; one that ends with a slash is a folder. */
  put(path: string, destination: string): void {
    const entry = this.from.get(path);
    if (!entry) return;
    const place = this.target.real(resolvePath('/', destination));
    this.lookAt(place, entry.kind === 'directory');
    if (entry.kind === 'directory') return this.putFolder(this.from.real(path), place);
    const tar = this.unpacks && entry.kind === 'text' ? readTar(entry.text) : null;
    if (tar) return this.unpack(tar, place);
    const isFolder = destination.endsWith('/') || this.target.get(place)?.kind === 'directory';
    const at = isFolder ? join(place, nameOf(path)) : place;
    this.folder(parentOf(at));
    this.target.put(at, this.owned(entry));
  }

  /** Looks whether a folder stands where something is to be put: below a file nothing can be looked for, and a folder cannot take a file's place. */
  private lookAt(place: string, folderComes: boolean): void {
    const fails = (call: string): string => `${call} ${this.storage}${place}: not a directory`;
    for (let above = parentOf(place); above !== '/'; above = parentOf(above)) {
      const there = this.target.get(above);
      if (there && there.kind !== 'directory')
        refuse(
          'internal',
          `${folderComes ? 'failed to query destination path: ' : ''}${fails('lstat')}`,
        );
    }
    const there = this.target.get(place);
    if (folderComes && there && there.kind !== 'directory')
      refuse('internal', `failed to copy directory: ${fails('mkdir')}`);
  }

  private putFolder(folder: string, place: string): void {
    this.folder(place);
    const entries: Record<string, FileEntry> = {};
    for (const [path, entry] of this.from.walk(folder)) {
      if (path === folder) continue;
      const inner = folder === '/' ? path : path.slice(folder.length);
      entries[place === '/' ? inner : place + inner] = this.owned(entry);
    }
    if (this.target.list(place).length === 0) this.target.addAll(entries);
    else for (const [at, entry] of Object.entries(entries)) this.write(at, entry);
  }

  private unpack(tar: TarContent, place: string): void {
    const files = filesOfTar(tar);
    const there = this.target.get(place);
    if (there && there.kind !== 'directory')
      refuse(
        'internal',
        `error setting up pivot dir: mkdir ${this.storage}${place}/.pivot_root: not a directory`,
      );
    this.folder(place);
    for (const [path, entry] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (entry.kind !== 'whiteout') this.target.put(place === '/' ? path : place + path, entry);
    if (tar.kind === 'files') this.unlisted += tar.weight - sizeOfLayer(files);
  }

  private write(at: string, entry: FileEntry): void {
    const there = this.target.at(at);
    if (entry.kind === 'directory' && there?.kind === 'directory')
      this.target.alter(at, () => entry);
    else this.target.put(at, entry);
  }

  /** Makes a folder with those that it lies in, unless they are there. */
  private folder(path: string): void {
    const there = this.target.get(path);
    if (there?.kind === 'directory') return;
    if (there)
      refuse(
        'internal',
        `failed to create new directory: mkdir ${this.storage}${path}: not a directory`,
      );
    if (path !== '/' && isWithin(path, '/')) this.folder(parentOf(path));
    this.target.put(path, this.owned({ kind: 'directory' }));
  }

  private owned(entry: FileEntry): FileEntry {
    if (!this.owner) return entry;
    const { uid: _, gid: __, ...rest } = entry;
    const { uid, gid } = this.owner;
    return { ...rest, ...(uid === 0 ? {} : { uid }), ...(gid === 0 ? {} : { gid }) };
  }
}
