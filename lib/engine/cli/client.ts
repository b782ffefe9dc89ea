import { parentOf, resolvePath } from '../files/path';
import { HostFiles } from '../shell/host-files';
import { advance, nextMoment } from '../advance';
import { dispatch } from '../api/dispatch';
import type { ApiAnswer, ApiRequest, Frame, JournalEntry, Subscription } from '../api/types';
import { membersOf, textOf } from '../api/read-json';
import { keptState, type Turn } from '../turn';
import type { HostData } from '../host';
import type { Rules } from '../rules';
import { refusedVersion } from './contexts/api-version';
import type { Context } from './contexts/context-store';
import {
  contextOf,
  NO_AIM,
  unreached,
  USUAL_ENDPOINT,
  type Aim,
  type Endpoint,
} from './contexts/endpoint';
import { toldPieces, type Told } from '../told';
import { emptyNameError } from './empty-name';
import type { Client as ClientState, CommandSession, ProcessSession } from '../state';

/** How long the command line waits for something that may never come before its user presses Ctrl-C, in virtual ms. */
const PATIENCE = 24 * 3_600_000;
const MOST_FRAMES = 2_000;

/*
 * What ends a command of the docker command line is no `Error`: it is an ordinary answer, and the stack of an Error costs more than most commands.
 */

/** The daemon said no. */
export class DaemonError {
  readonly message: string;

  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    this.message = `Error response from daemon: ${reason}`;
  }
}

/** The command ends with a line on stderr and an exit code. */
export class CommandError {
  constructor(
    readonly message: string,
    readonly exitCode = 1,
  ) {}
}

/** What the learner's terminal stands in front of from now on: a process, or the command line itself, which asks or watches. */
type Waiting = ProcessSession | Pick<CommandSession, 'kind' | 'asks' | 'since'>;

/** The end of a container that the command line waits for, and the operands that are left then. */
export interface Awaited {
  readonly container: string;
  readonly left: readonly string[];
}

/** The command line is not done: it waits at the terminal. */
export class InFront {
  constructor(
    readonly session: Waiting,
    readonly awaited: Awaited | null = null,
  ) {}
}

/** What has become of a command line that waited at the terminal, when it is run again. */
export type Resumed = Pick<CommandSession, 'answers' | 'since'>;

/** The docker command line during one command: what it sends, what it prints. */
export class Client {
  stdout = '';
  stderr = '';
  /** Both, as somebody sees them who watches. */
  shown = '';
  /** Both outputs in the order in which they were written: where they lead to one place, they stand there so. */
  readonly printed: { readonly stream: 'stdout' | 'stderr'; text: string }[] = [];
  /** Which engine is meant; a command line asks for another one seldom. */
  endpoint: Endpoint = USUAL_ENDPOINT;
  /** What the flags in front of the command say of it. */
  aim: Aim | null = null;
  readonly journal: JournalEntry[] = [];
  private questions = 0;

  constructor(
    readonly turn: Turn,
    /** What stands on the standard input. */
    readonly stdin: string,
    /** Whether what it prints goes to a terminal and not into a file or a pipe. */
    readonly outputIsTerminal = false,
    /** The folder of the learner's machine that it was called in. */
    readonly cwd: string = turn.world.catalogue.host.user.home,
    /** The environment that it was called with. */
    readonly env: Readonly<Record<string, string>> = {},
    /** What somebody who sits at its terminal has typed so far; null: nobody does, so that it never waits. */
    readonly resumed: Resumed | null = null,
  ) {}

  /** Whether a person could type: the command line stands on a terminal and nothing is piped into it. */
  get inputIsTerminal(): boolean {
    return this.settings.terminal && this.stdin === '';
  }

  /** Does somebody see what it prints, who will press Ctrl-C when it is enough? */
  get isWatched(): boolean {
    return this.resumed !== null;
  }

  /**
   * Asks a question; returns the line that is typed. Without anybody to ask it is printed, and the next line of the input is the answer, `''` at its end.
   * `echo`: the answer may be seen. @throws InFront until it is typed
   */
  question(text: string, echo = true): string {
    const ordinal = this.questions++;
    if (this.resumed === null) {
      this.out(echo ? text : `${text}\n`);
      return this.stdin.split('\n')[ordinal] ?? '';
    }
    const cut = text.lastIndexOf('\n') + 1;
    this.out(text.slice(0, cut));
    const answer = this.resumed.answers[ordinal];
    if (answer !== undefined) return answer;
    throw new InFront({
      kind: 'command',
      asks: { question: text.slice(cut), echo },
      since: null,
    });
  }

  /** Stays in front of the terminal until Ctrl-C; `since` as in CommandSession. @throws InFront */
  watch(since: number | null, awaited: Awaited | null = null): never {
    throw new InFront({ kind: 'command', asks: null, since }, awaited);
  }

  get now(): number {
    return this.turn.state.now;
  }

  /** Whose command line it is. */
  get user(): HostData['user'] {
    return this.turn.world.catalogue.host.user;
  }

  get rules(): Rules {
    return this.turn.world.rules;
  }

  get settings(): ClientState {
    return this.turn.state.client;
  }

  /** The folder of the command line's settings that `--config` names, `''` without it. */
  get settingsFolder(): string {
    return this.aim?.settingsFolder ?? '';
  }

  /** A context by its name, or why there is none. */
  contextNamed(name: string): { readonly context?: Context; readonly error?: string } {
    const found = contextOf(this, this.aim ?? NO_AIM, name);
    return found.ok ? { context: found.value } : { error: found.error };
  }

  /** Whether something lies at a path of the learner's machine. */
  hasFile(path: string): boolean {
    return new HostFiles(this.turn).get(resolvePath(this.cwd, path)) !== null;
  }

  /** Whether the folder that a path stands in exists. */
  hasFolderOf(path: string): boolean {
    const folder = parentOf(resolvePath(this.cwd, path));
    return new HostFiles(this.turn).get(folder)?.kind === 'directory';
  }

  writeFile(path: string, text: string): void {
    new HostFiles(this.turn).put(resolvePath(this.cwd, path), { kind: 'text', text });
  }

  saveSettings(client: ClientState): void {
    this.turn.state = { ...this.turn.state, client };
  }

  out(text: string): void {
    this.stdout += text;
    this.note('stdout', text);
  }

  error(text: string): void {
    this.stderr += text;
    this.note('stderr', text);
  }

  private note(stream: 'stdout' | 'stderr', text: string): void {
    if (this.resumed !== null) this.shown += text;
    const last = this.printed.at(-1);
    if (last?.stream === stream) last.text += text;
    else if (text !== '') this.printed.push({ stream, text });
  }

  /** Sends a request; the answer whatever its status. Throws a CommandError when no engine is reached. */
  send(request: ApiRequest, read = true): ApiAnswer {
    if (this.endpoint !== USUAL_ENDPOINT) {
      const refusal = unreached(this.endpoint.host, request);
      if (refusal !== null) throw new CommandError(refusal);
    }
    const { now } = this.turn.state;
    const asked = this.env['DOCKER_API_VERSION'];
    const answer =
      (asked === undefined ? null : refusedVersion(asked)) ?? dispatch(this.turn, request, read);
    if (answer.status === 404) {
      const unnamed = emptyNameError(request.method, request.path);
      if (unnamed !== null) throw new CommandError(unnamed);
    }
    this.journal.push({ now, request, status: answer.status });
    return answer;
  }

  /** Sends a request that must succeed; throws a DaemonError. */
  ask(request: ApiRequest, read = true): ApiAnswer {
    const answer = this.send(request, read);
    if (answer.status < 400) return answer;
    const message =
      answer.body.kind === 'json' ? textOf(membersOf(answer.body.json)['message']) : '';
    throw new DaemonError(answer.status, message);
  }

  /** The JSON of an answer that must succeed. */
  json(request: ApiRequest): unknown {
    const { body } = this.ask(request);
    return body.kind === 'json' ? body.json : null;
  }

  /** Sends a request that must succeed and whose answer is not looked at. */
  check(request: ApiRequest): void {
    this.ask(request, false);
  }

  /** What a subscription has to say when it is begun. */
  begin(request: ApiRequest): {
    readonly subscription: Subscription | null;
    readonly frames: readonly Frame[];
  } {
    const { body } = this.ask(request);
    if (body.kind === 'frames') return { subscription: null, frames: body.frames };
    if (body.kind === 'subscription')
      return { subscription: body.subscription, frames: body.frames ?? [] };
    return { subscription: null, frames: [] };
  }

  /** Lets the clock run until something holds; false when it never will, or not within a day. */
  await(done: () => boolean): boolean {
    const frames = this.turn.output.length;
    const stop = (): boolean => done() || this.turn.output.length - frames > MOST_FRAMES;
    if (nextMoment(this.turn) === Infinity) return done();
    const start = this.now;
    const before = keptState(this.turn);
    const alone = this.turn.beside === null || this.turn.beside.due() === Infinity;
    const events = this.turn.events.length;
    advance(this.turn, start + PATIENCE, stop);
    if (done()) return true;
    // Nothing came: the user gives up, and no day has passed.
    if (this.turn.output.length === frames && alone) {
      this.turn.state = before;
      this.turn.events.length = events;
    }
    return false;
  }

  /** Prints what messages tell (`print`), and notes for whoever watches how it came. */
  tell(
    messages: readonly unknown[],
    moments: { readonly begin: number; readonly at: readonly number[] | null },
    print: () => void,
  ): void {
    const from = this.shown.length;
    try {
      print();
    } finally {
      if (this.isWatched && this.shown.length > from) {
        const text = this.shown.slice(from);
        const { begin, at } = moments;
        const told: Told = { kind: 'messages', text, messages, begin, moments: at };
        this.turn.told = [...this.turn.told, told];
      }
    }
  }

  /** Prints what processes wrote. */
  print(frames: readonly Frame[]): void {
    const told = this.isWatched ? toldPieces(frames) : null;
    if (told !== null) this.turn.told = [...this.turn.told, told];
    for (const frame of frames) {
      if (frame.stream === 'stdout') this.out(frame.text);
      else this.error(frame.text);
    }
  }
}
