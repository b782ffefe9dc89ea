import { isExecutable } from '../files/attributes';
import { resolvePath } from '../files/path';
import { Recent } from '../../kernel/recent';
import type { LaunchRefusal, ProcessHost } from './host';
import { interpreterOf } from './interpreter';
import { behaviourOf } from './multi-call';
import type { Program } from './program';
import { programs } from './programs/index';

/** What lies behind the first word of a command: a program, a script, or the reason why it cannot be run. */
export type Executable =
  | { readonly kind: 'program'; readonly run: Program }
  /** `broken`: why the kernel itself cannot run it; a shell may run a text that names no interpreter. */
  | {
      readonly kind: 'script';
      readonly path: string;
      readonly text: string;
      readonly interpreter: readonly string[];
      readonly broken: 'exec format error' | 'no such file or directory' | null;
    }
  | { readonly kind: 'refused'; readonly reason: LaunchRefusal };

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Where words are looked for, by search path and then by word; null where that hangs on the folder, too. */
const searched = new Recent<Recent<readonly string[]> | null>();

function candidatesOf(word: string, path: string, cwd: string): readonly string[] {
  const places = (): readonly string[] =>
    path.split(':').map((folder) => resolvePath(cwd, `${folder}/${word}`));
  const known = searched.get(path, () => (/(?:^|:)(?!\/)/.test(path) ? null : new Recent()));
  return known === null ? places() : known.get(word, places);
}

/** Finds the program that a word names, as execvp does. */
export function findExecutable(
  word: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
  host: ProcessHost,
): Executable {
  if (word.includes('/')) return executableAt(resolvePath(cwd, word), host);
  for (const place of candidatesOf(word, env['PATH'] ?? PATH, cwd)) {
    const found = executableAt(place, host);
    if (found.kind !== 'refused') return found;
  }
  return { kind: 'refused', reason: 'not found' };
}

/** Where a word is found as a program; null when it is none. */
export function pathOf(
  word: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
  host: ProcessHost,
): string | null {
  if (word.includes('/')) return word;
  for (const place of candidatesOf(word, env['PATH'] ?? PATH, cwd))
    if (executableAt(place, host).kind !== 'refused') return place;
  return null;
}

function executableAt(path: string, host: ProcessHost): Executable {
  const entry = host.files.get(path);
  if (entry?.kind === 'directory') return { kind: 'refused', reason: 'Is a directory' };
  if (entry && entry.kind !== 'link' && host.noExec(path))
    return { kind: 'refused', reason: 'Permission denied' };
  if (entry?.kind === 'program') {
    const name = behaviourOf(entry, path, host.machine);
    const run = programs.get(name);
    if (!run) throw new Error(`the catalogue names an unknown program: ${name}`);
    return { kind: 'program', run };
  }
  if (entry?.kind === 'text') {
    return isExecutable(entry, path)
      ? scriptAt(path, entry.text, host)
      : { kind: 'refused', reason: 'Permission denied' };
  }
  return { kind: 'refused', reason: entry ? 'Permission denied' : 'not found' };
}

/** What the first lines of texts name. */
const interpreters = new Recent<readonly string[]>();

/** A text that may be run: by the interpreter in its first line, which has to be there, else by the shell that starts it. */
function scriptAt(path: string, text: string, host: ProcessHost): Executable {
  const interpreter = interpreters.get(text, () => interpreterOf(text));
  const [named] = interpreter;
  const broken =
    named === undefined
      ? 'exec format error'
      : host.files.get(resolvePath('/', named))
        ? null
        : 'no such file or directory';
  return { kind: 'script', path, text, interpreter, broken };
}
