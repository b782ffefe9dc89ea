import { nameOf, parentOf, resolvePath } from '../files/path';
import type { RootFiles } from '../files/root-files';

/** What a shell knows that completes a word. */
export interface WordScene {
  readonly files: RootFiles;
  readonly cwd: string;
  readonly home: string;
  /** Names of programs, functions and builtins that could be called. */
  readonly programs: () => readonly string[];
}

/** What could stand for a word that is being typed: where a command stands programs, elsewhere and where a folder is named files. Whole words, in order. */
export function completeWord(
  { files, cwd, home, programs }: WordScene,
  word: string,
  isCommand: boolean,
): readonly string[] {
  if (isCommand && !word.includes('/')) {
    const names = new Set(programs().filter(isWord));
    return [...names].filter((name) => name.startsWith(word)).sort();
  }
  const typed = word.slice(0, word.lastIndexOf('/') + 1);
  const begun = word.slice(typed.length);
  const named = typed.startsWith('~/') ? `${home}/${typed.slice(2)}` : typed;
  const folder = named === '' ? cwd : resolvePath(cwd, named);
  return files
    .list(folder)
    .filter((name) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
    .map((name) => {
      const isFolder = files.get(resolvePath(folder, name))?.kind === 'directory';
      return `${typed}${name}${isFolder ? '/' : ''}`;
    });
}

/** Not `[` and `:`, which nobody completes to. */
const isWord = (name: string): boolean => /^[A-Za-z]/.test(name);

/** The names of the files in the folders of a PATH. */
export function programsIn(files: RootFiles, path: string): readonly string[] {
  return path.split(':').flatMap((folder) =>
    files
      .list(folder)
      .map((name) => resolvePath(folder, name))
      .filter((file) => parentOf(file) === folder && files.get(file)?.kind !== 'directory')
      .map(nameOf),
  );
}
