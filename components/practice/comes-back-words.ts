import type { ComesBack } from '@/lib/quiz/practice';

/** The message key and figures that say when a card returns; `day` is set where a date belongs to the words. */
export interface ComesBackWords {
  readonly key: 'soon' | 'minutes' | 'hours' | 'today' | 'tomorrow' | 'days';
  readonly count: number;
  readonly day: string | null;
}

/** Puts a due date into words: minutes below 90, hours within the day, then days with the date. */
export function comesBackWords(due: ComesBack): ComesBackWords {
  if (due.kind === 'time') {
    if (due.inMinutes < 1) return { key: 'soon', count: 0, day: null };
    if (due.inMinutes < 90) return { key: 'minutes', count: Math.round(due.inMinutes), day: null };
    return { key: 'hours', count: Math.round(due.inMinutes / 60), day: null };
  }
  if (due.inDays <= 0) return { key: 'today', count: 0, day: null };
  if (due.inDays === 1) return { key: 'tomorrow', count: 1, day: null };
  return { key: 'days', count: due.inDays, day: due.day };
}
