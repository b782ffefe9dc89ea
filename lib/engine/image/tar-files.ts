import type { FileEntry, LayerFiles } from '../filesystem';
import type { TarContent } from './archive';
import { savedDocuments } from './saved-entries';

/** What `tar t` lists: the names of the entries, folders with a slash at their end. */
export function namesOfTar(content: TarContent): readonly string[] {
  if (content.kind === 'files' && content.names) return content.names;
  return Object.entries(filesOfTar(content)).flatMap(([path, entry]) =>
    entry.kind === 'whiteout' ? [] : [path.slice(1) + (entry.kind === 'directory' ? '/' : '')],
  );
}

/** The files of a tar as they lie under the root when it is unpacked; those of an archive of images are its documents, and its layers as so many zeros. */
export function filesOfTar(content: TarContent): LayerFiles {
  if (content.kind === 'files') return content.files;
  const files: Record<string, FileEntry> = {};
  const texts = savedDocuments(content);
  for (const { name, size } of content.entries) {
    const text = texts.get(name);
    const file: FileEntry = text === undefined ? { kind: 'zeros', size } : { kind: 'text', text };
    files[`/${name.replace(/\/$/, '')}`] = name.endsWith('/') ? { kind: 'directory' } : file;
  }
  return files;
}
