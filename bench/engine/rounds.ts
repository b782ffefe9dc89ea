const WARM_UP_MS = 1500;
const ROUNDS = 9;

/** The median of a few numbers. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The time that this process has been computing for, in ms: waiting for a processor that others use does not count. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs a piece of work and its floor in turn, both warm; the median milliseconds of each. Work that goes through much code needs a longer `warmUp` (ms):
 * as long as functions are still compiled, that is measured too.
 */
export function rounds(
  work: () => void,
  floor: () => void,
  warmUp = WARM_UP_MS,
): { readonly work: number; readonly floor: number } {
  const warm = (each: () => void, time: number): void => {
    const end = computed() + time;
    while (computed() < end) each();
  };
  warm(work, warmUp);
  warm(floor, WARM_UP_MS);
  const times = { work: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round++)
    for (const name of ['work', 'floor'] as const) {
      const start = computed();
      (name === 'work' ? work : floor)();
      times[name].push(computed() - start);
    }
  return { work: median(times.work), floor: median(times.floor) };
}
