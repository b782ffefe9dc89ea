import { resolvePath } from '../files/path';
import { accountOf } from './account';
import { textOfEntry } from './programs/input';
import type { Redirection, Word } from '../shell/ast';
import type { OpenShell } from './open-shell';
import type { ShellStreams, StreamTarget } from './process';
import { CommandFailure } from './shell-end';
import { cannotCreate, cannotOpen } from './shell-messages';

/** The streams of a command with its redirections; `text` expands a word. A target that cannot be opened is told and ends the command. */
export function redirected(
  shell: OpenShell,
  redirections: readonly Redirection[],
  text: (word: Word) => string,
): ShellStreams {
  let { streams } = shell.m;
  for (const redirection of redirections) streams = redirect(shell, streams, redirection, text);
  return streams;
}

function redirect(
  shell: OpenShell,
  streams: ShellStreams,
  redirection: Redirection,
  text: (word: Word) => string,
): ShellStreams {
  if (redirection.operator === '<<') {
    warn(shell, streams, redirection);
    return { ...streams, stdin: text(redirection.content) };
  }
  const target = text(redirection.target);
  const set = (to: StreamTarget): ShellStreams =>
    redirection.fd === 2
      ? { ...streams, stderr: to }
      : redirection.fd === 1
        ? { ...streams, stdout: to }
        : streams;
  switch (redirection.operator) {
    case '>&':
      if (target === '1') return set(streams.stdout);
      return target === '2' ? set(streams.stderr) : set({ kind: 'null' });
    case '<&':
      return streams;
    case '<':
    case '<>':
      return { ...streams, stdin: readInput(shell, streams, target) };
    default:
      return set(openOutput(shell, target, redirection.operator === '>>', streams));
  }
}

/** bash tells of a here-document whose end never came. */
function warn(
  shell: OpenShell,
  streams: ShellStreams,
  { open }: Extract<Redirection, { readonly operator: '<<' }>,
): void {
  if (open === undefined) return;
  const { name, interactive, typed } = shell.m;
  const place = interactive || typed ? name : `${name}: line ${open.last}`;
  const what = `here-document at line ${open.line} delimited by end-of-file`;
  shell.write(streams.stderr, `${place}: warning: ${what} (wanted \`${open.delimiter}')\n`);
}

function refused(shell: OpenShell, streams: ShellStreams, message: string): never {
  shell.write(streams.stderr, `${message}\n`);
  throw new CommandFailure(shell.m.flavour === 'dash' ? 2 : 1);
}

function readInput(shell: OpenShell, streams: ShellStreams, target: string): string {
  if (target === '/dev/null') return '';
  const piped = shell.pipes.get(target);
  if (piped !== undefined) return piped;
  const entry = shell.host.files.get(resolvePath(shell.m.cwd, target));
  if (!entry) refused(shell, streams, cannotOpen(shell.m, target));
  return textOfEntry(entry);
}

function openOutput(
  shell: OpenShell,
  target: string,
  append: boolean,
  streams: ShellStreams,
): StreamTarget {
  const special = /^\/(?:dev\/std(out|err)|proc\/self\/fd\/([12])|proc\/1\/fd\/([12]))$/.exec(
    target,
  );
  if (target === '/dev/full') return { kind: 'full' };
  if (/^\/dev\/(?:null|zero|random|urandom|tty)$/.test(target)) return { kind: 'null' };
  if (special) {
    const main = special[3];
    if (main) return { kind: 'main', stream: main === '1' ? 'stdout' : 'stderr' };
    return special[1] === 'out' || special[2] === '1' ? streams.stdout : streams.stderr;
  }
  const { host, m } = shell;
  const path = resolvePath(m.cwd, target);
  const entry = host.files.get(path);
  const parent = host.files.get(resolvePath(path, '..'));
  const reason =
    entry?.kind === 'directory'
      ? 'Is a directory'
      : parent?.kind !== 'directory'
        ? 'nonexistent directory'
        : host.refusal(path, m.user);
  if (reason !== null) refused(shell, streams, cannotCreate(m, target, reason));
  if (!entry) {
    const { uid, gid } = accountOf(host.files, m.user);
    const owner = uid === 0 && gid === 0 ? {} : { uid, gid };
    host.files.put(host.files.real(path), { kind: 'text', text: '', ...owner });
  } else if (!append) host.files.write(path, { kind: 'text', text: '' });
  return { kind: 'file', path };
}
