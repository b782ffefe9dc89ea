import 'server-only';
import { Readable } from 'node:stream';
import { pack, type Header, type Pack } from 'tar-stream';
import type { ItemContent, TarItem } from '@/lib/engine';
import { ZEROS } from './sparse-bytes';

/** What a simulated program begins with when it leaves the sandbox in a tar; it comes back as that program. */
export const PROGRAM_MARK = '\u007fELF simulated program ';
/** The same in the header of an entry that has no room for it. */
export const PROGRAM_RECORD = 'DRYDOCK.program';
/** What stands behind the end of a layer's tar when this engine has written it; `note` says what the layer is. */
export const NOTE_MARK = 'drydock layer ';

type Headers = Partial<Header> & Pick<Header, 'name'>;

/** The bytes of a tar with these entries, filled up with zeros to `size` when it would be shorter. Nothing is held in memory but what is being sent. */
export function tarStream(items: readonly TarItem[], size: number): Readable {
  const tar = pack();
  void writeItems(tar, items).then(
    () => tar.finalize(),
    (failure: unknown) => {
      tar.destroy(failure instanceof Error ? failure : new Error(String(failure)));
    },
  );
  return filledUp(tar, size);
}

/** A tar whose entries are few and small, as bytes. */
async function tarBytes(items: readonly TarItem[]): Promise<Buffer> {
  const tar = pack();
  const written = writeItems(tar, items).then(() => tar.finalize());
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  await written;
  return Buffer.concat(chunks);
}

function filledUp(tar: Pack, size: number): Readable {
  return Readable.from(
    (async function* () {
      let sent = 0;
      for await (const chunk of tar) {
        sent += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
      for (; sent < size; sent += ZEROS.length) yield ZEROS.subarray(0, size - sent);
    })(),
    { objectMode: false },
  );
}

async function writeItems(tar: Pack, items: readonly TarItem[]): Promise<void> {
  for (const item of items) await writeItem(tar, item);
}

async function writeItem(tar: Pack, item: TarItem): Promise<void> {
  const { content } = item;
  const headers = headersOf(item);
  switch (content.kind) {
    case 'text':
      return writeBytes(tar, headers, Buffer.from(content.text, 'utf8'), 0);
    case 'zeros':
      return writeBytes(tar, headers, Buffer.alloc(0), content.size);
    case 'program': {
      const mark = Buffer.from(`${PROGRAM_MARK}${content.program}\n`, 'utf8');
      if (mark.length <= content.size) return writeBytes(tar, headers, mark, content.size);
      const pax = { [PROGRAM_RECORD]: content.program };
      return writeBytes(tar, { ...headers, pax }, Buffer.alloc(0), content.size);
    }
    case 'tar': {
      const bytes = await tarBytes(content.items);
      const note = content.note === '' ? '' : `${NOTE_MARK}${content.note}`;
      return writeBytes(tar, headers, Buffer.concat([bytes, Buffer.from(note)]), content.size);
    }
    default:
      return writeBytes(tar, headers, Buffer.alloc(0), 0);
  }
}

/** One entry: its bytes and then zeros up to its size. */
async function writeBytes(tar: Pack, headers: Headers, bytes: Buffer, size: number): Promise<void> {
  const length = Math.max(bytes.length, size);
  await new Promise<void>((resolve, reject) => {
    const entry = tar.entry({ ...headers, size: length }, (failure) =>
      failure ? reject(failure) : resolve(),
    );
    const rest = (function* () {
      if (bytes.length > 0) yield bytes;
      for (let left = length - bytes.length; left > 0; left -= ZEROS.length)
        yield ZEROS.subarray(0, left);
    })();
    const more = (): void => {
      for (let next = rest.next(); next.done !== true; next = rest.next())
        if (!entry.write(next.value)) {
          entry.once('drain', more);
          return;
        }
      entry.end(null);
    };
    more();
  });
}

const TYPES: Readonly<Record<ItemContent['kind'], Header['type']>> = {
  text: 'file',
  zeros: 'file',
  program: 'file',
  tar: 'file',
  directory: 'directory',
  link: 'symlink',
  hardlink: 'link',
  device: 'character-device',
};

function headersOf({ name, mode, uid, gid, mtime, content }: TarItem): Headers {
  return {
    name: content.kind === 'directory' ? `${name}/` : name,
    type: TYPES[content.kind],
    mode,
    uid,
    gid,
    mtime: new Date(mtime),
    ...('target' in content ? { linkname: content.target } : {}),
    ...(content.kind === 'device' ? { devmajor: content.major, devminor: content.minor } : {}),
  };
}
