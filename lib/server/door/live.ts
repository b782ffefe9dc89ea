import 'server-only';
import { nextMoment, type Sandbox } from '@/lib/engine';
import { wallClock } from './door-clock';
import type { Moment, SandboxHandle } from './sandbox-host';

/** Something that a client follows while the clock of a sandbox goes on. */
export interface Follower {
  /** What has changed; called in the order in which it happened. */
  take(moment: Moment): void;
  /** Does the client wait for something that only time brings? A clock that does not pass by itself then jumps. `when-alone`: after nobody has asked for anything else for a while. */
  waits(sandbox: Sandbox): 'soon' | 'when-alone' | 'no';
  /** The sandbox cannot be followed any more. */
  lost(): void;
  /** When the follower has something to do though nothing happens, in milliseconds of the sandbox's clock. */
  readonly wakesAt: number;
}

/** How long others may still ask for something before a clock jumps for one who waits, in real milliseconds. */
const ALONE = 120;

/** Lets the clock of one sandbox go on as long as somebody follows what happens there. */
export class Live {
  private readonly followers = new Set<Follower>();
  private running = false;
  private seen: Sandbox['containers'] | null = null;
  private changed = new AbortController();

  constructor(private readonly handle: SandboxHandle) {}

  /** Begins to follow. Returns what ends it. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    const stop = this.handle.watch((moment) => {
      follower.take(moment);
      // Time alone changes no container; what is due does not change with it.
      if (moment.sandbox.containers === this.seen && moment.events.length === 0) return;
      this.seen = moment.sandbox.containers;
      this.wake();
    });
    this.wake();
    if (!this.running) this.run().catch(() => this.lose());
    return () => {
      stop();
      this.followers.delete(follower);
      this.wake();
    };
  }

  private wake(): void {
    this.changed.abort();
    this.changed = new AbortController();
  }

  /** What is wrong is told to whoever asks next. */
  private lose(): void {
    for (const follower of [...this.followers]) follower.lost();
    this.followers.clear();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.followers.size > 0) {
        const { signal } = this.changed;
        const sandbox = await this.handle.look();
        if (signal.aborted) continue;
        const due = this.dueOf(sandbox);
        const { clock, lookEvery } = this.handle;
        const moves = clock.passes || (await this.mayJump(sandbox, signal));
        const wait = moves ? due - this.handle.present() : Infinity;
        if (wait < lookEvery) await clock.wait(wait, signal);
        // On a clock that stands still, looking again is a matter of real time.
        else if (lookEvery < Infinity) await wallClock.wait(lookEvery, signal);
        else await aborted(signal);
      }
    } finally {
      this.running = false;
    }
  }

  private async mayJump(sandbox: Sandbox, signal: AbortSignal): Promise<boolean> {
    const waits = [...this.followers].map((follower) => follower.waits(sandbox));
    if (waits.includes('soon')) return true;
    if (waits.includes('when-alone')) await wallClock.wait(ALONE, signal);
    return waits.includes('when-alone') && !signal.aborted;
  }

  private dueOf(sandbox: Sandbox): number {
    let due = nextMoment(sandbox, this.handle.world);
    for (const { wakesAt } of this.followers) due = Math.min(due, wakesAt);
    return due;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
