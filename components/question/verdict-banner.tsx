'use client';

import { useTranslations } from 'next-intl';
import { CircleCheck, CircleDot, RotateCcw } from 'lucide-react';
import type { RefObject } from 'react';
import type { Response, Verdict } from '@/lib/quiz/types';
import { classNames } from '@/components/ui/class-names';

type VerdictWord = 'correct' | 'partly' | 'notYet' | 'recalled' | 'forgotten';

/** The word for an outcome. A flashcard is the learner's own judgement, so it is noted, not marked. */
export function verdictWord(verdict: Verdict, response: Response): VerdictWord {
  if (response.kind === 'flashcard') return response.recall === 'forgot' ? 'forgotten' : 'recalled';
  if (verdict.correct) return 'correct';
  return verdict.score >= 0.5 ? 'partly' : 'notYet';
}

const good = { Icon: CircleCheck, ground: 'bg-good-soft', ink: 'text-good' };
const again = { Icon: RotateCcw, ground: 'bg-bad-soft', ink: 'text-bad' };
const looks = {
  correct: good,
  recalled: good,
  partly: { Icon: CircleDot, ground: 'bg-note-soft', ink: 'text-note' },
  notYet: again,
  forgotten: { ...again, ground: 'bg-note-soft', ink: 'text-note' },
} as const satisfies Record<VerdictWord, unknown>;

/** The verdict in one line: the word, how much was right, and when it comes back. Focus lands here. */
export function VerdictBanner({
  word,
  score,
  comesBack,
  heading,
}: {
  readonly word: VerdictWord;
  /** The share that was right; null where the rows below say it better. */
  readonly score: number | null;
  readonly comesBack: string | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const t = useTranslations('verdict');
  const look = looks[word];
  return (
    <div className={classNames('rounded-control flex items-start gap-3 px-4 py-3', look.ground)}>
      <look.Icon aria-hidden className={classNames('mt-0.5 size-7 shrink-0', look.ink)} />
      <div className="min-w-0 flex-1">
        <h2
          ref={heading}
          tabIndex={-1}
          className={classNames('scroll-mt-[28vh] text-xl font-bold', look.ink)}
        >
          {t(word)}
          {word === 'partly' && score !== null ? (
            <span className="ml-2 text-base font-medium">
              {t('scoreText', { percent: Math.round(score * 100) })}
            </span>
          ) : null}
        </h2>
        {comesBack === null ? null : <p>{comesBack}</p>}
      </div>
    </div>
  );
}
