import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import type { TarItem } from '@/lib/engine';
import { filesOfItems } from '@/lib/engine';
import { readTarStream } from '@/lib/server/door/tar-reader';
import { tarStream } from '@/lib/server/door/tar-writer';

const limits = { tarBytes: 10_000_000, tarHeld: 1_000_000, tarEntries: 100 };
const own = { mode: 0o644, uid: 0, gid: 0, mtime: 1_700_000_000_000 };

async function bytesOf(items: readonly TarItem[], size = 0): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of tarStream(items, size)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const read = (bytes: Buffer, most = limits) => readTarStream(Readable.from([bytes]), most);

async function tarOf(name: string, more: Record<string, unknown> = {}): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name, ...more }, 'type' in more ? '' : 'x');
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a tar', () => {
  it('comes back as it was: modes, owners, links, moments, programs, zeros', async () => {
    const items: TarItem[] = [
      { name: 'etc', ...own, mode: 0o755, content: { kind: 'directory' } },
      { name: 'etc/한글', ...own, uid: 1000, gid: 50, content: { kind: 'text', text: '안녕\n' } },
      { name: 'bin/sh', ...own, content: { kind: 'program', program: 'ash', size: 120_000 } },
      { name: 'bin/ls', ...own, content: { kind: 'program', program: 'ls', size: 0 } },
      { name: 'big', ...own, content: { kind: 'zeros', size: 3_000_001 } },
      { name: 'link', ...own, mode: 0o777, content: { kind: 'link', target: '../etc' } },
      { name: 'hard', ...own, content: { kind: 'hardlink', target: 'etc/한글' } },
      { name: 'dev', ...own, content: { kind: 'device', major: 1, minor: 3 } },
      { name: 'x'.repeat(150), ...own, content: { kind: 'text', text: '' } },
    ];
    expect((await read(await bytesOf(items))).items).toEqual(items);
  });

  it('is filled up with zeros to the length that it is said to have', async () => {
    const bytes = await bytesOf(
      [{ name: 'a', ...own, content: { kind: 'text', text: 'a' } }],
      50_176,
    );
    expect(bytes).toHaveLength(50_176);
    expect(await read(bytes)).toMatchObject({ length: 50_176, items: [{ name: 'a' }] });
  });

  it('carries a layer as a tar of its own, with its note', async () => {
    const inner = [{ name: 'f', ...own, content: { kind: 'text', text: 'f' } as const }];
    const layer = { kind: 'tar', items: inner, size: 9_000, note: '{"size":1}' } as const;
    const bytes = await bytesOf([{ name: 'blobs/sha256/1', ...own, content: layer }]);
    expect((await read(bytes)).items[0]?.content).toEqual(layer);
  });

  it('is read gzipped too', async () => {
    const bytes = gzipSync(await tarOf('a'));
    expect((await read(bytes)).items).toMatchObject([{ name: 'a', content: { text: 'x' } }]);
  });

  it.each(['../etc/passwd', 'a/../../b', '/../x', 'a/..'])(
    'with %s is refused: it would lead out',
    async (name) => {
      await expect(read(await tarOf(name))).rejects.toMatchObject({ status: 400 });
    },
  );

  it('whose hard link leads out is refused', async () => {
    const bytes = await tarOf('a', { type: 'link', linkname: '../../etc/shadow' });
    await expect(read(bytes)).rejects.toMatchObject({ status: 400 });
  });

  it('with absolute names stays below the folder it is unpacked in', async () => {
    expect((await read(await tarOf('/etc/passwd'))).items[0]?.name).toBe('etc/passwd');
    expect((await read(await tarOf('./a//b/'))).items[0]?.name).toBe('a/b');
  });

  it.each([
    ['unexpected EOF', Buffer.from('short')],
    ['archive/tar: invalid tar header', Buffer.alloc(2_048, 'x')],
    ['gzip: invalid header', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])],
  ])('that is none is refused: %s', async (words, bytes) => {
    await expect(read(bytes)).rejects.toThrow(words);
  });

  it('that ends in the middle of a file is refused', async () => {
    const bytes = await bytesOf([
      { name: 'a', ...own, content: { kind: 'text', text: 'y'.repeat(5_000) } },
    ]);
    await expect(read(bytes.subarray(0, 2_048))).rejects.toThrow('unexpected EOF');
  });

  it('that ends within the zeros behind its last file is read, as the docker command line sends it', async () => {
    const bytes = await tarOf('a');
    expect((await read(bytes.subarray(0, 512 + 1))).items).toMatchObject([
      { name: 'a', content: { text: 'x' } },
    ]);
    const text = 'y'.repeat(600);
    const longer = await bytesOf([{ name: 'a', ...own, content: { kind: 'text', text } }]);
    expect((await read(longer.subarray(0, 512 + 600))).items).toHaveLength(1);
    await expect(read(longer.subarray(0, 512 + 599))).rejects.toThrow('unexpected EOF');
  });

  it('in pieces of any length is the same: zeros at the end of a layer are only counted', async () => {
    const inner = [
      { name: 'f', ...own, content: { kind: 'text', text: 'f'.repeat(100) } as const },
      { name: 'g', ...own, content: { kind: 'zeros', size: 100_000 } as const },
    ];
    const layer = { kind: 'tar', items: inner, size: 140_000, note: '' } as const;
    const whole = await bytesOf([{ name: 'blobs/sha256/1', ...own, content: layer }]);
    for (const size of [100, 613, 4_096, 70_000]) {
      const pieces = [];
      for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
      const { items } = await readTarStream(Readable.from(pieces), limits);
      expect(items[0]?.content).toEqual(layer);
    }
  });

  it('in a tar in a tar is a file like others: nothing is unpacked without end', async () => {
    const wrap = async (content: Buffer): Promise<Buffer> => {
      const tar = pack();
      tar.entry({ name: 'blobs/x' }, content);
      tar.finalize();
      const chunks: Buffer[] = [];
      for await (const chunk of tar) chunks.push(chunk as Buffer);
      return gzipSync(Buffer.concat(chunks));
    };
    const { items } = await read(await wrap(await wrap(await wrap(Buffer.from('x')))));
    expect(items).toMatchObject([
      { content: { kind: 'tar', items: [{ content: { kind: 'zeros' } }] } },
    ]);
  });

  it('in a layer whose sizes are nonsense ends', async () => {
    const inner = Buffer.alloc(2_048);
    inner.write('f');
    inner.write('-77777777777', 124);
    inner.write('ustar', 257);
    const tar = pack();
    tar.entry({ name: 'blobs/x' }, inner);
    tar.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of tar) chunks.push(chunk as Buffer);
    await expect(read(Buffer.concat(chunks))).rejects.toThrow('invalid tar header');
  });

  it('with more bytes, more content or more files than it may have is refused', async () => {
    const zeros = await bytesOf([
      { name: 'z', ...own, content: { kind: 'zeros', size: 2_000_000 } },
    ]);
    await expect(read(zeros, { ...limits, tarBytes: 1_000_000 })).rejects.toThrow(
      'at most 1000000 bytes',
    );
    expect((await read(zeros, { ...limits, tarHeld: 10 })).items).toHaveLength(1);
    const text = await tarOf('a');
    await expect(read(text, { ...limits, tarHeld: 0 })).rejects.toThrow('bytes of content');
    await expect(read(text, { ...limits, tarEntries: 0 })).rejects.toThrow('at most 0 files');
  });

  it('that is a gzip bomb is refused before it is unpacked', async () => {
    const bomb = gzipSync(
      await bytesOf([{ name: 'z', ...own, content: { kind: 'zeros', size: 50_000_000 } }]),
    );
    expect(bomb.length).toBeLessThan(100_000);
    await expect(read(bomb)).rejects.toThrow('at most 10000000 bytes');
  });

  it('hides what its whiteouts name', () => {
    const mark = (name: string): TarItem => ({ name, ...own, content: { kind: 'text', text: '' } });
    const folder: TarItem = { name: 'd', ...own, mode: 0o755, content: { kind: 'directory' } };
    expect(filesOfItems([folder, mark('d/.wh..wh..opq'), mark('etc/.wh.gone')])).toMatchObject({
      '/d': { kind: 'directory', opaque: true },
      '/etc/gone': { kind: 'whiteout' },
    });
  });
});
