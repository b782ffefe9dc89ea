import { own } from '../../kernel/own';
import { resolvePath } from '../files/path';
import { alias, unalias } from './builtin-alias';
import { cd } from './builtin-cd';
import { declare } from './builtin-declare';
import { dirs, popd, pushd } from './builtin-dirs';
import { echo, printf } from './builtin-echo';
import { exportVariables, readonlyVariables } from './builtin-export';
import { getopts } from './builtin-getopts';
import { hash } from './builtin-hash';
import { disown, noJobControl, wait } from './builtin-jobs';
import { kill } from './builtin-kill';
import { letCommand } from './builtin-let';
import { local } from './builtin-local';
import { mapfile } from './builtin-mapfile';
import { read } from './builtin-read';
import { set } from './builtin-set';
import { shopt } from './builtin-shopt';
import { testAs } from './builtin-test';
import { trap } from './builtin-trap';
import { commandKinds, commandPaths, findInPath, typeOf } from './builtin-type';
import { times } from './builtin-times';
import { ulimit } from './builtin-ulimit';
import { umask } from './builtin-umask';
import { unset } from './builtin-unset';
import { complain, complainOf } from './complain';
import { checkStatus } from './exit-status';
import { listJobs } from './job-control';
import { isReturnable, type OpenShell } from './open-shell';
import { ShellExit } from './shell-end';
import type { ShellFlavour, ShellStreams } from './process';
import { writeTo } from './streams';

/** Returns the status, or null when the builtin has set it or gone elsewhere. */
type Builtin = (shell: OpenShell, args: readonly string[], streams: ShellStreams) => number | null;

const pwd: Builtin = (shell, _args, streams) => {
  writeTo(shell.host, streams.stdout, `${shell.m.cwd}\n`);
  return 0;
};

const sourceAs =
  (word: string): Builtin =>
  (shell, [path = ''], streams) => {
    const { flavour, cwd, interactive } = shell.m;
    const isName = !path.includes('/');
    const found = isName ? findInPath(shell, path) : null;
    const place = found ?? (isName && flavour !== 'bash' ? null : path);
    const entry = place === null ? null : shell.host.files.get(resolvePath(cwd, place));
    if (entry?.kind === 'text') {
      shell.evaluate(entry.text, 'file');
      return null;
    }
    if (flavour === 'bash') complain(shell, streams, `${path}: No such file or directory`);
    else if (isName) complainOf(shell, streams, word, `${path}: not found`);
    else if (flavour === 'dash') complain(shell, streams, `.: cannot open ${path}: No such file`);
    else complainOf(shell, streams, word, `can't open '${path}': No such file or directory`);
    if (flavour === 'bash' || interactive) return flavour === 'bash' ? 1 : 2;
    throw new ShellExit(2);
  };

/** `command [-p] [-v|-V] NAME…`: what the name stands for, or that without the shell's functions. */
const command: Builtin = (shell, words, streams) => {
  const { flavour } = shell.m;
  const end = words.findIndex((word) => !/^-[pvV]+$/.test(word));
  const options = words.slice(0, end < 0 ? words.length : end).join('');
  const args = end < 0 ? [] : words.slice(words[end] === '--' ? end + 1 : end);
  const tells = options.includes('V') ? commandKinds : options.includes('v') ? commandPaths : null;
  if (tells) return tells(shell, args, streams, (name) => builtinOf(flavour, name));
  const [name, ...rest] = args;
  if (name === undefined) return 0;
  const found = builtinOf(flavour, name);
  if (found) return found(shell, rest, streams);
  shell.start(args, streams);
  return null;
};

/** `builtin NAME…` of bash: what the shell does itself, whatever functions there are. */
const builtin: Builtin = (shell, [name = '', ...args], streams) => {
  const found = builtinOf('bash', name);
  if (name === '') return 0;
  if (found) return found(shell, args, streams);
  complain(shell, streams, `builtin: ${name}: not a shell builtin`);
  return 1;
};

/** `shift [COUNT]`: 1, and nothing is done, when there are not so many; dash ends there. */
const shift: Builtin = (shell, [word = '1'], streams) => {
  const [name, ...rest] = shell.m.positional;
  const count = Number(word);
  if (!/^\d+$/.test(word)) return refuseCount(shell, 'shift', word, streams);
  if (count > rest.length) {
    if (shell.m.flavour !== 'dash') return 1;
    complain(shell, streams, "shift: can't shift that many");
    throw new ShellExit(2);
  }
  shell.m.positional = [name ?? shell.m.name, ...rest.slice(count)];
  return 0;
};

/** What should be a number and is none: bash says so, a script of the ash family ends. */
function refuseCount(shell: OpenShell, name: string, word: string, streams: ShellStreams): number {
  const { flavour, interactive } = shell.m;
  const isBash = flavour === 'bash';
  const negative = /^-\d+$/.test(word) ? 'shift count out of range' : 'numeric argument required';
  complainOf(shell, streams, name, isBash ? `${word}: ${negative}` : `Illegal number: ${word}`);
  if (isBash || interactive) return isBash ? 1 : 2;
  throw new ShellExit(2);
}

/** `break` and `continue` that stand in no loop. */
function outsideOfLoop(name: string): Builtin {
  return (shell, _args, streams) => {
    const where = "only meaningful in a `for', `while', or `until' loop";
    if (shell.m.flavour === 'bash') complain(shell, streams, `${name}: ${where}`);
    return 0;
  };
}

/** The commands that a shell runs itself. */
const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', () => 0],
  ['true', () => 0],
  ['false', () => 1],
  ['cd', cd],
  ['export', exportVariables],
  ['local', local],
  ['readonly', readonlyVariables],
  ['set', set],
  ['unset', unset],
  ['trap', trap],
  ['wait', wait],
  ['kill', kill],
  ['read', read],
  ['echo', echo],
  ['printf', printf],
  ['pwd', pwd],
  ['test', testAs('test')],
  ['[', testAs('[')],
  ['[[', testAs('[[')],
  ['command', command],
  [
    'type',
    (shell, args, streams) =>
      typeOf(shell, args, streams, (name) => builtinOf(shell.m.flavour, name)),
  ],
  ['ulimit', ulimit],
  ['umask', umask],
  ['fg', noJobControl('fg')],
  ['bg', noJobControl('bg')],
  ['break', outsideOfLoop('break')],
  ['continue', outsideOfLoop('continue')],
  ['alias', alias],
  ['unalias', unalias],
  ['hash', hash],
  ['jobs', listJobs],
  ['disown', disown],
  ['times', times],
  ['dirs', dirs],
  ['pushd', pushd],
  ['popd', popd],
  ['let', letCommand],
  ['declare', declare],
  ['typeset', declare],
  ['shopt', shopt],
  ['mapfile', mapfile],
  ['readarray', mapfile],
  ['builtin', builtin],
  ['getopts', getopts],
  ['shift', shift],
  [
    'exit',
    (shell, [code], streams) => {
      if (code !== undefined) checkStatus(shell, code, streams);
      shell.exit(code === undefined ? shell.m.status : Number(code) & 255);
      return null;
    },
  ],
  [
    'return',
    (shell, [code], streams) => {
      const { flavour, frames } = shell.m;
      if (flavour === 'bash' && !frames.some(isReturnable)) {
        complain(shell, streams, "return: can only `return' from a function or sourced script");
        return 2;
      }
      if (code !== undefined) shell.m.status = Number(code) & 255;
      shell.returnFrom();
      return null;
    },
  ],
  [
    'eval',
    (shell, args) => {
      shell.evaluate(args.join(' '), 'eval');
      return null;
    },
  ],
  ['.', sourceAs('.')],
  ['source', sourceAs('source')],
  [
    'exec',
    (shell, args, streams) => {
      if (args.length > 0) shell.become(args, streams);
      else shell.m.streams = streams;
      return args.length > 0 ? null : 0;
    },
  ],
]);

/** What not every shell has. */
const NOT_EVERYWHERE: Readonly<Record<string, readonly ShellFlavour[]>> = {
  '[[': ['ash'],
  let: ['ash', 'bash'],
  source: ['ash', 'bash'],
  declare: ['bash'],
  typeset: ['bash'],
  shopt: ['bash'],
  mapfile: ['bash'],
  readarray: ['bash'],
  builtin: ['bash'],
  disown: ['bash'],
  dirs: ['bash'],
  pushd: ['bash'],
  popd: ['bash'],
};

/** The command of a name that a shell runs itself; undefined when it has none. */
export function builtinOf(flavour: ShellFlavour, name: string): Builtin | undefined {
  const found = builtins.get(name);
  return found && (own(NOT_EVERYWHERE, name)?.includes(flavour) ?? true) ? found : undefined;
}

/** What a shell runs itself. */
export function builtinNames(flavour: ShellFlavour): readonly string[] {
  return [...builtins.keys()].filter((name) => builtinOf(flavour, name) !== undefined);
}
