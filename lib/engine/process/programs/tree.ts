import { join, resolvePath } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { optionsOf, type Options } from './options';

/** What `tree` has counted; the folder that it begins in counts too. */
interface Count {
  folders: number;
  files: number;
}

/** `tree [-adfFi] [-L LEVEL] [--dirsfirst] [--noreport] [FOLDER…]` (tree 2.1 in the C locale) */
export const tree: Program = (call) => {
  const options = optionsOf(call, 'LPIo', { noreport: '1', dirsfirst: '2' });
  const level = options.value('L');
  if (level !== undefined && !(Number(level) > 0)) {
    call.error('tree: Invalid level, must be greater than 0.\n');
    return { kind: 'exit', code: 1 };
  }
  const count: Count = { folders: 0, files: 0 };
  let failed = false;
  for (const word of options.operands.length > 0 ? options.operands : ['.']) {
    const path = resolvePath(call.cwd, word);
    const entry = call.host.files.get(path);
    if (entry?.kind !== 'directory') {
      call.out(`${word}  [error opening dir]\n`);
      if (entry) count.files++;
      else failed = true;
      continue;
    }
    count.folders++;
    call.out(`${word}${options.has('F') && !word.endsWith('/') ? '/' : ''}\n`);
    walk(call, options, { path, shown: word, indent: '', depth: 1 }, count);
  }
  if (!options.has('1')) call.out(`\n${report(count, options.has('d'))}\n`);
  return { kind: 'exit', code: failed ? 2 : 0 };
};

function report({ folders, files }: Count, foldersOnly: boolean): string {
  const told = `${folders} director${folders === 1 ? 'y' : 'ies'}`;
  return foldersOnly ? told : `${told}, ${files} file${files === 1 ? '' : 's'}`;
}

interface Folder {
  readonly path: string;
  readonly shown: string;
  readonly indent: string;
  readonly depth: number;
}

function walk(call: ProgramCall, options: Options, folder: Folder, count: Count): void {
  const { files } = call.host;
  const isFolder = (name: string): boolean =>
    files.get(join(folder.path, name))?.kind === 'directory';
  const names = files
    .list(folder.path)
    .filter((name) => options.has('a') || !name.startsWith('.'))
    .filter((name) => !options.has('d') || isFolder(name));
  if (options.has('2')) names.sort((a, b) => Number(isFolder(b)) - Number(isFolder(a)));
  names.forEach((name, i) => {
    const path = join(folder.path, name);
    const entry = files.at(path);
    const isLast = i === names.length - 1;
    const shown = options.has('f') ? `${folder.shown.replace(/\/$/, '')}/${name}` : name;
    const branch = options.has('i') ? '' : `${folder.indent}${isLast ? '`' : '|'}-- `;
    const target = entry?.kind === 'link' ? ` -> ${entry.target}` : '';
    const mark = options.has('F') && isFolder(name) ? '/' : '';
    call.out(`${branch}${shown}${target}${mark}\n`);
    if (isFolder(name)) count.folders++;
    else count.files++;
    if (entry?.kind !== 'directory' || folder.depth >= Number(options.value('L') ?? Infinity))
      return;
    const indent = `${folder.indent}${isLast ? '    ' : '|   '}`;
    walk(call, options, { path, shown, indent, depth: folder.depth + 1 }, count);
  });
}
