import type { Image } from '../catalogue';
import { noFiles as nothing } from '../files/tree';
import type { FileEntry, LayerFiles } from '../filesystem';
import type { Container, Mount } from '../state';
import type { Turn } from '../turn';
import { MOUNTED_FILES } from './docker-files';
import { writableLayer } from './root-files';

/** What a path leads to, and the paths that links on the way make of it. */
interface Answer {
  readonly found: FileEntry | null;
  readonly steps: readonly string[];
}

type Answers = Map<string, Answer>;

/** What paths lead to in a container that has changed nothing there, by image: programs are looked for on every start. */
const answersOfImages = new WeakMap<Image, Answers>();
const MOST_ANSWERS = 5_000;

/** An image's answers, and where a container of it may differ. */
export interface SeenImage {
  readonly answers: Answers;
  readonly own: LayerFiles;
  readonly mounts: readonly Mount[];
}

/** A layer with more changes than this is not gone through for every path. */
const FEW_CHANGES = 16;

/** Is one of two paths the other, or does it lie in it? */
function concerns(one: string, other: string): boolean {
  return one.length < other.length
    ? other.startsWith(one) && (one === '/' || other.charCodeAt(one.length) === SLASH)
    : one.startsWith(other) &&
        (one.length === other.length || other === '/' || one.charCodeAt(other.length) === SLASH);
}

const SLASH = 47;

/** May containers of one image differ at a path although they have changed nothing? */
export function isOwnPath(path: string): boolean {
  return MOUNTED_FILES.includes(path) || /^\/(?:dev|proc|sys)(?:\/|$)/.test(path);
}

/** Does what stands at a path, on the way to it and below it come from the image alone? */
export function isAsInImage({ own, mounts }: SeenImage, path: string): boolean {
  for (const mount of mounts) if (concerns(mount.path, path)) return false;
  if (own !== nothing) for (const changed in own) if (concerns(changed, path)) return false;
  return true;
}

/** What a container shares with the others of its image; null where it shares nothing. */
export function sharedImage(turn: Turn, container: Container): SeenImage | null {
  const image = turn.state.images.get(container.image);
  const own = writableLayer(turn, container);
  if (!image || (own !== nothing && Object.keys(own).length > FEW_CHANGES)) return null;
  let answers = answersOfImages.get(image);
  if (answers === undefined) answersOfImages.set(image, (answers = new Map<string, Answer>()));
  return { answers, own, mounts: container.mounts };
}

/** What a path leads to in an image; undefined when it is not known, or when a link leads to where a container may differ. */
export function answerOf(image: SeenImage, path: string): FileEntry | null | undefined {
  const known = image.answers.get(path);
  if (known === undefined) return undefined;
  for (const step of known.steps) if (!isAsInImage(image, step)) return undefined;
  return known.found;
}

/** Remembers what a path leads to in an image. */
export function keepAnswer({ answers }: SeenImage, path: string, answer: Answer): void {
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(path, answer);
}
