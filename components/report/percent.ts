/** A ratio as whole percent, ready for `reports.percent`; null stays null. */
export function percentOf(ratio: number | null): number | null {
  return ratio === null ? null : Math.round(ratio * 100);
}
