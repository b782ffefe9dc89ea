import 'server-only';
import { nextMoment, type Sandbox } from '@/lib/engine';
import type { DoorClock } from './door-clock';
import type { Moment, SandboxHandle } from './sandbox-host';

/** Something that a client follows while the clock of a sandbox goes on. */
export interface Follower {
  /** What has changed; called in the order in which it happened. */
  take(moment: Moment): void;
  /** Does the client wait for something that only time brings? A clock that does not pass by itself then jumps. */
  waits(sandbox: Sandbox): boolean;
  /** When the follower has something to do though nothing happens, in milliseconds of the sandbox's clock. */
  readonly wakesAt: number;
}

/** Lets the clock of one sandbox go on as long as somebody follows what happens there. */
export class Live {
  private readonly followers = new Set<Follower>();
  private running = false;
  private changed = new AbortController();

  constructor(
    private readonly handle: SandboxHandle,
    private readonly clock: DoorClock,
  ) {}

  /** Begins to follow. Returns what ends it. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    const stop = this.handle.watch((moment) => {
      follower.take(moment);
      this.wake();
    });
    this.wake();
    if (!this.running) void this.run();
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

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.followers.size > 0) {
        const { signal } = this.changed;
        const sandbox = await this.handle.look();
        if (signal.aborted) continue;
        const due = this.dueOf(sandbox);
        const moves =
          this.clock.passes || [...this.followers].some((follower) => follower.waits(sandbox));
        if (due === Infinity || !moves) await aborted(signal);
        else await this.clock.wait(due - this.handle.present(), signal);
      }
    } finally {
      this.running = false;
    }
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
