import { own } from '../../kernel/own';
import { resolvePath } from '../files/path';
import { evaluateArithmetic } from '../shell/arithmetic';
import { cd } from './builtin-cd';
import { getopts } from './builtin-getopts';
import { local } from './builtin-local';
import { read } from './builtin-read';
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
import { endsByDefault, exitCodeOf, parseSignal } from './signals';
import { writeTo } from './streams';
import { evaluateTest } from './test-command';

/** Returns the status, or null when the builtin has set it or gone elsewhere. */
type Builtin = (shell: OpenShell, args: readonly string[], streams: ShellStreams) => number | null;

const exported: Builtin = (shell, args) => {
  for (const arg of args) {
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (equals >= 0) shell.setVariable(name, arg.slice(equals + 1));
    if (!shell.m.exported.includes(name)) shell.m.exported = [...shell.m.exported, name];
  }
  return 0;
};

const set: Builtin = (shell, args) => {
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

const trap: Builtin = (shell, [action, ...signals], streams) => {
  if (action === undefined || signals.length === 0) return 0;
  const traps = { ...shell.m.traps };
  for (const text of signals) {
    const signal = text === '0' || text === 'EXIT' ? 'EXIT' : parseSignal(text);
    if (signal === null) {
      complain(shell, streams, `trap: ${text}: invalid signal specification`);
      return 1;
    }
    if (action === '-') delete traps[signal];
    else traps[signal] = action;
  }
  shell.m.traps = traps;
  return 0;
};

const wait: Builtin = (shell, [job]) => {
  shell.m.waiting = job === undefined ? 'all' : Number(job.replace('%', ''));
  return null;
};

const kill: Builtin = (shell, args, streams) => {
  let signal: string | null = 'TERM';
  const pids: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '-s') signal = parseSignal(args[++i] ?? '');
    else if (arg.startsWith('-') && pids.length === 0) signal = parseSignal(arg.slice(1));
    else pids.push(arg);
  }
  if (signal === null) return 1;
  let status = 0;
  for (const text of pids) {
    const pid = Number(text);
    const job = shell.m.jobs.find((candidate) => candidate.pid === pid && candidate.activity);
    if (job) {
      shell.m.jobs = shell.m.jobs.map((other) =>
        other === job ? { ...job, activity: null, status: 143 } : other,
      );
    } else if (pid === shell.m.pid) {
      if (own(shell.m.traps, signal)) shell.m.pending = [...shell.m.pending, signal];
      else if (pid !== 1 && endsByDefault(signal)) shell.exit(exitCodeOf(signal));
    } else if (!shell.host.kill(pid, signal)) {
      complain(shell, streams, `can't kill pid ${text}: No such process`);
      status = 1;
    }
  }
  return status;
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

const source: Builtin = (shell, [path = ''], streams) => {
  const { flavour, cwd, interactive } = shell.m;
  const entry = shell.host.files.get(resolvePath(cwd, path));
  if (entry?.kind === 'text') {
    shell.evaluate(entry.text);
    return null;
  }
  if (flavour === 'bash') complain(shell, streams, `${path}: No such file or directory`);
  else if (flavour === 'dash') complain(shell, streams, `.: cannot open ${path}: No such file`);
  else complainOf(shell, streams, '.', `can't open '${path}': No such file or directory`);
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
  ['export', exported],
  ['local', local],
  ['readonly', exported],
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
      return 0;
    },
  ],
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
  [
    'shift',
    (shell, [count]) => {
      const [name, ...rest] = shell.m.positional;
      shell.m.positional = [name ?? shell.m.name, ...rest.slice(Number(count ?? 1))];
      return 0;
    },
  ],
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
  ['.', source],
  ['source', source],
  [
    'exec',
    (shell, args, streams) => {
      if (args.length > 0) shell.become(args, streams);
      else shell.m.streams = streams;
      return args.length > 0 ? null : 0;
    },
  ],
]);
