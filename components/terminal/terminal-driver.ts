import { columnAfter, cursorRow, drawLine, inColumns, type ShownLine } from './draw-line';
import { historyOf } from './line-history';
import { ProgressDisplay } from './progress-display';
import { readKeys } from './read-keys';
import type {
  EarlierLine,
  PacedPiece,
  TerminalBackend,
  TerminalOutcome,
} from '@/lib/quiz/terminal';
import {
  answered,
  completed,
  press,
  refused,
  shownLine,
  terminalState,
  type Decision,
  type Effect,
  type TerminalState,
} from './terminal-state';

/** What lines are drawn on: a screen with rows and columns that takes text and escape sequences. */
export interface Screen {
  readonly columns: () => number;
  readonly write: (text: string) => void;
}

type Failure = Exclude<Awaited<ReturnType<TerminalBackend['run']>>, { readonly ok: true }>['error'];

export interface DriverOptions {
  readonly backend: TerminalBackend;
  /** A new UUID. */
  readonly newKey: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** May an output come piece by piece, as it does in real time? Not for readers who ask for less motion. */
  readonly paces: () => boolean;
  /** May escape sequences for colours be written? */
  readonly colours: () => boolean;
  readonly words: {
    /** `10 s later`, for a time on the host's clock. */
    readonly later: (milliseconds: number) => string;
    readonly failure: (failure: Failure) => string;
  };
  /** A line has been run. */
  readonly onLine: (line: EarlierLine, outcome: TerminalOutcome) => void;
}

/** Where a terminal stands when it is opened, and what it shows of what was typed before. */
export interface DriverStart {
  /** What stands before every prompt of the learner's own shell: `learner@docker-vm:`. */
  readonly host: string;
  readonly prompt: string;
  readonly echo: boolean;
  readonly earlier: readonly EarlierLine[];
}

/** On the host's clock, in milliseconds: what took longer is said to have waited. */
const LEAST_WAIT = 1_000;
/** An output that comes piece by piece keeps nobody waiting longer, in milliseconds. */
const LONGEST = 3_000;
const ATTEMPTS = 3;
const PAUSE_MS = 700;
const INTERRUPT = '\u0003';
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Carries out what `terminal-state` decides: draws the line, sends it, shows what it printed. */
export class TerminalDriver {
  private state: TerminalState;
  /** Where the cursor stands, in rows below that of the prompt, and how many columns were taken where the prompt began. */
  private row = 0;
  private start = 0;
  /** Lets what is still to come of an output come at once. */
  private hurry: () => void = () => undefined;

  constructor(
    private readonly screen: Screen,
    private readonly options: DriverOptions,
    { host, prompt, echo, earlier }: DriverStart,
  ) {
    const history = historyOf(
      earlier.filter((line) => line.prompt.startsWith(host)).map(({ line }) => line),
    );
    this.state = terminalState({ host, prompt, echo, history });
    for (const line of earlier) {
      this.screen.write(`${this.dress(line.prompt)}${line.line}\r\n`);
      this.print(line.shown, line.elapsedMs);
    }
    this.draw();
  }

  /** Takes what the keyboard, a paste or a button sends. */
  type(data: string): void {
    if (data.includes(INTERRUPT)) this.hurry();
    this.perform(press(this.state, readKeys(data)));
  }

  /** Something other than a line has changed the sandbox: says so and goes on from there; `clears` begins with an empty screen. */
  begin(standing: Pick<DriverStart, 'prompt' | 'echo'>, note: string, clears: boolean): void {
    const { host, history } = this.state;
    if (clears) this.clear();
    else this.endLine({ prompt: this.state.prompt, text: this.state.line.text, seen: '' });
    this.screen.write(`${this.muted(note)}\r\n`);
    this.state = terminalState({ ...standing, host, history });
    this.draw();
  }

  /** The screen has another width. It moves what was written before, but not the line with the cursor, which is drawn anew. */
  resized(): void {
    if (!this.state.running) this.draw();
  }

  private shown(): ShownLine {
    return shownLine(this.state, this.start);
  }

  private draw(line: ShownLine = this.shown()): void {
    const columns = this.screen.columns();
    this.screen.write(drawLine(line, this.row, columns, (prompt) => this.dress(prompt)));
    this.row = cursorRow(line, columns);
  }

  private perform({ state, effects }: Decision): void {
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
    if (!this.state.running) this.draw();
  }

  private carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'end-line':
        return this.endLine(effect);
      case 'run':
        void this.run(effect.line);
        return;
      case 'complete':
        void this.complete(effect);
        return;
      case 'list': {
        const { prompt, line } = this.state;
        this.endLine({ prompt, text: line.text, seen: '' });
        this.print(`${inColumns(effect.words, this.screen.columns())}\n`, 0);
        return;
      }
      case 'clear':
        return this.clear();
    }
  }

  private clear(): void {
    this.screen.write('\u001b[2J\u001b[3J\u001b[H');
    this.row = 0;
    this.start = 0;
  }

  private endLine({
    prompt,
    text,
    seen,
  }: Omit<Extract<Effect, { kind: 'end-line' }>, 'kind'>): void {
    this.draw({ start: this.start, prompt, text, cursor: text.length });
    this.screen.write(`${seen}\r\n`);
    this.row = 0;
    this.start = 0;
  }

  /** Writes an output from a fresh row on, and how long it took. */
  private print(output: string, elapsedMs: number): void {
    this.write(output);
    this.settle(output, elapsedMs);
  }

  private write(output: string): void {
    const text = this.options.colours() ? output : output.replace(COLOURS, '');
    this.screen.write(text.replace(/\r?\n/g, '\r\n'));
  }

  /** Writes an output piece by piece, until Ctrl-C brings the rest at once. What is typed meanwhile waits. */
  private async show(pieces: readonly PacedPiece[]): Promise<void> {
    const total = pieces.reduce((sum, { pause }) => sum + pause, 0);
    const scale = Math.min(1, LONGEST / total);
    const display = new ProgressDisplay(this.screen.columns());
    let hurried = false;
    const enough = new Promise<void>((resolve) => {
      this.hurry = () => {
        hurried = true;
        resolve();
      };
    });
    const isHurried = () => hurried;
    for (const piece of pieces) {
      const pause = piece.pause * scale;
      if (pause > 0 && !isHurried()) await Promise.race([this.options.wait(pause), enough]);
      if (piece.kind === 'text') this.write(piece.text);
      else for (const message of piece.messages) this.write(display.draw(message));
    }
    this.hurry = () => undefined;
  }

  /** Where the cursor stands after an output, and how long it took. */
  private settle(output: string, elapsedMs: number): void {
    this.start = columnAfter(output, this.screen.columns());
    if (elapsedMs < LEAST_WAIT) return;
    const later = this.muted(this.options.words.later(elapsedMs));
    this.screen.write(`${this.start > 0 ? '\r\n' : ''}${later}\r\n`);
    this.start = 0;
  }

  private dress(prompt: string): string {
    return this.options.colours() && prompt !== '' ? `\u001b[34m${prompt}\u001b[39m` : prompt;
  }

  private muted(text: string): string {
    return this.options.colours() ? `\u001b[90m${text}\u001b[39m` : text;
  }

  private async run(line: string): Promise<void> {
    const { backend, newKey, wait, words, onLine } = this.options;
    const { prompt, echo } = this.state;
    const key = newKey();
    let reply = await backend.run(line, key);
    for (let attempt = 1; attempt < ATTEMPTS && !reply.ok; attempt++) {
      if (reply.error.kind !== 'offline') break;
      await wait(PAUSE_MS * attempt);
      reply = await backend.run(line, key);
    }
    if (!reply.ok) {
      this.screen.write(`${this.muted(words.failure(reply.error))}\r\n`);
      this.state = refused(this.state, line);
      this.draw();
      return;
    }
    const { shown, elapsedMs, paced = [] } = reply.value;
    if (paced.length > 0 && this.options.paces()) await this.show(paced);
    else this.write(shown);
    this.settle(shown, elapsedMs);
    onLine({ prompt, line: echo ? line : '', shown, elapsedMs }, reply.value);
    this.perform(answered(this.state, reply.value));
  }

  private async complete(asked: { readonly text: string; readonly cursor: number }): Promise<void> {
    const reply = await this.options.backend.complete(asked.text, asked.cursor);
    if (reply.ok) this.perform(completed(this.state, asked, reply.value));
  }
}
