import { modeOf, sizeOfEntry } from '../../files/attributes';
import { isWithin, join, resolvePath } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import { readTar, tarSize, writeTar, type TarContent } from '../../image/archive';
import { GZIP_MARK } from '../../image/gzip-mark';
import { filesOfTar, namesOfTar } from '../../image/tar-files';
import { groupName, userName } from '../account';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { textOfEntry } from './input';
import { kindLetter, modeText } from './mode';
import { complain, fail, isBusybox } from './options';
import { entryOf, owned } from './paths';
import { tellUsage } from './usage';

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

/** An entry of an archive: what it is called (a folder with a slash at its end) and what it is. */
interface Member {
  readonly name: string;
  readonly entry: FileEntry;
}

/** What lies at a name, with all that is below it; null when nothing does. */
function membersAt(call: ProgramCall, base: string, name: string): readonly Member[] | null {
  const { files } = call.host;
  const path = resolvePath(base, name);
  const entry = files.at(path);
  if (!entry) return null;
  const kept = { ...entry, mtime: files.changedAt(path, entry) };
  if (entry.kind !== 'directory') return [{ name, entry: kept }];
  const folder = name.endsWith('/') ? name : `${name}/`;
  const below = files.list(path).flatMap((child) => membersAt(call, base, folder + child) ?? []);
  return [{ name: folder, entry: kept }, ...below];
}

const FAILED = 'Exiting with failure status due to previous errors';

function pack(call: ProgramCall, order: Order): ProgramOutcome {
  const isOf = isBusybox(call);
  const { letters, file, base } = order;
  if (order.names.length === 0)
    return isOf
      ? fail(call, 'empty archive')
      : fail(call, `Cowardly refusing to create an empty archive${TRY}`, 2);
  let failed = false;
  const members: Member[] = [];
  for (const name of order.names) {
    const found = membersAt(call, base, name);
    if (found) members.push(...found);
    else {
      complain(call, `${name}: ${isOf ? '' : 'Cannot stat: '}No such file or directory`);
      failed = true;
    }
  }
  if (members.some(({ name }) => name.startsWith('/')))
    complain(
      call,
      isOf ? "removing leading '/' from member names" : "Removing leading `/' from member names",
    );
  const named = members.map(({ name, entry }) => ({ name: name.replace(/^\/+/, ''), entry }));
  const entries = named.map(({ name, entry }) => ({ name, size: sizeOfEntry(entry) }));
  const content: TarContent = {
    kind: 'files',
    files: Object.fromEntries(
      named.flatMap(({ name, entry }) => {
        const path = resolvePath('/', name);
        return path === '/' ? [] : [[path, entry]];
      }),
    ),
    weight: entries.reduce((sum, { size }) => sum + size, 0),
    names: named.map(({ name }) => name),
  };
  const text = (letters.includes('z') ? GZIP_MARK : '') + writeTar(content, tarSize(entries));
  if (letters.includes('v')) {
    const list = members.map(({ name }) => `${name}\n`).join('');
    if (file === '-') call.error(list);
    else call.out(list);
  }
  if (file === '-') call.out(text);
  else call.host.files.put(resolvePath(call.cwd, file), owned(call, { kind: 'text', text }));
  if (failed) complain(call, isOf ? 'error exit delayed from previous errors' : FAILED);
  return { kind: 'exit', code: !failed ? 0 : isOf ? 1 : 2 };
}

const TRY = "\nTry 'tar --help' or 'tar --usage' for more information.";

/** `tar c`, `tar x` and `tar t` with `f FILE`, `C DIR`, `v` and, for `x`, `O`, which prints the files; `z` packs with gzip. */
export const tar: Program = (call) => {
  const order = read(call);
  const { letters, file } = order;
  const isOf = isBusybox(call);
  if (!/[cxt]/.test(letters)) {
    if (isOf) tellUsage(call);
    else
      complain(
        call,
        `You must specify one of the '-Acdtrux', '--delete' or '--test-label' options${TRY}`,
      );
    return { kind: 'exit', code: isOf ? 1 : 2 };
  }
  if (letters.includes('c')) return pack(call, order);
  const archive = file === '-' ? null : entryOf(call, file);
  if (file !== '-' && !archive)
    return isOf
      ? fail(call, `can't open '${file}': No such file or directory`)
      : fail(
          call,
          `${file}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now`,
          2,
        );
  const text = archive === null ? (call.stdin ?? '') : archive.kind === 'text' ? archive.text : '';
  if (letters.includes('z') && !isOf && !text.startsWith(GZIP_MARK)) {
    call.error(`\ngzip: stdin: ${text === '' ? 'unexpected end of file' : 'not in gzip format'}\n`);
    return fail(call, `Child returned status 1\ntar: Error is not recoverable: exiting now`, 2);
  }
  const content = readTar(text);
  if (!content && !isOf)
    return fail(call, `This does not look like a tar archive\ntar: ${FAILED}`, 2);
  if (!content) return fail(call, text.length < 512 ? 'short read' : 'invalid tar magic');
  return unpack(call, order, content);
};

/** A member as `tar tv` lists it. */
function listed(call: ProgramCall, { name, entry }: Member): string {
  const { files } = call.host;
  const mode = modeText(kindLetter[entry.kind], modeOf(entry, `/${name}`));
  const owner = `${userName(files, entry.uid ?? 0)}/${groupName(files, entry.gid ?? 0)}`;
  const size = entry.kind === 'directory' || entry.kind === 'link' ? 0 : sizeOfEntry(entry);
  const time = new Date(entry.mtime ?? call.host.now).toISOString().replace('T', ' ');
  const link = entry.kind === 'link' ? ` -> ${entry.target}` : '';
  return `${mode} ${owner} ${String(size).padStart(9)} ${time.slice(0, isBusybox(call) ? 19 : 16)} ${name}${link}\n`;
}

/** Lists, prints or writes what was asked for of an archive, or all of it. */
function unpack(
  call: ProgramCall,
  { letters, base, names }: Order,
  content: TarContent,
): ProgramOutcome {
  const files = filesOfTar(content);
  const isOf = isBusybox(call);
  const prints = letters.includes('x') && letters.includes('O');
  const wanted = names.map((name) => name.replace(/(.)\/+$/, '$1'));
  const found = new Set<string>();
  let list = '';
  for (const name of namesOfTar(content)) {
    const within = wanted.filter((each) => name === each || name.startsWith(`${each}/`));
    if (wanted.length > 0 && within.length === 0) continue;
    for (const each of within) found.add(each);
    const path = resolvePath('/', name);
    const entry = files[path] ?? { kind: 'directory' };
    if (entry.kind === 'whiteout') continue;
    if (letters.includes('t') && letters.includes('v')) list += listed(call, { name, entry });
    else if (/[tv]/.test(letters)) list += `${name}\n`;
    if (prints) call.out(textOfEntry(entry));
    else if (letters.includes('x') && path !== '/') put(call, base, path, entry);
  }
  // GNU lists aside what it prints.
  if (prints && !isOf) call.error(list);
  else call.out(list);
  const missing = names.filter((_, i) => !found.has(wanted[i] ?? ''));
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
