import { isWithin, join, resolvePath } from '../../files/path';
import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall } from '../program';
import { fail } from './options';
import { entryOf, owned } from './paths';

/** An archive as this simulation writes it: the entries by name. It is not a tar's bytes. */
const MARK = 'simulated tar\n';

function collect(
  call: ProgramCall,
  base: string,
  name: string,
  found: Record<string, FileEntry>,
): boolean {
  const path = resolvePath(base, name);
  const entry = call.host.files.at(path);
  if (!entry) return false;
  found[name.replace(/^\/+/, '') || '.'] = entry;
  if (entry.kind === 'directory')
    for (const child of call.host.files.list(path))
      collect(call, base, name.endsWith('/') ? name + child : `${name}/${child}`, found);
  return true;
}

/** The entries of an archive; null when somebody has changed its text. */
function unpacked(text: string): Readonly<Record<string, FileEntry>> | null {
  try {
    return JSON.parse(text) as Readonly<Record<string, FileEntry>>;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}

/** `tar -cf FILE [-C DIR] NAME…`, `tar -xf FILE [-C DIR]`, `tar -tf FILE`; `z` is taken and packs nothing. */
export const tar: Program = (call) => {
  const words = call.argv.slice(1);
  const letters = (words[0] ?? '').replace(/^-/, '');
  let base = call.cwd;
  let file: string | undefined;
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-C') base = resolvePath(call.cwd, words[++i] ?? '');
    else if (i === 0 || /^-[a-zA-Z]+$/.test(word)) {
      if (word.includes('f')) file = words[++i];
    } else names.push(word);
  }
  if (file === undefined) return fail(call, 'only files are simulated: give one with f');
  if (letters.includes('c')) {
    const found: Record<string, FileEntry> = {};
    for (const name of names)
      if (!collect(call, base, name, found))
        return fail(call, `${name}: No such file or directory`);
    call.host.files.put(
      resolvePath(call.cwd, file),
      owned(call, { kind: 'text', text: MARK + JSON.stringify(found) }),
    );
    if (letters.includes('v')) for (const name of Object.keys(found)) call.out(`${name}\n`);
    return { kind: 'exit', code: 0 };
  }
  const archive = entryOf(call, file);
  if (!archive) return fail(call, `can't open '${file}': No such file or directory`);
  if (archive.kind !== 'text' || !archive.text.startsWith(MARK))
    return fail(call, 'invalid tar magic');
  const entries = unpacked(archive.text.slice(MARK.length));
  if (!entries) return fail(call, 'short read');
  for (const [name, entry] of Object.entries(entries)) {
    if (letters.includes('t') || letters.includes('v')) call.out(`${name}\n`);
    const target = resolvePath('/', join(base, name));
    if (!isWithin(target, base)) continue;
    const stays = entry.kind === 'directory' && call.host.files.get(target)?.kind === 'directory';
    if (letters.includes('x') && !stays) call.host.files.put(target, entry);
  }
  return { kind: 'exit', code: 0 };
};
