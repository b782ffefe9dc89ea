import { resolvePath } from '../files/path';
import type { RootFiles } from '../files/root-files';
import { matchesPattern } from '../shell/pattern';

/** More names than this no pattern becomes. */
const MOST_PATHS = 10_000;
const SIGNS = /(?<!\\)[*?[]/;

/** The paths that a file pattern stands for, each folder of it a pattern of its own; `hidden`: also those that begin with a dot. */
export function matchingPaths(
  files: RootFiles,
  cwd: string,
  pattern: string,
  hidden: boolean,
): readonly string[] {
  let found = [''];
  const parts = pattern.split(/(?<=\/)/);
  for (const [index, part] of parts.entries()) {
    const name = part.replace(/\/$/, '');
    const slash = part.slice(name.length);
    const isLast = index === parts.length - 1;
    const next: string[] = [];
    for (const before of found) {
      const folder = before === '' ? cwd : resolvePath(cwd, before);
      for (const each of SIGNS.test(name) ? namesIn(files, folder, name, hidden) : [plain(name)]) {
        const path = `${before}${each}${slash}`;
        if (next.length >= MOST_PATHS) break;
        if (isThere(files, resolvePath(cwd, path), slash !== '') || (!isLast && name === ''))
          next.push(path);
      }
    }
    found = next;
  }
  return found;
}

function plain(name: string): string {
  return name.replace(/\\(.)/gs, '$1');
}

function isThere(files: RootFiles, path: string, isFolder: boolean): boolean {
  return isFolder ? files.get(path)?.kind === 'directory' : files.at(path) !== null;
}

function namesIn(
  files: RootFiles,
  folder: string,
  pattern: string,
  hidden: boolean,
): readonly string[] {
  if (files.get(folder)?.kind !== 'directory') return [];
  const shown = hidden || pattern.startsWith('.') || pattern.startsWith('\\.');
  return files
    .list(folder)
    .filter((name) => (shown || !name.startsWith('.')) && matchesPattern(name, pattern));
}
