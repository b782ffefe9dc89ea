import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLayers } from '@/lib/engine/files/merge';
import { entryAt, namesIn, withChange, withEntry, withoutEntry } from '@/lib/engine/files/tree';
import type { FileEntry, LayerFiles } from '@/lib/engine/filesystem';

const folder: FileEntry = { kind: 'directory' };
const text = (content: string): FileEntry => ({ kind: 'text', text: content });

const below = mergeLayers([
  { '/etc': folder, '/etc/a': text('a'), '/etc/sub/b': text('b') },
  { '/etc/c': text('c') },
]);

describe('mergeLayers', () => {
  it('makes an entry of every folder on the way', () => {
    expect(below.entries.get('/etc/sub')).toEqual(folder);
    expect([...(below.children.get('/') ?? [])]).toEqual(['etc']);
  });

  it('lets a whiteout hide a folder with everything in it, but nothing of its own layer', () => {
    const merged = mergeLayers([{ '/etc/new': text('n'), '/etc': { kind: 'whiteout' } }], below);
    expect([...merged.entries.keys()].sort()).toEqual(['/etc', '/etc/new']);
  });

  it('lets an opaque folder hide what stood in it', () => {
    const merged = mergeLayers([{ '/etc': { kind: 'directory', opaque: true } }], below);
    expect([...merged.entries]).toEqual([['/etc', folder]]);
  });
});

describe('a writable layer', () => {
  it('shows what lies below until it is removed, and hides it with one whiteout', () => {
    const own = withoutEntry({ own: {}, below }, '/etc');
    expect(own).toEqual({ '/etc': { kind: 'whiteout' } });
    expect(entryAt({ own, below }, '/etc/sub/b')).toBeNull();
    expect(namesIn({ own, below }, '/')).toEqual([]);
  });

  it('shows nothing of a folder below through one that is made anew', () => {
    const removed = withoutEntry({ own: {}, below }, '/etc');
    const own = withEntry({ own: removed, below }, '/etc', folder);
    expect(own['/etc']).toEqual({ kind: 'directory', opaque: true });
    expect(namesIn({ own, below }, '/etc')).toEqual([]);
  });

  it('changes a file with two names under both', () => {
    const first = withEntry({ own: {}, below }, '/x', { ...text('1'), inode: 'i' });
    const both = withEntry({ own: first, below }, '/y', { ...text('1'), inode: 'i' });
    const own = withChange({ own: both, below }, '/x', { ...text('2'), inode: 'i' });
    expect(entryAt({ own, below }, '/y')).toEqual({ ...text('2'), inode: 'i' });
  });

  it('never changes what lies below', () => {
    const before = JSON.stringify([...below.entries]);
    withoutEntry({ own: withEntry({ own: {}, below }, '/etc/a', text('z')), below }, '/etc');
    expect(JSON.stringify([...below.entries])).toBe(before);
  });

  it('looks the same after any steps as the layers merged into one (fast-check)', () => {
    const path = fc.constantFrom('/etc', '/etc/a', '/etc/sub', '/etc/sub/b', '/n', '/n/m');
    const step = fc.record({ path, action: fc.constantFrom('file', 'folder', 'remove') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let own: LayerFiles = {};
        for (const { path: at, action } of steps) {
          const tree = { own, below };
          const parent = at.slice(0, at.lastIndexOf('/')) || '/';
          if (action === 'remove') own = withoutEntry(tree, at);
          else if (parent !== '/' && entryAt(tree, parent)?.kind !== 'directory') continue;
          else if (action === 'folder') {
            if (entryAt(tree, at) === null) own = withEntry(tree, at, folder);
          } else if (entryAt(tree, at)?.kind !== 'directory') own = withEntry(tree, at, text('x'));
        }
        const merged = mergeLayers([own], below);
        const seen: string[] = [];
        const walk = (at: string): void => {
          for (const name of namesIn({ own, below }, at)) {
            const child = at === '/' ? `/${name}` : `${at}/${name}`;
            seen.push(child);
            if (entryAt({ own, below }, child)?.kind === 'directory') walk(child);
          }
        };
        walk('/');
        expect(seen.sort()).toEqual([...merged.entries.keys()].sort());
      }),
      { seed: 20261121 },
    );
  });
});
