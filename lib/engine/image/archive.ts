import type { Image, Layer } from '../catalogue';
import { canonicalJson, digestOf } from '../digest';
import type { LayerFiles } from '../filesystem';
import { unzipped } from './gzip-mark';

/** An image in an archive with the names that it is to have. Layers of the catalogue are not in it: every sandbox of the world has them. */
export interface ArchivedImage {
  readonly image: Image;
  /** `nginx:latest` */
  readonly names: readonly string[];
}

/** What a tar file holds: images as `docker save` writes them, or a tree of files. */
export type TarContent =
  | {
      readonly kind: 'images';
      readonly images: readonly ArchivedImage[];
      /** Layers that were made in the sandbox, by diff id. */
      readonly layers: Readonly<Record<string, Layer>>;
      /** What is listed. */
      readonly entries: readonly TarEntry[];
    }
  /**
   * `weight`: the bytes of all files, also of those that an image of the catalogue does not list. `names`: how the entries are called (`./a/`, `./a/b`), in their order; left out where
   * these are the paths of the files without their first slash.
   */
  | {
      readonly kind: 'files';
      readonly files: LayerFiles;
      readonly weight: number;
      readonly names?: readonly string[];
    };

/** An entry of a tar as `tar tf` lists it. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
}

/** What begins the text that stands for a tar; no real file begins so. */
const MARK = '\u0000tar ';
const BLOCK = 512;

/** Bytes filled up to whole blocks. */
export function blocks(bytes: number): number {
  return Math.ceil(bytes / BLOCK) * BLOCK;
}

/** How long a tar with these entries is (POSIX ustar: a header each, content in blocks, two empty blocks at the end). */
export function tarSize(entries: readonly TarEntry[]): number {
  return entries.reduce((sum, { size }) => sum + BLOCK + blocks(size), 2 * BLOCK);
}

/**
 * The text that stands for a tar in files and pipes, for the bytes themselves are never made: a line with the tar's length in bytes and the digest of the
 * line that follows, and the content.
 */
export function writeTar(content: TarContent, size: number): string {
  const json = canonicalJson(content);
  return `${MARK}${size} ${digestOf(json)}\n${json}\n`;
}

/** How long the tar is that a text stands for; null when it is an ordinary text. */
export function sizeOfTar(text: string): number | null {
  return text.startsWith(MARK) ? Number.parseInt(text.slice(MARK.length), 10) : null;
}

/** The content that `writeTar` wrote, of the first when there are several; null when the text is something else or was changed since. */
export function readTar(packed: string): TarContent | null {
  const text = unzipped(packed);
  if (!text.startsWith(MARK)) return null;
  const [head = '', json = ''] = text.split('\n', 2);
  return head.endsWith(` ${digestOf(json)}`) ? (JSON.parse(json) as TarContent) : null;
}

/** What Go's archive/tar says of a text that is no tar. */
export function tarError(text: string): string {
  return text.length < BLOCK || text.startsWith(MARK)
    ? 'unexpected EOF'
    : 'archive/tar: invalid tar header';
}
