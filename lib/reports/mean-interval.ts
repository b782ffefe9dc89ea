import { meanOf } from './figures';

/** A mean with the interval that holds the true mean of such learners in 95 of 100 cohorts. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Fewer values say too little about their spread. */
export const fewestForInterval = 5;

/**
 * The 0.975 quantile of Student's t: Cornish–Fisher expansion to the third term (Abramowitz & Stegun 26.7.5); off by
 * less than 0.01 from 4 degrees of freedom on.
 */
function studentT975(degrees: number): number {
  const z = 1.959_963_984_540_054;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

/**
 * Mean and 95 % interval (Student's t, variance over n − 1) of values between 0 and 1, one per learner: learners, and not
 * their cards, are what is independent. Null below five values; the interval stays within 0 to 1.
 */
export function meanInterval(values: readonly number[]): MeanInterval | null {
  const found = meanOf(values);
  if (found === null || found.n < fewestForInterval) return null;
  const { mean, n } = found;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentT975(n - 1) * Math.sqrt(variance / n);
  return { mean, low: Math.max(0, mean - half), high: Math.min(1, mean + half), n };
}
