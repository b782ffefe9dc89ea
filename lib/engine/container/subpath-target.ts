import { entryAt } from '../files/tree';
import { parentOf } from '../files/path';
import type { LayerFiles } from '../filesystem';
import { hostTree } from '../shell/host-tree';
import type { Turn } from '../turn';

/** How many links may be followed on one way (Go path/filepath/symlink.go). */
const MOST_LINKS = 255;

/** Where a subpath leads: a path in the volume, or why a container with it does not start. */
export type SubpathTarget =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Follows a subpath of a volume, which may not leave it; its links are those of the host (moby internal/safepath Join). */
export function subpathTarget(
  turn: Turn,
  volume: string,
  files: LayerFiles,
  subpath: string,
): SubpathTarget {
  const base = `/var/lib/docker/volumes/${volume}/_data`;
  const asked = `${base}/${subpath}`;
  const refused = (reason: string): SubpathTarget => ({ kind: 'refused', reason });
  const unresolved = (why: string): SubpathTarget =>
    refused(`error while resolving symlinks in combined path ${JSON.stringify(asked)}: ${why}`);
  const inBase = (path: string): boolean => path === base || path.startsWith(`${base}/`);
  let at = base;
  let left = subpath.split('/');
  for (let links = 0; left.length > 0;) {
    const [word = '', ...rest] = left;
    left = rest;
    if (word === '' || word === '.') continue;
    if (word === '..') {
      at = parentOf(at);
      continue;
    }
    const next = at === '/' ? `/${word}` : `${at}/${word}`;
    const isAbove = base.startsWith(`${next}/`) || next === base;
    const entry = inBase(next)
      ? entryAt({ own: files, below: null }, next.slice(base.length) || '/')
      : entryAt(hostTree(turn), next);
    if (!entry && !isAbove)
      return refused(`cannot access path ${asked}: lstat ${next}: no such file or directory`);
    if (entry?.kind === 'link') {
      if (++links > MOST_LINKS) return unresolved('EvalSymlinks: too many links');
      if (entry.target.startsWith('/')) at = '/';
      left = [...entry.target.split('/'), ...rest];
      continue;
    }
    if (entry && entry.kind !== 'directory' && rest.length > 0)
      return unresolved('not a directory');
    at = next;
  }
  return inBase(at)
    ? { kind: 'inside', path: at.slice(base.length) }
    : refused(`path concatenation escapes the base directory, base: ${base}, subpath: ${subpath}`);
}
