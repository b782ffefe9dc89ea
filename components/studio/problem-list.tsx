'use client';

import { useTranslations } from 'next-intl';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Sentence } from '@/components/ui/sentence';
import type { DraftProblem } from '@/lib/quiz/studio';

interface ProblemListProps {
  readonly problems: readonly DraftProblem[];
  readonly severity: 'problem' | 'warning';
  readonly onGoTo: (problem: DraftProblem) => void;
}

/** What is wrong, each at its line: pressing it goes there. */
export function ProblemList({ problems, severity, onGoTo }: ProblemListProps) {
  const t = useTranslations('studio.check');
  if (problems.length === 0) return null;
  const bad = severity === 'problem';
  const Icon = bad ? CircleAlert : TriangleAlert;
  return (
    <ol className="flex flex-col gap-2">
      {problems.map((problem, index) => (
        <li key={index}>
          <button
            type="button"
            onClick={() => {
              onGoTo(problem);
            }}
            className="rounded-control border-line hover:border-line-strong hover:bg-sunken flex w-full items-start gap-3 border p-3 text-left"
          >
            <Icon
              aria-hidden
              className={`mt-1 size-5 shrink-0 ${bad ? 'text-bad' : 'text-note'}`}
            />
            <span className="min-w-0 flex-1">
              <span className={`block text-sm font-semibold ${bad ? 'text-bad' : 'text-note'}`}>
                {t('line', { line: problem.line })}
              </span>
              <span lang="en" className="block">
                <Sentence text={problem.message} />
              </span>
              {problem.instead === '' ? null : (
                <span lang="en" className="text-muted block">
                  → <Sentence text={problem.instead} />
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
