import type { Result } from '@/lib/kernel/result';
import { maximalDraftLength, type SaveOutcome, type StudioFailure } from '@/lib/quiz/studio';
import type { UnsavedTexts } from './unsaved-texts';

/** Typing rests this long before the text is saved. */
const restMs = 800;
/** Between attempts while there is no connection; doubled each time up to the last. */
const firstRetryMs = 3_000;
const lastRetryMs = 60_000;

export type KeepingStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  /** Not sent: the server keeps no text of this length. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed'; readonly failure: StudioFailure }
  /** Another text was saved elsewhere. Nothing is sent until the author chooses. */
  | { readonly kind: 'conflict'; readonly theirs: string; readonly theirRevision: string };

export interface KeepingState {
  readonly text: string;
  /** Of the text that the server has, as far as this tab knows. */
  readonly revision: string;
  readonly status: KeepingStatus;
  /** The text that lost a conflict; kept until its author drops it. */
  readonly kept: string | null;
}

export interface KeeperOptions {
  readonly text: string;
  readonly revision: string;
  readonly save: (text: string, base: string) => Promise<Result<SaveOutcome, StudioFailure>>;
  readonly unsaved: UnsavedTexts;
}

/**
 * Keeps what is typed: on this device at once, on the server as soon as typing rests, one request at a time. A lost
 * connection is tried again; a text changed elsewhere stops it until the author has chosen, and the other text is kept.
 */
export class DraftKeeper {
  private state: KeepingState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private retryMs = firstRetryMs;

  constructor(private readonly options: KeeperOptions) {
    const { text, revision, unsaved } = options;
    const left = unsaved.read();
    const begin = { revision, kept: unsaved.readKept() };
    if (left === null || left.text === text) {
      unsaved.clear();
      this.state = { ...begin, text, status: { kind: 'saved' } };
    } else if (left.base === revision) {
      this.state = { ...begin, text: left.text, status: { kind: 'dirty' } };
      this.schedule(0);
    } else {
      const status = { kind: 'conflict', theirs: text, theirRevision: revision } as const;
      this.state = { ...begin, text: left.text, status };
    }
  }

  readonly getState = (): KeepingState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The author typed. */
  type(text: string): void {
    if (text === this.state.text) return;
    const { status, revision } = this.state;
    this.options.unsaved.write({ text, base: revision });
    if (status.kind === 'conflict') {
      this.set({ text });
    } else if (text.length > maximalDraftLength) {
      clearTimeout(this.timer);
      this.set({ text, status: { kind: 'too-long' } });
    } else {
      this.set({ text, status: this.sending === null ? { kind: 'dirty' } : status });
      this.schedule(restMs);
    }
  }

  /** Saves now. Resolves to the revision of the text on the screen, or null when it could not be saved. */
  async flush(): Promise<string | null> {
    for (;;) {
      if (this.sending !== null) await this.sending;
      const { status, revision } = this.state;
      if (status.kind === 'saved') return revision;
      if (status.kind === 'conflict' || status.kind === 'too-long') return null;
      await this.send();
      if (this.getState().status.kind === 'failed') return null;
    }
  }

  /** Ends a conflict. The text not chosen is kept beside. Returns the text to go on with. */
  choose(which: 'mine' | 'theirs'): string {
    const { status, text } = this.state;
    if (status.kind !== 'conflict') return text;
    const { theirs, theirRevision: revision } = status;
    const kept = which === 'mine' ? theirs : text;
    this.options.unsaved.writeKept(kept);
    if (which === 'theirs') {
      this.options.unsaved.clear();
      this.set({ text: theirs, revision, kept, status: { kind: 'saved' } });
      return theirs;
    }
    this.options.unsaved.write({ text, base: revision });
    this.set({ revision, kept, status: { kind: 'dirty' } });
    this.schedule(0);
    return text;
  }

  /** The author does not need the text that lost. */
  dropKept(): void {
    this.options.unsaved.writeKept(null);
    this.set({ kept: null });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private set(change: Partial<KeepingState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private schedule(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), afterMs);
  }

  private send(): Promise<void> {
    clearTimeout(this.timer);
    this.sending ??= this.sendOnce().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendOnce(): Promise<void> {
    const { text, revision } = this.state;
    this.set({ status: { kind: 'saving' } });
    const reply = await this.options.save(text, revision);
    if (!reply.ok) {
      this.fail(reply.error);
      return;
    }
    this.retryMs = firstRetryMs;
    const outcome = reply.value;
    if (outcome.status === 'conflict') {
      const { text: theirs, revision: theirRevision } = outcome;
      this.set({ status: { kind: 'conflict', theirs, theirRevision } });
      return;
    }
    this.arrived(text, outcome.revision);
  }

  private arrived(sent: string, revision: string): void {
    const { text } = this.state;
    if (text === sent) {
      this.options.unsaved.clear();
      this.set({ revision, status: { kind: 'saved' } });
      return;
    }
    this.options.unsaved.write({ text, base: revision });
    const tooLong = text.length > maximalDraftLength;
    this.set({ revision, status: { kind: tooLong ? 'too-long' : 'dirty' } });
    if (!tooLong) this.schedule(restMs);
  }

  private fail(failure: StudioFailure): void {
    this.set({ status: { kind: 'failed', failure } });
    if (failure.kind === 'offline' || failure.kind === 'failed') {
      this.schedule(this.retryMs);
      this.retryMs = Math.min(lastRetryMs, this.retryMs * 2);
    } else if (failure.kind === 'too-many') {
      this.schedule(failure.retryAfterSeconds * 1000);
    }
  }
}
