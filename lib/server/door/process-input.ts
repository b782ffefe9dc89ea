import 'server-only';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { INPUT, limits, type ApiRequest, type Sandbox } from '@/lib/engine';
import { TerminalLine } from './terminal-line';
import type { SandboxHandle } from './sandbox-host';

/** How long a client that has begun to send is given to end, before its lines are handed on one by one, in milliseconds. */
export const PIPE_PATIENCE = 300;

/** Lines that are handed on one after the other; a client that sends more has to wait. */
const MOST_WAITING = 64;

/** Where input goes. */
export interface InputTarget {
  readonly container: string;
  /** Null as long as the process has not begun. */
  readonly pid: number | null;
  readonly tty: boolean;
  /** Whether the end of the input ends that of the process too. */
  readonly ends: boolean;
}

/** Where input goes, and what it does to the client that sends it. */
export interface InputSide {
  readonly target: () => InputTarget;
  /** Shows what a terminal echoes; so many lines and keys are handed on with it. */
  readonly show: (echo: string, lines: number) => void;
  /** The process has been given one of them. */
  readonly given: (sandbox: Sandbox | null) => void;
  /** The client sends nothing more: at a terminal, and where others may go on sending, it is told nothing more either (moby container/stream/attach.go). */
  readonly hungUp: () => void;
}

/**
 * What a client sends into a process. A pipe is read up to its end and given as a whole, as the simulated programs take it; where the end does not come, somebody
 * types, and each line is handed on by itself. A terminal's keys go through the rules of a terminal.
 */
export class ProcessInput {
  private readonly decoder = new StringDecoder('utf8');
  private readonly terminal = new TerminalLine();
  private text = '';
  private byLine = false;
  private taken = false;
  private timer: NodeJS.Timeout | null = null;
  private work: Promise<void> = Promise.resolve();
  /** Lines that are not handed on yet. */
  private waiting = 0;
  private readonly over: Promise<void>;

  constructor(
    private readonly source: Readable,
    private readonly handle: SandboxHandle,
    private readonly side: InputSide,
  ) {
    let finish = (): void => undefined;
    this.over = new Promise((resolve) => {
      finish = resolve;
    });
    source.on('data', (chunk: Buffer) => this.receive(this.decoder.write(chunk), source));
    source.once('end', () => {
      this.end();
      finish();
    });
    source.once('close', finish);
  }

  /** The whole input, when it ends soon: a program then has it from its beginning. Null when it does not, or goes to a terminal. */
  async whole(): Promise<string | null> {
    if (this.side.target().tty) return null;
    const late = new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), PIPE_PATIENCE).unref();
    });
    const ended = await Promise.race([this.over.then(() => true), late]);
    if (!ended || this.byLine) return null;
    this.taken = true;
    return this.text;
  }

  private receive(text: string, source: Readable): void {
    if (this.side.target().tty) return this.typed(text);
    this.text += text;
    if (this.text.length > limits.bodyBytes) {
      source.destroy();
      return;
    }
    if (this.byLine) return this.handOnLines();
    this.timer ??= setTimeout(() => {
      this.timer = null;
      if (this.side.target().pid === null || this.taken) return;
      this.byLine = true;
      this.handOnLines();
    }, PIPE_PATIENCE);
  }

  private typed(text: string): void {
    const { echo, sent } = this.terminal.type(text);
    this.side.show(echo, sent.length);
    for (const line of sent) this.send({ typed: line }, this.side.given);
  }

  private handOnLines(): void {
    const lines = this.text.split('\n');
    this.text = lines.pop() ?? '';
    for (const line of lines) this.send({ typed: line });
  }

  private end(): void {
    if (this.timer) clearTimeout(this.timer);
    const { tty, ends, pid } = this.side.target();
    if (this.taken) return;
    if (!tty && !this.byLine && ends) {
      if (pid !== null) this.send({ all: this.text });
      return;
    }
    if (!tty && pid !== null) this.handOnLines();
    if (!tty && pid !== null && this.text !== '') this.send({ typed: this.text });
    if (!tty && ends) this.send({ typed: '\u0004' });
    else void this.work.then(this.side.hungUp, this.side.hungUp);
  }

  private send(
    input: Readonly<Record<string, unknown>>,
    given: InputSide['given'] = () => undefined,
  ): void {
    if (++this.waiting > MOST_WAITING) this.source.pause();
    this.work = this.work.then(async () => {
      if (--this.waiting === 0) this.source.resume();
      const { container, pid } = this.side.target();
      if (pid === null) return given(null);
      const request: ApiRequest = {
        method: 'POST',
        path: INPUT,
        body: { container, pid, ...input },
      };
      given((await this.handle.send(request)).sandbox);
    });
    this.work.catch(() => undefined); // a sandbox that is gone takes no input; its stream ends for that reason
  }
}
