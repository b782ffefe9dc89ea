import 'server-only';
import { PassThrough, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import type { ItemContent, TarItem } from '@/lib/engine';
import { SparseBytes } from './sparse-bytes';
import { NOTE_MARK, PROGRAM_MARK, PROGRAM_RECORD } from './tar-writer';

/** A body that is no tar, or one that the simulated engine does not take; `message` is what the engine says. */
export class TarRefusal extends Error {
  constructor(
    message: string,
    readonly status = 500,
  ) {
    super(message);
  }
}

/** What a tar may hold; beyond that it is refused. */
export interface TarLimits {
  /** Bytes, unpacked. */
  readonly tarBytes: number;
  /** Bytes that are no zeros at the end of a file. */
  readonly tarHeld: number;
  readonly tarEntries: number;
}

/** The entries of a tar, and its length in bytes once it is unpacked. */
export interface ReadTar {
  readonly items: readonly TarItem[];
  readonly length: number;
}

const BLOCK = 512;
/** Files of an archive of images that may be layers. */
const LAYER_NAME = /^(blobs\/|[0-9a-f]{64}\/layer\.tar$)/;

/** What a tar has used up of its limits, the tars in it included. */
class Account {
  private bytes = 0;
  private held = 0;
  private entries = 0;

  constructor(private readonly limits: TarLimits) {}

  addBytes(count: number): void {
    this.bytes += count;
    if (this.bytes > this.limits.tarBytes) this.refuse(`${this.limits.tarBytes} bytes`);
  }

  addHeld(count: number): void {
    this.held += count;
    if (this.held > this.limits.tarHeld) this.refuse(`${this.limits.tarHeld} bytes of content`);
  }

  addEntry(): void {
    this.entries++;
    if (this.entries > this.limits.tarEntries) this.refuse(`${this.limits.tarEntries} files`);
  }

  private refuse(most: string): never {
    throw new TarRefusal(`the simulated engine takes at most ${most} in one tar`);
  }
}

/**
 * Reads a tar, gzipped or not, as it comes in. Names lose what leads nowhere (`./`, a `/` at the beginning); one with `..` is refused, as Docker refuses what
 * would lead out of the folder that it is unpacked in. @throws TarRefusal
 */
export function readTarStream(body: Readable, limits: TarLimits): Promise<ReadTar> {
  return readTar(body, new Account(limits), true);
}

/** `mayHoldLayers`: whether files of it are tars to be read too; those of a layer are not. */
async function readTar(body: Readable, account: Account, mayHoldLayers: boolean): Promise<ReadTar> {
  const source = new PassThrough();
  const feeding = feed(body, source, account);
  const items: TarItem[] = [];
  const reader = extract();
  let contentEnd = 0;
  source.pipe(reader);
  source.once('error', (failure) => reader.destroy(failure));
  try {
    for await (const entry of reader) {
      account.addEntry();
      const content = new SparseBytes();
      for await (const chunk of entry) {
        account.addHeld(content.costOf(chunk as Buffer));
        content.add(chunk as Buffer);
      }
      contentEnd = beginOf(entry.header) + content.length;
      const layer = mayHoldLayers && LAYER_NAME.test(entry.header.name);
      const item = await itemOf(entry.header, content, layer ? account : null);
      if (item !== null) items.push(item);
    }
  } catch (failure) {
    body.resume();
    source.destroy();
    await feeding.catch(() => undefined); // it fails because of what is reported here
    throw failure instanceof TarRefusal ? failure : new TarRefusal(reasonOf(failure));
  }
  const length = await feeding;
  if (length < contentEnd) throw new TarRefusal('unexpected EOF');
  return { items, length };
}

/**
 * Hands the bytes on, unpacked, up to the end of the archive; returns how many there were. What stands behind that end is counted only. An archive may end
 * within the zeros that fill up its last block: the docker command line writes such ones (`docker build -f -`), and Go reads them.
 */
async function feed(body: Readable, sink: PassThrough, account: Account): Promise<number> {
  let length = 0;
  try {
    for await (const chunk of await unpacked(body)) {
      const bytes = chunk as Buffer;
      length += bytes.length;
      account.addBytes(bytes.length);
      if (!sink.destroyed && !sink.write(bytes)) await drained(sink);
    }
    if (length > 0 && length < BLOCK) throw new TarRefusal('unexpected EOF');
    if (length % BLOCK > 0 && !sink.destroyed) sink.write(Buffer.alloc(BLOCK - (length % BLOCK)));
  } catch (failure) {
    sink.destroy(failure instanceof Error ? failure : undefined);
    throw failure;
  }
  sink.end();
  return length;
}

/** Where the content of an entry begins in its archive; tar-stream's types leave it out. */
function beginOf(header: Header): number {
  return (header as { readonly byteOffset?: number }).byteOffset ?? 0;
}

function drained(sink: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    sink.once('drain', resolve);
    sink.once('close', resolve);
  });
}

/** The stream itself, or what it holds when it is gzipped. */
async function unpacked(body: Readable): Promise<AsyncIterable<unknown>> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  const all = (async function* () {
    for (let next = first; next.done !== true; next = await chunks.next()) yield next.value;
  })();
  const zipped = first.done !== true && isZipped(first.value);
  return zipped ? Readable.from(all, { objectMode: false }).pipe(createGunzip()) : all;
}

function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'archive/tar: invalid tar header';
  const code = 'code' in failure ? failure.code : null;
  if (code === 'Z_DATA_ERROR') return 'gzip: invalid header';
  return code === 'Z_BUF_ERROR' || /unexpected end|premature close/i.test(failure.message)
    ? 'unexpected EOF'
    : 'archive/tar: invalid tar header';
}

/** `account`: of a file that may be a layer, else null. */
async function itemOf(
  header: Partial<Header> & Pick<Header, 'name'>,
  bytes: SparseBytes,
  account: Account | null,
): Promise<TarItem | null> {
  const name = cleanName(header.name);
  const content = await contentOf(header, bytes, account);
  if (content === null) return null;
  return {
    name: name === '' ? '.' : name,
    mode: (header.mode ?? 0o644) & 0o7777,
    uid: header.uid ?? 0,
    gid: header.gid ?? 0,
    mtime: header.mtime?.getTime() ?? 0,
    content,
  };
}

/** A name without `./` and without slashes at its ends. @throws TarRefusal for one that leads out */
function cleanName(name: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || name.includes('\0'))
    throw new TarRefusal(`invalid path: ${JSON.stringify(name)} is outside of the archive`, 400);
  return parts.join('/');
}

async function contentOf(
  header: Partial<Header> & Pick<Header, 'name'>,
  bytes: SparseBytes,
  account: Account | null,
): Promise<ItemContent | null> {
  switch (header.type) {
    case 'directory':
      return { kind: 'directory' };
    case 'symlink':
      return { kind: 'link', target: header.linkname ?? '' };
    case 'link':
      return { kind: 'hardlink', target: cleanName(header.linkname ?? '') };
    case 'character-device':
      return { kind: 'device', major: header.devmajor ?? 0, minor: header.devminor ?? 0 };
    case 'file':
    case 'contiguous-file':
    case undefined: {
      const program = programOf(header);
      if (program !== null) return { kind: 'program', program, size: bytes.length };
      return fileOf(bytes, account);
    }
    default:
      return null;
  }
}

/** The program that the header of an entry names. */
function programOf({ pax }: Partial<Header>): string | null {
  const value = (pax as Readonly<Record<string, unknown>> | null | undefined)?.[PROGRAM_RECORD];
  return typeof value === 'string' ? value : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file's content: text, or only its size when it is none. A program that came from a sandbox is one again. */
async function fileOf(content: SparseBytes, account: Account | null): Promise<ItemContent> {
  const size = content.length;
  const begin = content.slice(0, LONGEST_MARK);
  if (begin.subarray(0, PROGRAM_MARK.length).toString('latin1') === PROGRAM_MARK) {
    const end = begin.indexOf(10);
    const program = begin.subarray(PROGRAM_MARK.length, end < 0 ? begin.length : end);
    return { kind: 'program', program: program.toString('utf8'), size };
  }
  if (account !== null && isTar(content, begin)) return innerTar(content, account);
  const text = content.isDense ? textOf(content.slice(0, size)) : null;
  return text === null ? { kind: 'zeros', size } : { kind: 'text', text };
}

/** More than a program's name has. */
const LONGEST_MARK = 4_096;

function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return utf8.decode(bytes);
  } catch (failure) {
    if (failure instanceof TypeError) return null;
    throw failure;
  }
}

const isZipped = (begin: Buffer): boolean => begin[0] === 0x1f && begin[1] === 0x8b;

function isTar(content: SparseBytes, begin: Buffer): boolean {
  const isEmpty = content.length >= 2 * BLOCK && endOf(content) === 0;
  return isZipped(begin) || isEmpty || begin.subarray(257, 262).toString('latin1') === 'ustar';
}

/** Where the first of the two empty blocks stands that end a tar (POSIX ustar). */
function endOf(content: SparseBytes): number {
  let at = 0;
  while (at < content.length) {
    const header = content.slice(at, at + BLOCK);
    if (header[0] === 0) break;
    const size = Number.parseInt(header.subarray(124, 136).toString('latin1'), 8);
    at += BLOCK + Math.ceil((size > 0 ? size : 0) / BLOCK) * BLOCK;
  }
  return Math.min(at, content.length);
}

/** A layer in an archive of images, with the note that stands behind its end. */
async function innerTar(content: SparseBytes, account: Account): Promise<ItemContent> {
  const zipped = isZipped(content.slice(0, 2));
  const end = zipped ? content.length : endOf(content);
  const source = Readable.from(content.stream(0, end), { objectMode: false });
  const { items } = await readTar(source, account, false);
  const note = zipped ? '' : noteAt(content, end + 2 * BLOCK);
  return { kind: 'tar', items, size: content.length, note };
}

/** What the writer of a layer has noted behind its end (tar-writer.ts); zeros end it. */
function noteAt(content: SparseBytes, from: number): string {
  const begin = from + NOTE_MARK.length;
  if (content.slice(from, begin).toString('latin1') !== NOTE_MARK) return '';
  const pieces: Buffer[] = [];
  for (const piece of content.stream(begin)) {
    const end = piece.indexOf(0);
    pieces.push(end < 0 ? piece : piece.subarray(0, end));
    if (end >= 0) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}
