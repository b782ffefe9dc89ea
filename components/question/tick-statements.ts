import type { Ticked } from '@/lib/quiz/types';

/** Ticks a statement, or takes its tick off. "None of these" gives way to it. */
export function tickStatement(ticked: Ticked, id: string): Ticked {
  if (ticked === 'none') return [id];
  return ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id];
}

/** Ticks "none of these", which takes every other tick off, or takes its own off. */
export function tickNone(ticked: Ticked): Ticked {
  return ticked === 'none' ? [] : 'none';
}

/** Whether a statement is ticked. */
export function isTicked(ticked: Ticked, id: string): boolean {
  return ticked !== 'none' && ticked.includes(id);
}
