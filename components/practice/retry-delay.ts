/** Milliseconds to wait before sending a kept answer again: 2 s, doubling to half a minute. `attempt` counts from 1. */
export function retryDelay(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
}
