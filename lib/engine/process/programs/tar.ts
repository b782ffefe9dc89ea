import { sizeOfEntry } from '../../files/attributes';
import { isWithin, join, resolvePath } from '../../files/path';
import type { FileEntry, LayerFiles } from '../../filesystem';
import { filesOfTar, readTar, tarSize, writeTar } from '../../image/archive';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { textOfEntry } from './input';
import { complain, fail, isBusybox } from './options';
import { entryOf, owned } from './paths';

/** How `tar` was called: its letters, the archive (`-` is the standard input or output), the folder to work in, the names. */
interface Order {
  readonly letters: string;
  readonly file: string;
  readonly base: string;
  readonly names: readonly string[];
}

function read(call: ProgramCall): Order {
  const words = call.argv.slice(1);
  let letters = '';
  let base = call.cwd;
  let file = '-';
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-C') base = resolvePath(base, words[++i] ?? '');
    else if (i === 0 || /^-[a-zA-Z]+$/.test(word)) {
      letters += word.replace(/^-/, '');
      if (word.includes('f')) file = words[++i] ?? '-';
    } else names.push(word);
  }
  return { letters, file, base, names };
}

function collect(
  call: ProgramCall,
  base: string,
  name: string,
  found: Record<string, FileEntry>,
): boolean {
  const path = resolvePath(base, name);
  const entry = call.host.files.at(path);
  if (!entry) return false;
  if (resolvePath('/', name) !== '/') found[resolvePath('/', name)] = entry;
  if (entry.kind === 'directory')
    for (const child of call.host.files.list(path))
      collect(call, base, name.endsWith('/') ? name + child : `${name}/${child}`, found);
  return true;
}

/** A path as an archive lists it: without its first slash, a folder with one at its end. */
function listed(path: string, entry: { readonly kind: string }): string {
  return `${path.slice(1)}${entry.kind === 'directory' ? '/' : ''}\n`;
}

function pack(call: ProgramCall, { letters, file, base, names: wanted }: Order): ProgramOutcome {
  const found: Record<string, FileEntry> = {};
  for (const name of wanted)
    if (!collect(call, base, name, found)) return fail(call, `${name}: No such file or directory`);
  const entries = Object.entries(found).map(([name, entry]) => ({
    name,
    size: sizeOfEntry(entry),
  }));
  const weight = entries.reduce((sum, { size }) => sum + size, 0);
  const text = writeTar({ kind: 'files', files: found, weight }, tarSize(entries));
  const names = Object.entries(found).map(([path, entry]) => listed(path, entry));
  if (letters.includes('v') && file === '-') call.error(names.join(''));
  else if (letters.includes('v')) call.out(names.join(''));
  if (file === '-') call.out(text);
  else call.host.files.put(resolvePath(call.cwd, file), owned(call, { kind: 'text', text }));
  return { kind: 'exit', code: 0 };
}

/** `tar c`, `tar x` and `tar t` with `f FILE`, `C DIR`, `v` and, for `x`, `O`, which prints the files; `z` is taken and packs nothing. */
export const tar: Program = (call) => {
  const order = read(call);
  const { letters, file } = order;
  if (letters.includes('c')) return pack(call, order);
  const archive = file === '-' ? null : entryOf(call, file);
  const isOf = isBusybox(call);
  if (file !== '-' && !archive)
    return isOf
      ? fail(call, `can't open '${file}': No such file or directory`)
      : fail(
          call,
          `${file}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now`,
          2,
        );
  const text = archive === null ? (call.stdin ?? '') : archive.kind === 'text' ? archive.text : '';
  const content = readTar(text);
  if (!content && !isOf)
    return fail(call, `This does not look like a tar archive\ntar: ${FAILED}`, 2);
  if (!content) return fail(call, text === '' ? 'short read' : 'invalid tar magic');
  return unpack(call, order, filesOfTar(content));
};

const FAILED = 'Exiting with failure status due to previous errors';

/** Lists, prints or writes what was asked for of an archive, or all of it. */
function unpack(call: ProgramCall, order: Order, files: LayerFiles): ProgramOutcome {
  const { letters, base, names } = order;
  const isOf = isBusybox(call);
  const prints = letters.includes('x') && letters.includes('O');
  const wanted = names.map((name) => resolvePath('/', name));
  const found = new Set<string>();
  let list = '';
  for (const [path, entry] of Object.entries(files)) {
    const within = wanted.filter((name) => isWithin(path, name));
    if (entry.kind === 'whiteout' || (wanted.length > 0 && within.length === 0)) continue;
    for (const name of within) found.add(name);
    if (letters.includes('t') || letters.includes('v')) list += listed(path, entry);
    if (prints) call.out(textOfEntry(entry));
    else if (letters.includes('x')) put(call, base, path, entry);
  }
  // GNU lists aside what it prints.
  if (prints && !isOf) call.error(list);
  else call.out(list);
  const missing = names.filter((name) => !found.has(resolvePath('/', name)));
  for (const name of isOf ? missing.slice(0, 1) : missing)
    complain(call, `${name}: ${isOf ? 'not' : 'Not'} found in archive`);
  if (missing.length > 0 && !isOf) complain(call, FAILED);
  return { kind: 'exit', code: missing.length === 0 ? 0 : isOf ? 1 : 2 };
}

function put(call: ProgramCall, base: string, path: string, entry: FileEntry): void {
  const target = resolvePath('/', join(base, path.slice(1)));
  if (!isWithin(target, base)) return;
  const stays = entry.kind === 'directory' && call.host.files.get(target)?.kind === 'directory';
  if (!stays) call.host.files.put(target, entry);
}
