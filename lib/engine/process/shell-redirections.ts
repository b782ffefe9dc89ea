import { resolvePath } from '../files/path';
import { accountOf } from './account';
import { textOfEntry } from './programs/input';
import type { Redirection, Word } from '../shell/ast';
import type { OpenShell } from './open-shell';
import { CLOSED, descriptorOf, numberOf, withDescriptor } from './descriptors';
import type { Descriptor, ShellStreams, StreamTarget } from './process';
import { masked } from './umask';
import { CommandFailure } from './shell-end';
import { badDescriptor, cannotCreate, cannotOpen } from './shell-messages';

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
    const content = { kind: 'input', text: text(redirection.content) } as const;
    return withDescriptor(streams, redirection.fd, content);
  }
  const { fd, operator } = redirection;
  const target = text(redirection.target);
  switch (operator) {
    case '>&':
    case '<&':
      return copyOf(shell, streams, fd, target);
    case '<':
      return withDescriptor(streams, fd, readInput(shell, streams, target));
    case '<>':
    case '>>': {
      const opened = openOutput(shell, target, 'append', streams);
      const isInput = operator === '<>' && fd === 0;
      return withDescriptor(streams, fd, isInput ? readInput(shell, streams, target) : opened);
    }
    default:
      return withDescriptor(
        streams,
        fd,
        openOutput(shell, target, operator === '>|' ? 'clobber' : 'write', streams),
      );
  }
}

/** `3>&1`: the one is what the other is; `3>&-`: it is closed; `3>&4-`: both. */
function copyOf(shell: OpenShell, streams: ShellStreams, fd: number, target: string): ShellStreams {
  const source = /^(\d*)(-?)$/.exec(target);
  if (source === null) refused(shell, streams, badDescriptor(shell.m, target));
  const [, from = '', closes] = source;
  if (from === '') return withDescriptor(streams, fd, CLOSED);
  const descriptor = descriptorOf(streams, Number(from));
  if (descriptor === undefined) refused(shell, streams, badDescriptor(shell.m, from));
  const copied = withDescriptor(streams, fd, descriptor, Number(from));
  return closes === '' || Number(from) === fd
    ? copied
    : withDescriptor(copied, Number(from), CLOSED);
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

function readInput(shell: OpenShell, streams: ShellStreams, target: string): Descriptor {
  if (target === '/dev/null') return { kind: 'input', text: '' };
  const piped = shell.pipes.get(target);
  if (piped !== undefined) return { kind: 'input', text: piped };
  const open = descriptorOf(streams, numberOf(target));
  if (open !== undefined) return open;
  const entry = shell.host.files.get(resolvePath(shell.m.cwd, target));
  if (!entry) refused(shell, streams, cannotOpen(shell.m, target));
  return { kind: 'input', text: textOfEntry(entry) };
}

function openOutput(
  shell: OpenShell,
  target: string,
  how: 'append' | 'write' | 'clobber',
  streams: ShellStreams,
): StreamTarget {
  if (target === '/dev/full') return { kind: 'full' };
  if (/^\/dev\/(?:null|zero|random|urandom|tty)$/.test(target)) return { kind: 'null' };
  const main = /^\/proc\/1\/fd\/([12])$/.exec(target)?.[1];
  if (main) return { kind: 'main', stream: main === '1' ? 'stdout' : 'stderr' };
  const open = descriptorOf(streams, numberOf(target));
  if (open !== undefined && open.kind !== 'input') return open;
  const { host, m } = shell;
  const path = resolvePath(m.cwd, target);
  const entry = host.files.get(path);
  const parent = host.files.get(resolvePath(path, '..'));
  const reason =
    entry?.kind === 'directory'
      ? 'Is a directory'
      : parent?.kind !== 'directory'
        ? 'nonexistent directory'
        : how === 'write' && entry?.kind === 'text' && m.options.includes('C')
          ? m.flavour === 'bash'
            ? 'cannot overwrite existing file'
            : 'File exists'
          : host.refusal(path, m.user);
  if (reason !== null) refused(shell, streams, cannotCreate(m, target, reason));
  if (!entry) {
    const { uid, gid } = accountOf(host.files, m.user);
    const owner = uid === 0 && gid === 0 ? {} : { uid, gid };
    const files = m.umask === undefined ? host.files : masked(host.files, m.umask);
    files.put(host.files.real(path), { kind: 'text', text: '', ...owner });
  } else if (how !== 'append') host.files.write(path, { kind: 'text', text: '' });
  return { kind: 'file', path };
}
