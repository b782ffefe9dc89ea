import { own } from '../../kernel/own';
import type { ParseError } from '../shell/parse-error';
import { errorHandler, isLookedAt } from './error-handler';
import { giveBack } from './builtin-local';
import { CapturedHost } from './captured-host';
import { codeOf, type Code } from './code';
import type { ProcessHost, Step } from './host';
import { describedSignal } from './described-signal';
import { isSilentJob } from './job-end';
import { jobsBeside, resumeJobs, resumeWait, settleJobs } from './job-control';
import { openMachine } from './new-shell';
import { DEEPEST_CALL, isReturnable, type OpenShell } from './open-shell';
import type { Activity, ShellFrame, ShellMachine, ShellStreams, StreamTarget } from './process';
import { startProgram } from './shell-commands';
import { CommandFailure, ShellExit } from './shell-end';
import { arrayOf, setElement } from './shell-arrays';
import { refusalText, speakerName } from './shell-messages';
import { tellOfSignal } from './signal-words';
import { dropFrames, isInHandler, isInTrap, popFrame } from './shell-frames';
import { step } from './shell-step';
import { lowestSignal } from './signals';
import { ShellWords } from './shell-words';
import { writeTo } from './streams';
import { exportedOf } from './shell-environment';
import { valueUnder } from './traits';

/** How many instructions a shell runs before it gives way to the clock, and for how long. */
const SLICE = 2_000;
const PAUSE = 100;
/** The same for a shell whose output is collected: it is not given more time, and what is left of it does not happen. */
const COLLECTED_SLICE = 20_000;

/** The exit code of a process that SIGSEGV has ended. */
const STACK_USED_UP = 128 + 11;

/**
 * A shell at work: a machine opened for change, run until it ends or waits, and closed again into plain data.
 */
export class Shell implements OpenShell {
  readonly m: OpenShell['m'];
  code: Code;
  readonly pipes = new Map<string, string>();
  private readonly words = new ShellWords(this);
  /** Instructions run so far, with those of the shells inside. */
  private steps = 0;
  /** What `exec` has put in the shell's place. */
  private replacedBy: Activity | null = null;

  constructor(
    machine: ShellMachine,
    readonly host: ProcessHost,
    readonly depth = 0,
    code?: Code,
    /** How many instructions it runs before it gives way. */
    private readonly slice = SLICE,
  ) {
    this.m = openMachine(machine);
    this.code = code ?? codeOf(machine.sources, machine.flavour);
  }

  /** Runs until the shell ends or has to wait. */
  run(): Step {
    this.m.resumeAt = null;
    const { host } = this;
    try {
      if (this.m.jobs.length > 0) resumeJobs(this);
      if (this.depth === 0) host.besides?.(jobsBeside(this));
      return this.loop();
    } catch (end) {
      if (end instanceof ShellExit)
        return end.signal === undefined
          ? this.finish(end.code)
          : { kind: 'exit', code: end.code, signal: end.signal };
      throw end;
    } finally {
      if (this.depth === 0) host.besides?.(null);
    }
  }

  /** What it has left in the background goes on without it. */
  private letGo(): void {
    const { m, host } = this;
    if (m.jobs.length === 0) return;
    const [argv, env] = [m.positional.slice(0, 1), exportedOf(m)];
    for (const { pid, activity } of m.jobs)
      if (activity)
        host.adopt({
          pid,
          argv,
          env,
          cwd: m.cwd,
          user: m.user,
          activity,
          silent: isSilentJob(activity),
        });
    m.jobs = [];
  }

  private finish(code: number): Step {
    this.host.shellEnds(this.m);
    // With the main process its whole container ends.
    if (this.m.pid !== 1) this.letGo();
    const trap = this.m.traps['EXIT'];
    if (trap === undefined) return { kind: 'exit', code };
    this.m.traps = {};
    this.m.status = code;
    const end = this.runHandler(`${trap}\nexit ${code}`);
    return { kind: 'exit', code: end.kind === 'exit' ? end.code : code };
  }

  runHandler(action: string): Step {
    const at = this.addSource(action);
    const machine = { ...this.m, at, end: null, frames: [], traps: {}, interactive: false };
    return new Shell(machine, this.host, this.depth + 1).run();
  }

  private loop(): Step {
    for (; ; this.steps++) {
      if (this.replacedBy) return { kind: 'blocked', activity: this.replacedBy };
      if (this.m.child && !this.resumeChild()) return this.blocked();
      if (this.takeTrap()) continue;
      if (this.m.waiting !== null && !resumeWait(this)) return this.blocked();
      if (this.m.end !== null && this.m.at >= this.m.end && !isInTrap(this.m))
        return this.endOfPart();
      if (this.cost >= this.slice) {
        this.host.giveWay();
        this.m.resumeAt = this.host.now + PAUSE;
        return this.blocked();
      }
      const instruction = this.code.instructions[this.m.at];
      if (!instruction || instruction.op === 'halt') {
        if (this.leaveTrap()) continue;
        if (!this.m.interactive) return this.finish(this.m.status);
        if (this.m.jobs.length > 0) settleJobs(this);
        return { kind: 'blocked', activity: { kind: 'prompt', machine: { ...this.m } } };
      }
      try {
        step(this, this.words, instruction);
      } catch (failure) {
        if (!(failure instanceof CommandFailure)) throw failure;
        this.m.status = failure.code;
      }
    }
  }

  /** The end of a part of the script that runs as a shell of its own. */
  private endOfPart(): Step {
    const code = this.m.status;
    const action = own(this.m.traps, 'EXIT');
    if (action === undefined) return { kind: 'exit', code };
    const end = this.runHandler(`${action}\nexit ${code}`);
    return { kind: 'exit', code: end.kind === 'exit' ? end.code : code };
  }

  private get cost(): number {
    return this.steps + this.words.spent;
  }

  private blocked(): Step {
    return { kind: 'blocked', activity: { kind: 'shell', machine: this.m } };
  }

  /** True when the foreground program has ended. */
  private resumeChild(): boolean {
    if (!this.m.child) return true;
    const step = this.host.resume(this.m.child, this.host);
    this.m.child = step.kind === 'blocked' ? step.activity : null;
    if (step.kind === 'exit') {
      if (step.signal !== undefined) tellOfSignal(this, step.signal, this.m.childOf?.pid);
      this.ended(step.code, false);
    }
    return step.kind === 'exit';
  }

  /** Begins the handler of a signal that has come in: the lowest first, and one that has come twice once. */
  private takeTrap(): boolean {
    if (this.m.pending.length === 0 || isInHandler(this.m)) return false;
    const signal = lowestSignal(this.m.pending);
    const isOwn = signal === 'ERR';
    if (!isOwn && this.m.frames.some(({ kind }) => kind === 'subshell')) return false;
    this.m.pending = this.m.pending.filter((other) => other !== signal);
    const action = own(this.m.traps, signal);
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
    if (this.m.frames.at(-1)?.kind !== 'trap') return false;
    const frame = this.popTo('trap');
    if (frame?.kind !== 'trap') return false;
    this.m.at = frame.returnTo;
    if (frame.status >= 0) this.m.status = frame.status;
    return true;
  }

  evaluate(source: string, reads: 'eval' | 'file'): void {
    this.enter({ kind: 'trap', returnTo: this.m.at, status: -1, reads });
    this.m.at = this.addSource(source);
  }

  refuse(error: ParseError): void {
    const frame = this.m.frames.findLast(({ kind }) => kind === 'trap');
    const reads = frame?.kind === 'trap' ? frame.reads : undefined;
    this.write(this.m.streams.stderr, `${refusalText(this.m, error, reads)}\n`);
    this.m.status = 2;
    if (reads === undefined || this.m.flavour !== 'bash') this.exit(2);
    else this.leaveTrap();
  }

  enter(frame: ShellFrame): void {
    if (this.m.frames.length >= DEEPEST_CALL) this.crash();
    this.m.frames = [...this.m.frames, frame];
  }

  /** A subshell dies alone: an ash says so, and goes on behind it. */
  private crash(): never {
    this.m.traps = {};
    const inside = this.m.frames.some(({ kind }) => kind === 'subshell');
    if (inside && this.m.flavour !== 'bash')
      this.write(this.m.streams.stderr, `${describedSignal('SEGV')}\n`);
    if (!inside) throw new ShellExit(STACK_USED_UP, 'SEGV');
    this.exit(STACK_USED_UP);
    throw new CommandFailure(STACK_USED_UP);
  }

  private addSource(source: string): number {
    const known = this.m.sources.indexOf(source, 1);
    if (known < 0) this.m.sources = [...this.m.sources, source];
    this.code = codeOf(this.m.sources, this.m.flavour);
    return this.code.starts[known < 0 ? this.m.sources.length - 1 : known] ?? 0;
  }

  runInner(machine: ShellMachine, host: ProcessHost, code?: Code): Step {
    const typed = machine.interactive || machine.typed;
    const inner: ShellMachine = typed
      ? { typed, ...machine, interactive: false }
      : { ...machine, interactive: false };
    const shell = new Shell(inner, host, this.depth + 1, code ?? this.code, this.sliceFor(host));
    const end = shell.run();
    this.steps += shell.cost;
    return end;
  }

  /** What is collected within what is collected shares its slice, or a shell that doubles would have no end. */
  private sliceFor(host: ProcessHost): number {
    if (this.host instanceof CapturedHost) return this.slice - this.cost;
    return host instanceof CapturedHost ? COLLECTED_SLICE : SLICE;
  }

  popTo(kind: ShellFrame['kind']): ShellFrame | undefined {
    return popFrame(this.m, kind);
  }

  redirect(within: ShellStreams): void {
    this.m.frames = [...this.m.frames, { kind: 'redirect', before: this.m.streams, within }];
    this.m.streams = within;
  }

  returnFrom(): void {
    const index = this.m.frames.findLastIndex(isReturnable);
    const frame = this.m.frames[index];
    if (frame?.kind !== 'call' && frame?.kind !== 'trap') {
      if (this.m.flavour !== 'bash' && !this.m.interactive) this.exit(this.m.status);
      return;
    }
    dropFrames(this.m, index);
    this.m.at = frame.returnTo;
    if (frame.kind === 'trap') return;
    this.m.positional = frame.positional;
    giveBack(this, frame);
    const call = this.code.instructions[frame.returnTo - 1];
    if (call?.op === 'simple') this.ended(this.m.status, call.tested);
  }

  exit(code: number): void {
    const index = this.m.frames.findLastIndex((frame) => frame.kind === 'subshell');
    const frame = this.m.frames[index];
    if (frame?.kind !== 'subshell') throw new ShellExit(code);
    dropFrames(this.m, index + 1);
    this.m.at = frame.leave;
    this.m.status = code;
  }

  ended(status: number, tested: boolean): void {
    const { m } = this;
    m.status = status;
    if (m.statuses) delete m.statuses;
    if (status === 0 || tested || isLookedAt(m, this.code)) return;
    const handler = errorHandler(m);
    if (handler !== undefined && m.exitOnError) this.runHandler(handler);
    else if (handler !== undefined) m.pending = [...m.pending, 'ERR'];
    if (m.exitOnError) this.exit(status);
  }

  start(argv: readonly string[], streams: ShellStreams): void {
    startProgram(this, argv, null, streams, false);
  }

  become(argv: readonly string[], streams: ShellStreams): void {
    if (this.m.frames.some(({ kind }) => kind === 'subshell')) {
      startProgram(this, argv, null, streams, true, undefined, 'exec');
      return this.exit(this.m.status);
    }
    this.host.becomes(this.m.pid, argv);
    this.letGo();
    startProgram(this, argv, null, streams, true, this.m.pid);
    if (this.m.child === null) throw new ShellExit(this.m.status);
    this.replacedBy = this.m.child;
  }

  replace(argv: readonly string[], activity: Activity): void {
    this.host.becomes(this.m.pid, argv);
    this.letGo();
    this.replacedBy = activity;
  }

  setVariable(name: string, given: string): void {
    this.refuseFixed(name);
    const trait = this.m.traits && own(this.m.traits, name);
    const value = trait === undefined ? given : valueUnder(this, trait, given);
    if (arrayOf(this.m, name) === undefined)
      this.m.variables = { ...this.m.variables, [name]: value };
    else setElement(this, name, '0', value);
  }

  /** A variable that is `readonly` stays as it is: an ash and a script of any shell end there. */
  refuseFixed(name: string): void {
    if (!this.m.fixed?.includes(name)) return;
    const why = this.m.flavour === 'bash' ? 'readonly variable' : 'is read only';
    this.fail(`${name}: ${why}`);
  }

  fail(text: string): never {
    const { flavour, interactive, streams } = this.m;
    this.write(streams.stderr, `${speakerName(this.m)}: ${text}\n`);
    const code = flavour === 'bash' ? 1 : 2;
    throw interactive ? new CommandFailure(code) : new ShellExit(code);
  }

  write(target: StreamTarget, text: string): void {
    writeTo(this.host, target, text);
  }
}
