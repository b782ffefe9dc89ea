import { assertNever } from '../../kernel/assert-never';
import { ok, type Result } from '../../kernel/result';
import type { Redirection, Script, SimpleCommand, Word } from '../shell/ast';
import { expandPattern, expandText, expandWord, type ExpansionContext } from '../shell/expand';
import { matchesPattern } from '../shell/pattern';
import { nameOf, parentOf, resolvePath } from '../container/root-files';
import { CapturedHost } from './captured-host';
import { builtins, type ShellControl } from './builtins';
import { codeOf, codeWith, type Code } from './code';
import type { LaunchRefusal, ProcessHost, Step } from './host';
import type {
  Activity,
  ShellFlavour,
  ShellFrame,
  ShellJob,
  ShellMachine,
  ShellStreams,
  StreamTarget,
} from './process';
import { CommandFailure, ShellExit } from './shell-end';
import { writeTo } from './streams';

/** How many instructions a shell runs before it gives way to the clock, and for how long. */
const SLICE = 2_000;
const PAUSE = 100;
const DEEPEST = 64;

/** What a new shell begins with. */
export interface ShellStart {
  readonly flavour: ShellFlavour;
  readonly name: string;
  readonly source: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly user: string;
  readonly pid: number;
  readonly streams: ShellStreams;
  readonly exitOnError?: boolean;
}

/** A shell before its first instruction. */
export function newShell(start: ShellStart): ShellMachine {
  return {
    flavour: start.flavour,
    sources: [start.source],
    at: 0,
    end: null,
    name: start.name,
    pid: start.pid,
    variables: start.env,
    exported: Object.keys(start.env),
    positional: start.args,
    cwd: start.cwd,
    user: start.user,
    status: 0,
    traps: {},
    pending: [],
    frames: [],
    functions: {},
    streams: start.streams,
    child: null,
    jobs: [],
    waiting: null,
    exitOnError: start.exitOnError ?? false,
    resumeAt: null,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A shell at work: a machine opened for change, run until it ends or waits, and closed again into plain data. The file is long because every
 * instruction reads and changes the same open machine.
 */
export class Shell implements ShellControl, ExpansionContext {
  readonly m: Mutable<ShellMachine>;
  private code: Code;
  /** What `exec` has put in the shell's place. */
  private replacedBy: Activity | null = null;

  constructor(
    machine: ShellMachine,
    readonly host: ProcessHost,
    private readonly depth = 0,
  ) {
    this.m = { ...machine };
    this.code = codeOf(machine.sources, machine.flavour, machine.name);
  }

  /** Runs until the shell ends or has to wait. */
  run(): Step {
    if (this.code.problem !== null && this.m.at === 0 && this.m.sources.length === 1) {
      this.write(this.m.streams.stderr, `${this.code.problem}\n`);
      return { kind: 'exit', code: 2 };
    }
    this.m.resumeAt = null;
    try {
      return this.loop();
    } catch (end) {
      if (end instanceof ShellExit) return this.finish(end.code);
      throw end;
    }
  }

  private finish(code: number): Step {
    const trap = this.m.traps['EXIT'];
    if (trap === undefined) return { kind: 'exit', code };
    this.m.traps = {};
    this.m.status = code;
    const end = new Shell(
      { ...this.m, sources: [trap], at: 0, end: null, frames: [] },
      this.host,
      this.depth + 1,
    ).run();
    return { kind: 'exit', code: end.kind === 'exit' && trap.includes('exit') ? end.code : code };
  }

  private loop(): Step {
    for (let steps = 0; ; steps++) {
      if (this.replacedBy) return { kind: 'blocked', activity: this.replacedBy };
      if (this.m.child && !this.resumeChild()) return this.blocked();
      if (this.takeTrap()) continue;
      if (this.m.waiting !== null && !this.resumeWait()) return this.blocked();
      if (this.m.end !== null && this.m.at >= this.m.end && !this.inTrap())
        return { kind: 'exit', code: this.m.status };
      if (steps >= SLICE) {
        this.m.resumeAt = this.host.now + PAUSE;
        return this.blocked();
      }
      const instruction = this.code.instructions[this.m.at];
      if (!instruction || instruction.op === 'halt') {
        if (!this.leaveTrap()) return this.finish(this.m.status);
        continue;
      }
      try {
        this.step(instruction);
      } catch (failure) {
        if (!(failure instanceof CommandFailure)) throw failure;
        this.m.status = failure.code;
      }
    }
  }

  private blocked(): Step {
    return { kind: 'blocked', activity: { kind: 'shell', machine: { ...this.m } } };
  }

  private inTrap(): boolean {
    return this.m.frames.some((frame) => frame.kind === 'trap');
  }

  // ------------------------------------------------------------------------------------------ children, jobs, traps

  /** True when the foreground program has ended. */
  private resumeChild(): boolean {
    if (!this.m.child) return true;
    const step = this.host.resume(this.m.child, this.host);
    this.m.child = step.kind === 'blocked' ? step.activity : null;
    if (step.kind === 'exit') this.ended(step.code, false);
    return step.kind === 'exit';
  }

  private resumeWait(): boolean {
    this.m.jobs = this.m.jobs.map((job) => {
      if (!job.activity) return job;
      const step = this.host.resume(job.activity, this.host);
      return step.kind === 'exit'
        ? { ...job, activity: null, status: step.code }
        : { ...job, activity: step.activity };
    });
    const { waiting } = this.m;
    const awaited = this.m.jobs.filter((job) => waiting === 'all' || job.pid === waiting);
    if (awaited.some((job) => job.activity)) return false;
    this.m.status = waiting === 'all' ? 0 : (awaited[0]?.status ?? 127);
    this.m.waiting = null;
    return true;
  }

  /** Begins the handler of a signal that has come in. */
  private takeTrap(): boolean {
    const [signal, ...rest] = this.m.pending;
    if (signal === undefined) return false;
    this.m.pending = rest;
    const action = this.m.traps[signal];
    if (action === undefined || action === '') return true;
    if (this.m.waiting !== null) this.m.status = 128;
    this.m.waiting = null;
    this.m.frames = [
      ...this.m.frames,
      { kind: 'trap', returnTo: this.m.at, status: this.m.status },
    ];
    this.m.at = this.addSource(action);
    return true;
  }

  /** At the end of a handler or an eval: back to where the shell was. */
  private leaveTrap(): boolean {
    const frame = this.m.frames.at(-1);
    if (frame?.kind !== 'trap') return false;
    this.m.frames = this.m.frames.slice(0, -1);
    this.m.at = frame.returnTo;
    if (frame.status >= 0) this.m.status = frame.status;
    return true;
  }

  /** Runs a text as if it stood here (`eval`, `.`). */
  evaluate(source: string): void {
    this.m.frames = [...this.m.frames, { kind: 'trap', returnTo: this.m.at, status: -1 }];
    this.m.at = this.addSource(source);
  }

  private addSource(source: string): number {
    const known = this.m.sources.indexOf(source, 1);
    if (known < 0) this.m.sources = [...this.m.sources, source];
    this.code = codeOf(this.m.sources, this.m.flavour, this.m.name);
    return this.code.starts[known < 0 ? this.m.sources.length - 1 : known] ?? 0;
  }

  // --------------------------------------------------------------------------------------------------- instructions

  private step(instruction: Code['instructions'][number]): void {
    const { m } = this;
    m.at++;
    switch (instruction.op) {
      case 'simple':
        return this.simple(instruction.command, instruction.tested);
      case 'pipeline':
        m.at = instruction.next;
        this.ended(this.pipeline(instruction.stages), instruction.tested);
        return;
      case 'background': {
        const pid = this.host.newPid();
        const { start, end } = instruction.range;
        const machine = { ...m, at: start, end, frames: [], jobs: [], traps: {}, pid };
        const job = new Shell(
          { ...machine, streams: { ...m.streams, stdin: '' } },
          this.host,
          this.depth + 1,
        ).run();
        const entry: ShellJob =
          job.kind === 'exit'
            ? { pid, activity: null, status: job.code }
            : { pid, activity: job.activity, status: 0 };
        m.jobs = [...m.jobs, entry];
        m.status = 0;
        return;
      }
      case 'jump':
        m.at = instruction.to;
        return;
      case 'jump-if':
        if ((m.status === 0) === instruction.success) m.at = instruction.to;
        return;
      case 'negate':
        m.status = m.status === 0 ? 1 : 0;
        return;
      case 'succeed':
        m.status = 0;
        return;
      case 'for-begin': {
        const items = instruction.words ? this.words(instruction.words) : m.positional.slice(1);
        m.frames = [...m.frames, { kind: 'for', items, next: 0 }];
        return;
      }
      case 'for-next':
        return this.forNext(instruction.variable, instruction.exit);
      case 'for-leave':
        this.popTo('for');
        return;
      case 'function':
        m.functions = { ...m.functions, [instruction.name]: m.at };
        m.at = instruction.next;
        return;
      case 'return':
        return this.returnFrom();
      case 'redirect':
        m.frames = [...m.frames, { kind: 'redirect', streams: m.streams }];
        try {
          m.streams = this.redirected(instruction.redirections);
        } catch (failure) {
          m.at = instruction.leave;
          throw failure;
        }
        return;
      case 'restore': {
        const frame = this.popTo('redirect');
        if (frame?.kind === 'redirect') m.streams = frame.streams;
        return;
      }
      case 'subshell':
        m.frames = [
          ...m.frames,
          {
            kind: 'subshell',
            leave: instruction.leave,
            variables: m.variables,
            cwd: m.cwd,
            traps: m.traps,
          },
        ];
        return;
      case 'subshell-leave': {
        const frame = this.popTo('subshell');
        if (frame?.kind === 'subshell') {
          m.variables = frame.variables;
          m.cwd = frame.cwd;
          m.traps = frame.traps;
        }
        return;
      }
      case 'case': {
        const subject = this.text(instruction.subject);
        const arm = instruction.arms.find((candidate) =>
          candidate.patterns.some((pattern) =>
            matchesPattern(subject, this.expanded(expandPattern(pattern, this))),
          ),
        );
        m.at = arm?.to ?? instruction.otherwise;
        if (!arm) m.status = 0;
        return;
      }
      case 'halt':
        return;
      default:
        return assertNever(instruction);
    }
  }

  private forNext(variable: string, exit: number): void {
    const frame = this.m.frames.at(-1);
    if (frame?.kind !== 'for') return;
    const item = frame.items[frame.next];
    if (item === undefined) this.m.at = exit;
    else {
      this.setVariable(variable, item);
      this.m.frames = [...this.m.frames.slice(0, -1), { ...frame, next: frame.next + 1 }];
    }
  }

  /** Drops frames up to and including the nearest of a kind. */
  private popTo(kind: ShellFrame['kind']): ShellFrame | undefined {
    const index = this.m.frames.findLastIndex((frame) => frame.kind === kind);
    const frame = this.m.frames[index];
    if (frame) this.m.frames = this.m.frames.slice(0, index);
    return frame;
  }

  /** `return` and the end of a function. */
  returnFrom(): void {
    const frame = this.popTo('call');
    if (frame?.kind !== 'call') return;
    this.m.positional = frame.positional;
    this.m.at = frame.returnTo;
  }

  /** `exit`: leaves a subshell, else the shell. */
  exit(code: number): void {
    const index = this.m.frames.findLastIndex((frame) => frame.kind === 'subshell');
    const frame = this.m.frames[index];
    if (frame?.kind !== 'subshell') throw new ShellExit(code);
    this.m.frames = this.m.frames.slice(0, index + 1);
    this.m.at = frame.leave;
    this.m.status = code;
  }

  private ended(status: number, tested: boolean): void {
    this.m.status = status;
    if (status !== 0 && this.m.exitOnError && !tested) this.exit(status);
  }

  // ------------------------------------------------------------------------------------------------ simple commands

  private simple(command: SimpleCommand, tested: boolean): void {
    const { m } = this;
    const words = this.words(command.words);
    const before = m.status;
    const [name, ...args] = words;
    if (name === undefined) {
      m.status = 0;
      for (const { name: variable, value } of command.assignments)
        this.setVariable(variable, this.text(value));
      if (command.redirections.length > 0) this.redirected(command.redirections);
      return;
    }
    const streams = this.redirected(command.redirections);
    const extra: Record<string, string> = {};
    for (const { name: variable, value } of command.assignments) extra[variable] = this.text(value);
    const start = m.functions[name];
    if (start !== undefined) {
      m.frames = [...m.frames, { kind: 'call', returnTo: m.at, positional: m.positional }];
      m.positional = [m.positional[0] ?? m.name, ...args];
      m.at = start;
      m.status = 0;
      return;
    }
    const builtin = builtins.get(name);
    if (builtin) {
      m.status = before;
      const status = builtin(this, args, streams);
      if (status !== null) this.ended(status, tested);
      return;
    }
    this.startProgram(words, extra, streams, tested);
  }

  /** Runs a program in the foreground; it may be left waiting as this shell's child. */
  startProgram(
    argv: readonly string[],
    extra: Readonly<Record<string, string>>,
    streams: ShellStreams,
    tested: boolean,
    pid = this.host.newPid(),
  ): void {
    const { m } = this;
    const env = { ...this.environment(), ...extra };
    const order = { argv, env, cwd: m.cwd, user: m.user, pid, streams, depth: this.depth + 1 };
    const started = this.host.launch(order, this.host);
    if (started.kind === 'blocked') m.child = started.activity;
    else if (started.kind === 'exit') this.ended(started.code, tested);
    else {
      this.write(streams.stderr, `${this.complaint(argv[0] ?? '', started.reason)}\n`);
      this.ended(started.code, tested);
    }
  }

  /** `exec`: the shell becomes the program. */
  become(argv: readonly string[], streams: ShellStreams): void {
    this.startProgram(argv, {}, streams, true, this.m.pid);
    if (this.m.child === null) throw new ShellExit(this.m.status);
    this.replacedBy = this.m.child;
  }

  /** A shell's words for a program that cannot be run. */
  private complaint(name: string, reason: LaunchRefusal): string {
    switch (this.m.flavour) {
      case 'ash':
        return `${this.m.name}: ${name}: ${reason === 'Is a directory' ? 'Permission denied' : reason}`;
      case 'dash':
        return `${this.m.name}: 1: ${name}: ${reason === 'Is a directory' ? 'Permission denied' : reason}`;
      case 'bash': {
        const missing = name.includes('/') ? 'No such file or directory' : 'command not found';
        return `${this.m.name}: line 1: ${name}: ${reason === 'not found' ? missing : reason}`;
      }
    }
  }

  private pipeline(stages: readonly { readonly start: number; readonly end: number }[]): number {
    let input: string | null = this.m.streams.stdin;
    let status = 0;
    stages.forEach((stage, index) => {
      const last = index === stages.length - 1;
      const captured = this.runRange(stage.start, stage.end, input, last);
      input = captured.output;
      status = captured.status;
    });
    return status;
  }

  /** Runs a part of the script as a shell of its own, its waits taken as done, its output kept unless `through`. */
  private runRange(
    at: number,
    end: number | null,
    stdin: string | null,
    through: boolean,
  ): { readonly output: string; readonly status: number } {
    if (this.depth > DEEPEST) return { output: '', status: 1 };
    let output = '';
    const { host } = this;
    const inner = through
      ? host
      : new CapturedHost(host, (stream, text) => {
          if (stream === 'stdout') output += text;
          else this.write(this.m.streams.stderr, text);
        });
    const streams: ShellStreams = through
      ? { ...this.m.streams, stdin }
      : { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin };
    const machine: ShellMachine = { ...this.m, at, end, frames: [], jobs: [], traps: {}, streams };
    const step = new Shell(machine, inner, this.depth + 1).run();
    return { output, status: step.kind === 'exit' ? step.code : 0 };
  }

  // ------------------------------------------------------------------------------------- variables, words, streams

  setVariable(name: string, value: string): void {
    this.m.variables = { ...this.m.variables, [name]: value };
  }

  environment(): Record<string, string> {
    const env: Record<string, string> = {};
    for (const name of this.m.exported) {
      const value = this.m.variables[name];
      if (value !== undefined) env[name] = value;
    }
    return env;
  }

  private words(words: readonly Word[]): string[] {
    const fields: string[] = [];
    for (const word of words)
      for (const field of this.expanded(expandWord(word, this))) fields.push(field);
    return fields;
  }

  private text(word: Word): string {
    return this.expanded(expandText(word, this));
  }

  /** What an expansion gave; its error ends the shell, as POSIX has it for a script. */
  private expanded<T>(result: Result<T, string>): T {
    if (result.ok) return result.value;
    this.write(this.m.streams.stderr, `${this.m.name}: ${result.error}\n`);
    throw new ShellExit(2);
  }

  get positional(): readonly string[] {
    return this.m.positional.slice(1);
  }

  assign(name: string, value: string): void {
    this.setVariable(name, value);
  }

  command(script: Script): Result<string, string> {
    const captured = this.substitution(script);
    this.m.status = captured.status;
    return ok(captured.output);
  }

  /** The files of one folder that match; a pattern in the folder's own name is not expanded. */
  glob(pattern: string): readonly string[] {
    const last = nameOf(pattern);
    const prefix = pattern.slice(0, pattern.length - last.length);
    const folder =
      prefix === '' ? this.m.cwd : resolvePath(this.m.cwd, parentOf(`${prefix}x`) || '/');
    return this.host.files
      .list(prefix.startsWith('/') ? parentOf(prefix + 'x') : folder)
      .filter(
        (name) => (!name.startsWith('.') || last.startsWith('.')) && matchesPattern(name, last),
      )
      .map((name) => prefix + name);
  }

  private substitution(script: Script): { output: string; status: number } {
    if (this.depth > DEEPEST) return { output: '', status: 1 };
    let output = '';
    const inner = new CapturedHost(this.host, (stream, text) => {
      if (stream === 'stdout') output += text;
      else this.write(this.m.streams.stderr, text);
    });
    const machine: ShellMachine = {
      ...this.m,
      frames: [],
      jobs: [],
      traps: {},
      streams: {
        stdout: { kind: 'stdout' },
        stderr: { kind: 'stderr' },
        stdin: this.m.streams.stdin,
      },
    };
    const shell = new Shell(machine, inner, this.depth + 1);
    const appended = codeWith(this.code, script);
    shell.code = appended.code;
    shell.m.at = appended.start;
    const step = shell.run();
    return { output, status: step.kind === 'exit' ? step.code : 0 };
  }

  parameter(name: string): string | undefined {
    const { m } = this;
    switch (name) {
      case '?':
        return String(m.status);
      case '$':
        return String(m.pid);
      case '!':
        return m.jobs.length > 0 ? String(m.jobs.at(-1)?.pid) : '';
      case '#':
        return String(Math.max(0, m.positional.length - 1));
      case '-':
        return m.exitOnError ? 'e' : '';
      case '0':
        return m.positional[0] ?? m.name;
      default:
        if (/^\d+$/.test(name)) return m.positional[Number(name)];
        return Object.hasOwn(m.variables, name) ? m.variables[name] : undefined;
    }
  }

  private redirected(redirections: readonly Redirection[]): ShellStreams {
    let { streams } = this.m;
    for (const redirection of redirections) streams = this.redirect(streams, redirection);
    return streams;
  }

  private redirect(streams: ShellStreams, redirection: Redirection): ShellStreams {
    if (redirection.operator === '<<') return { ...streams, stdin: this.text(redirection.content) };
    const target = this.text(redirection.target);
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
      case '<>': {
        const entry =
          target === '/dev/null' ? null : this.host.files.get(resolvePath(this.m.cwd, target));
        if (target !== '/dev/null' && !entry) {
          const line =
            this.m.flavour === 'ash'
              ? `can't open ${target}: no such file`
              : this.m.flavour === 'dash'
                ? `1: cannot open ${target}: No such file`
                : `line 1: ${target}: No such file or directory`;
          this.write(streams.stderr, `${this.m.name}: ${line}\n`);
          throw new CommandFailure(this.m.flavour === 'dash' ? 2 : 1);
        }
        return { ...streams, stdin: entry?.kind === 'text' ? entry.text : '' };
      }
      default:
        return set(this.open(target, redirection.operator === '>>', streams));
    }
  }

  private open(target: string, append: boolean, streams: ShellStreams): StreamTarget {
    const special = /^\/(?:dev\/std(out|err)|proc\/self\/fd\/([12])|proc\/1\/fd\/([12]))$/.exec(
      target,
    );
    if (target === '/dev/null') return { kind: 'null' };
    if (special) {
      const main = special[3];
      if (main) return { kind: 'main', stream: main === '1' ? 'stdout' : 'stderr' };
      return special[1] === 'out' || special[2] === '1' ? streams.stdout : streams.stderr;
    }
    const path = resolvePath(this.m.cwd, target);
    const entry = this.host.files.get(path);
    const parent = this.host.files.get(resolvePath(path, '..'));
    const reason =
      entry?.kind === 'directory'
        ? 'Is a directory'
        : parent?.kind !== 'directory'
          ? 'nonexistent directory'
          : this.host.refusal(path, this.m.user);
    if (reason !== null) {
      this.write(streams.stderr, `${this.m.name}: ${this.cannotCreate(target, reason)}\n`);
      throw new CommandFailure(this.m.flavour === 'dash' ? 2 : 1);
    }
    if (!append || !entry) this.host.files.put(path, { kind: 'text', text: '' });
    return { kind: 'file', path };
  }

  private cannotCreate(target: string, reason: string): string {
    const missing = reason === 'nonexistent directory';
    switch (this.m.flavour) {
      case 'ash':
        return `can't create ${target}: ${reason}`;
      case 'dash':
        return `1: cannot create ${target}: ${missing ? 'Directory nonexistent' : reason}`;
      case 'bash':
        return `line 1: ${target}: ${missing ? 'No such file or directory' : reason}`;
    }
  }

  /** Writes to wherever a stream goes. */
  write(target: StreamTarget, text: string): void {
    writeTo(this.host, target, text);
  }
}
