import type { RootFiles } from '../files/root-files';
import type { FileEntry } from '../filesystem';

/** The files as one sees them whose new files and folders have not the bits of a mask; a mode that is given stays. */
export function masked(files: RootFiles, mask: number): RootFiles {
  const put = (path: string, entry: FileEntry): void => {
    const isNew = entry.mode === undefined && /^(?:text|zeros|directory)$/.test(entry.kind);
    const most = entry.kind === 'directory' ? 0o777 : 0o666;
    files.put(path, isNew && !files.at(path) ? { ...entry, mode: most & ~mask } : entry);
  };
  return Object.create(files, {
    put: { value: put },
    write: {
      value: (path: string, entry: FileEntry) =>
        files.get(path) ? files.write(path, entry) : put(files.real(path), entry),
    },
  }) as RootFiles;
}
