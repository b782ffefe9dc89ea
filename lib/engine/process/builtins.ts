import { own } from '../../kernel/own';
import { resolvePath } from '../files/path';
import { evaluateArithmetic } from '../shell/arithmetic';
import { cd } from './builtin-cd';
import { exportVariables, listVariables, readonlyVariables } from './builtin-export';
import { getopts } from './builtin-getopts';
import { noJobControl, wait } from './builtin-jobs';
import { kill } from './builtin-kill';
import { local } from './builtin-local';
import { read } from './builtin-read';
import { trap } from './builtin-trap';
import { commandPaths, typeOf } from './builtin-type';
import { ulimit } from './builtin-ulimit';
import { complain, complainOf } from './complain';
import { checkStatus } from './exit-status';
import { formatText, unescapeText } from './programs/escapes';
import { listJobs } from './job-control';
import type { OpenShell } from './open-shell';
import { say } from './say';
import { ShellExit } from './shell-end';
import type { ShellStreams } from './process';
import { writeTo } from './streams';
import { evaluateTest } from './test-command';

/** Returns the status, or null when the builtin has set it or gone elsewhere. */
type Builtin = (shell: OpenShell, args: readonly string[], streams: ShellStreams) => number | null;

const set: Builtin = (shell, args, streams) => {
  if (args.length === 0) return listVariables(shell, streams);
  const operands: string[] = [];
  let options = true;
  for (const arg of args) {
    if (options && arg === '--') options = false;
    else if (options && /^[-+][a-z]+$/i.test(arg)) {
      const on = arg.startsWith('-');
      if (arg.includes('e')) shell.m.exitOnError = on;
      for (const letter of ['u', 'x']) {
        if (!arg.includes(letter)) continue;
        const others = shell.m.options.replace(letter, '');
        shell.m.options = on ? others + letter : others;
      }
    } else operands.push(arg);
  }
  if (operands.length > 0 || !options)
    shell.m.positional = [shell.m.positional[0] ?? shell.m.name, ...operands];
  return 0;
};

const unset: Builtin = (shell, args) => {
  const variables = { ...shell.m.variables };
  for (const name of args) delete variables[name];
  shell.m.variables = variables;
  return 0;
};

const echo: Builtin = (shell, args, streams) => {
  let at = 0;
  let newline = true;
  // dash takes escapes without being asked, and only -n as an option.
  let escapes = shell.m.flavour === 'dash';
  for (; args[at]?.startsWith('-'); at++) {
    if (!(escapes ? /^-n$/ : /^-[neE]+$/).test(args[at] ?? '')) break;
    if (args[at]?.includes('n')) newline = false;
    if (args[at]?.includes('e')) escapes = true;
  }
  const joined = args.length === at + 1 ? (args[at] ?? '') : args.slice(at).join(' ');
  const text = (escapes ? unescapeText(joined) : joined) + (newline ? '\n' : '');
  return say(shell, streams, 'echo', text);
};

const pwd: Builtin = (shell, _args, streams) => {
  writeTo(shell.host, streams.stdout, `${shell.m.cwd}\n`);
  return 0;
};

const printf: Builtin = (shell, [format = '', ...args], streams) => {
  return say(shell, streams, 'printf', formatText(format, args));
};

const test: Builtin = (shell, args) =>
  evaluateTest(args, (path, link) => {
    const at = resolvePath(shell.m.cwd, path);
    return link ? shell.host.files.at(at) : shell.host.files.get(at);
  })
    ? 0
    : 1;

const sourceAs =
  (word: string): Builtin =>
  (shell, [path = ''], streams) => {
    const { flavour, cwd, interactive } = shell.m;
    const entry = shell.host.files.get(resolvePath(cwd, path));
    if (entry?.kind === 'text') {
      shell.evaluate(entry.text);
      return null;
    }
    if (flavour === 'bash') complain(shell, streams, `${path}: No such file or directory`);
    else if (flavour === 'dash') complain(shell, streams, `.: cannot open ${path}: No such file`);
    else complainOf(shell, streams, word, `can't open '${path}': No such file or directory`);
    if (flavour === 'bash' || interactive) return flavour === 'bash' ? 1 : 2;
    throw new ShellExit(2);
  };

/** `command [-v] NAME…`: what the name stands for, or that without the shell's functions. */
const command: Builtin = (shell, args, streams) => {
  if (args[0] === '-v') return commandPaths(shell, args.slice(1), streams, builtins);
  const [name, ...rest] = args;
  if (name === undefined) return 0;
  const own = builtins.get(name);
  if (own) return own(shell, rest, streams);
  shell.start(args, streams);
  return null;
};

/** `shift [COUNT]`: 1, and nothing is done, when there are not so many; dash ends there. */
const shift: Builtin = (shell, [word = '1'], streams) => {
  const [name, ...rest] = shell.m.positional;
  const count = Number(word);
  if (count > rest.length) {
    if (shell.m.flavour !== 'dash') return 1;
    complain(shell, streams, "shift: can't shift that many");
    throw new ShellExit(2);
  }
  shell.m.positional = [name ?? shell.m.name, ...rest.slice(count)];
  return 0;
};

/** `let EXPRESSION…`: 0 when the last is not zero. */
const calculate: Builtin = (shell, args, streams) => {
  let last = 0n;
  for (const arg of args) {
    const value = evaluateArithmetic(arg, {
      get: (name) => own(shell.m.variables, name) ?? '',
      set: (name, text) => shell.setVariable(name, text),
    });
    if (!value.ok) {
      complain(shell, streams, value.error);
      return 2;
    }
    last = value.value;
  }
  return last === 0n ? 1 : 0;
};

/** The commands that a shell runs itself. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
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
  ['test', test],
  [
    '[',
    (shell, args, streams) => test(shell, args.at(-1) === ']' ? args.slice(0, -1) : args, streams),
  ],
  ['command', command],
  ['type', (shell, args, streams) => typeOf(shell, args, streams, builtins)],
  ['ulimit', ulimit],
  [
    'umask',
    (shell, args, streams) => {
      if (args.length === 0) writeTo(shell.host, streams.stdout, '0022\n');
      else if (args[0] === '-S') writeTo(shell.host, streams.stdout, 'u=rwx,g=rx,o=rx\n');
      return 0;
    },
  ],
  ['fg', noJobControl('fg')],
  ['bg', noJobControl('bg')],
  ['break', () => 0],
  ['continue', () => 0],
  ['alias', () => 0],
  ['hash', () => 0],
  [
    'jobs',
    (shell, _args, streams) => {
      listJobs(shell, streams);
      return 0;
    },
  ],
  ['let', calculate],
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
    (shell, [code]) => {
      if (code !== undefined) shell.m.status = Number(code) & 255;
      shell.returnFrom();
      return null;
    },
  ],
  [
    'eval',
    (shell, args) => {
      shell.evaluate(args.join(' '));
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
