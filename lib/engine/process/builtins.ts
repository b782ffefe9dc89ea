import { resolvePath } from '../files/path';
import { formatText, unescapeText } from './programs/escapes';
import type { OpenShell } from './open-shell';
import { speakerName } from './shell-messages';
import type { ShellStreams } from './process';
import { endsByDefault, exitCodeOf, parseSignal } from './signals';
import { writeTo } from './streams';
import { evaluateTest } from './test-command';

/** Returns the status, or null when the builtin has set it or gone elsewhere. */
type Builtin = (shell: OpenShell, args: readonly string[], streams: ShellStreams) => number | null;

/** `sh: `, as a shell begins its own complaints. */
function complain(shell: OpenShell, streams: ShellStreams, text: string): void {
  writeTo(shell.host, streams.stderr, `${speakerName(shell.m)}: ${text}\n`);
}

const cd: Builtin = (shell, [target], streams) => {
  const path = resolvePath(shell.m.cwd, target ?? shell.m.variables['HOME'] ?? '/');
  if (shell.host.files.get(path)?.kind !== 'directory') {
    const reason =
      shell.m.flavour === 'bash'
        ? 'No such file or directory'
        : `can't cd to ${target ?? ''}: No such file or directory`;
    complain(
      shell,
      streams,
      shell.m.flavour === 'bash' ? `cd: ${target ?? ''}: ${reason}` : `cd: ${reason}`,
    );
    return shell.m.flavour === 'dash' ? 2 : 1;
  }
  shell.m.cwd = path;
  shell.setVariable('PWD', path);
  return 0;
};

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
      if (arg.includes('e')) shell.m.exitOnError = arg.startsWith('-');
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
      if (shell.m.traps[signal]) shell.m.pending = [...shell.m.pending, signal];
      else if (pid !== 1 && endsByDefault(signal)) shell.exit(exitCodeOf(signal));
    } else if (!shell.host.kill(pid, signal)) {
      complain(shell, streams, `can't kill pid ${text}: No such process`);
      status = 1;
    }
  }
  return status;
};

const read: Builtin = (shell, args) => {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const input = shell.m.streams.stdin;
  if (input === null || input === '') return 1;
  const end = input.indexOf('\n');
  const line = end < 0 ? input : input.slice(0, end);
  shell.m.streams = { ...shell.m.streams, stdin: end < 0 ? '' : input.slice(end + 1) };
  const words = line.trim().split(/[ \t]+/);
  names.forEach((name, index) =>
    shell.setVariable(
      name,
      index === names.length - 1 ? words.slice(index).join(' ') : (words[index] ?? ''),
    ),
  );
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
  if (text !== '') writeTo(shell.host, streams.stdout, text);
  return 0;
};

const pwd: Builtin = (shell, _args, streams) => {
  writeTo(shell.host, streams.stdout, `${shell.m.cwd}\n`);
  return 0;
};

const printf: Builtin = (shell, [format = '', ...args], streams) => {
  const text = formatText(format, args);
  if (text !== '') writeTo(shell.host, streams.stdout, text);
  return 0;
};

const test: Builtin = (shell, args) =>
  evaluateTest(args, (path, link) => {
    const at = resolvePath(shell.m.cwd, path);
    return link ? shell.host.files.at(at) : shell.host.files.get(at);
  })
    ? 0
    : 1;

const typeOf: Builtin = (shell, args, streams) => {
  const names = args.filter((arg) => !arg.startsWith('-'));
  let status = 0;
  for (const name of names) {
    const path = builtins.has(name) ? name : findInPath(shell, name);
    if (path === null) status = 127;
    else writeTo(shell.host, streams.stdout, `${path}\n`);
  }
  return status;
};

function findInPath(shell: OpenShell, name: string): string | null {
  for (const folder of (shell.m.variables['PATH'] ?? '').split(':')) {
    const entry = shell.host.files.get(resolvePath('/', `${folder}/${name}`));
    if (entry && entry.kind !== 'directory') return `${folder}/${name}`;
  }
  return null;
}

const ulimit: Builtin = (shell, [option], streams) => {
  const files = shell.host.limit('nofile') ?? 1_048_576;
  writeTo(shell.host, streams.stdout, option === '-n' ? `${files}\n` : 'unlimited\n');
  return 0;
};

/** The commands that a shell runs itself. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', () => 0],
  ['true', () => 0],
  ['false', () => 1],
  ['cd', cd],
  ['export', exported],
  ['local', exported],
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
  ['command', (shell, args, streams) => (args[0] === '-v' ? typeOf(shell, args, streams) : 0)],
  ['type', typeOf],
  ['ulimit', ulimit],
  ['umask', () => 0],
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
    (shell, [code]) => {
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
  [
    '.',
    (shell, [path]) => {
      const entry = shell.host.files.get(resolvePath(shell.m.cwd, path ?? ''));
      if (entry?.kind !== 'text') return 1;
      shell.evaluate(entry.text);
      return null;
    },
  ],
  [
    'exec',
    (shell, args, streams) => {
      if (args.length > 0) shell.become(args, streams);
      else shell.m.streams = streams;
      return args.length > 0 ? null : 0;
    },
  ],
]);
