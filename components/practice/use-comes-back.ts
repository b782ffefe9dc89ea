'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { comesBackWords } from './comes-back-words';
import type { ComesBack } from '@/lib/quiz/practice';

/** A sentence that says when a card returns. `days` are the learner's own calendar days. */
export function useComesBack(
  namespace: 'verdict.comesBack' | 'practice.when',
): (due: ComesBack) => string {
  const t = useTranslations(namespace);
  const format = useFormatter();
  return (due) => {
    const words = comesBackWords(due);
    const date =
      words.day === null
        ? ''
        : format.dateTime(new Date(`${words.day}T00:00:00Z`), {
            month: 'long',
            day: 'numeric',
            weekday: 'long',
            timeZone: 'UTC',
          });
    return t(words.key, { count: words.count, date });
  };
}
