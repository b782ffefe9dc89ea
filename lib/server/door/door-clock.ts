import 'server-only';

/** The clock by which the door holds what takes time on the simulated clock. */
export interface DoorClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves when so many milliseconds have passed, or when `signal` says that nobody waits any more. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Whether time passes of itself. One that does not stands still until somebody waits for something that time brings. */
  readonly passes: boolean;
}

/** Longer timers than this are not kept by Node. */
const LONGEST = 2 ** 31 - 1;

/** The clock on the wall. */
export const wallClock: DoorClock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(Math.max(0, milliseconds), LONGEST));
      signal?.addEventListener('abort', done);
    }),
  passes: true,
};

/** A clock that somebody moves. */
export interface JumpingClock extends DoorClock {
  /** Moves it on to a moment, in milliseconds since the epoch; never back. */
  moveTo(moment: number): void;
}

/** How long a jumping clock lets others speak before it jumps, in real milliseconds. */
const IDLE = 15;

/**
 * A clock for tools and tests: it stands still while commands come, and jumps when somebody waits. So `docker stop` of a plain `sleep` takes ten seconds on
 * the simulated clock and none of the caller's.
 */
export function jumpingClock(start: number): JumpingClock {
  let now = start;
  return {
    moveTo: (moment) => {
      now = Math.max(now, moment);
    },
    now: () => now,
    wait: async (milliseconds, signal) => {
      if (milliseconds > 0) await wallClock.wait(IDLE, signal);
      if (!signal?.aborted) now += Math.max(0, milliseconds);
    },
    passes: false,
  };
}
