/**
 * Does this lapse make (or again make) the card a leech? True at the threshold and then at every half threshold more,
 * rounded up: 8, 12, 16 … for 8; 3, 5, 7 … for 3. A threshold of 0 switches leeches off.
 * Source of the rule: Anki, rslib/src/scheduler/states/review.rs, `leech_threshold_met`.
 */
export function isLeechLapse(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false;
  return (lapses - threshold) % Math.max(Math.ceil(threshold / 2), 1) === 0;
}
