'use client';

import { useTranslations } from 'next-intl';
import { Circle, CircleCheck, ShieldCheck, ShieldX } from 'lucide-react';
import type { LabProgress } from '@/lib/quiz/types';
import { Sentence } from '@/components/ui/sentence';
import { classNames } from '@/components/ui/class-names';

interface LabGoalsProps {
  readonly goals: readonly string[];
  readonly never: readonly string[];
  /** Null before the sandbox is there: nothing is said of any goal. */
  readonly progress: LabProgress | null;
}

/** What a hands-on question wants, each with whether it holds now; and what may not happen on the way. */
export function LabGoals({ goals, never, progress }: LabGoalsProps) {
  const t = useTranslations('question.lab');
  const done = progress?.goals.filter((holds) => holds).length ?? 0;
  return (
    <div className="border-line bg-surface rounded-card flex flex-col gap-3 border p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{t('goals')}</h3>
        <p role="status" className="text-muted text-sm tabular-nums">
          {progress === null ? null : t('reached', { done, total: goals.length })}
        </p>
      </div>
      <ul className="flex flex-col gap-2">
        {goals.map((goal, index) => (
          <Item
            key={index}
            text={goal}
            look={progress?.goals[index] === true ? 'done' : 'open'}
            said={
              progress === null ? null : t(progress.goals[index] === true ? 'goalDone' : 'goalOpen')
            }
          />
        ))}
      </ul>
      {never.length === 0 ? null : (
        <>
          <h3 className="text-muted text-sm font-medium">{t('rules')}</h3>
          <ul className="flex flex-col gap-2">
            {never.map((rule, index) => (
              <Item
                key={index}
                text={rule}
                look={progress?.broken[index] === true ? 'broken' : 'kept'}
                said={
                  progress === null
                    ? null
                    : t(progress.broken[index] === true ? 'ruleBroken' : 'ruleKept')
                }
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const looks = {
  done: { Icon: CircleCheck, ink: 'text-good' },
  open: { Icon: Circle, ink: 'text-muted' },
  kept: { Icon: ShieldCheck, ink: 'text-muted' },
  broken: { Icon: ShieldX, ink: 'text-bad' },
} as const;

function Item({
  text,
  look,
  said,
}: {
  readonly text: string;
  readonly look: keyof typeof looks;
  readonly said: string | null;
}) {
  const { Icon, ink } = looks[look];
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={classNames('mt-0.5 size-5 shrink-0', ink)} />
      <span className={classNames('min-w-0 flex-1', look === 'broken' && 'font-semibold')}>
        <Sentence text={text} />
        {said === null ? null : <span className="sr-only"> ({said})</span>}
      </span>
    </li>
  );
}
