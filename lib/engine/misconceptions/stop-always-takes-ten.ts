import type { Misconception } from './misconception';

/** Stop always takes ten seconds. */
export const stopAlwaysTakesTen: Misconception<'stop-always-takes-ten'> = {
  id: 'stop-always-takes-ten',
  override: (rules) => ({
    ...rules,
    stopPatience: () => ({ least: 10_000, most: 10_000 }),
  }),
};
