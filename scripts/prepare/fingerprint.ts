import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * A digest of files' names and bytes; changes exactly when one of them does. Times of files say
 * nothing: a clone or a copy makes them all new.
 *
 * @param places files and folders, relative to root; missing ones count as empty
 * @param wanted which files of the folders count
 */
export async function fingerprint(
  root: string,
  places: readonly string[],
  wanted: (file: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of (await listFiles(root, place)).sort()) {
      if (!wanted(file)) continue;
      hash
        .update(`${file}\0`)
        .update(await readFile(path.join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function listFiles(root: string, place: string): Promise<string[]> {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if ((await stat(full)).isFile()) return [place];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
