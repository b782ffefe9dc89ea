import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many requests are taken in so many seconds: for each sandbox, and wrong keys from each address. */
export const rates = {
  sandbox: { points: 1_000, duration: 10 },
  wrongKeys: { points: 20, duration: 60 },
} as const;

/** Counts what one process answers; a door that runs in several processes lets that many times as much through. */
export class Rate {
  private readonly limiter: RateLimiterMemory;

  constructor(options: { readonly points: number; readonly duration: number }) {
    this.limiter = new RateLimiterMemory(options);
  }

  /** Counts one; the seconds to wait when there were too many, else null. */
  async take(key: string): Promise<number | null> {
    try {
      await this.limiter.consume(key);
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    }
  }
}
