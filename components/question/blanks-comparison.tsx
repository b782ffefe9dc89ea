'use client';

import { useTranslations } from 'next-intl';
import { Check, X } from 'lucide-react';
import { filledLine } from '@/lib/quiz/blank-line';
import { TerminalBlock } from '@/components/ui/terminal-block';
import { classNames } from '@/components/ui/class-names';
import { GapLine } from './gap-line';
import { MannerNote } from './manner-note';

interface BlanksComparisonProps {
  readonly pieces: readonly string[];
  /** What was filled in; null where "I don't know" was said. */
  readonly fillings: readonly string[] | null;
  /** Which gaps were filled rightly; null where nothing was filled in. */
  readonly gaps: readonly boolean[] | null;
  readonly solution: readonly string[];
  /** The line and one that gets there are run beside each other below. */
  readonly parted: boolean;
}

/** The line as it was filled, each gap marked, and below it one that gets there, where that is not shown anyway. */
export function BlanksComparison({
  pieces,
  fillings,
  gaps,
  solution,
  parted,
}: BlanksComparisonProps) {
  const t = useTranslations('verdict');
  const wanted = filledLine(pieces, solution);
  const right = gaps !== null && !gaps.includes(false);
  return (
    <div className="flex flex-col gap-4">
      {fillings === null ? null : (
        <div>
          <h3 className="mb-2 font-semibold">{t('yourAnswer')}</h3>
          <GapLine
            pieces={pieces}
            className="py-3.5 text-[0.875rem] leading-7 sm:text-[0.9375rem]"
            gap={(index) => (
              <FilledGap text={fillings[index] ?? ''} right={gaps?.[index] ?? false} />
            )}
          />
          {right ? <MannerNote command={filledLine(pieces, fillings)} solution={wanted} /> : null}
        </div>
      )}
      {parted || (fillings !== null && filledLine(pieces, fillings) === wanted) ? null : (
        <div>
          <h3 className="mb-2 font-semibold">{t(right ? 'usual' : 'solution')}</h3>
          <TerminalBlock label={t('solution')} lines={[{ command: wanted, output: '' }]} />
        </div>
      )}
    </div>
  );
}

function FilledGap({ text, right }: { readonly text: string; readonly right: boolean }) {
  const t = useTranslations('verdict');
  const Icon = right ? Check : X;
  return (
    <span
      className={classNames(
        'rounded-md border px-1 whitespace-nowrap',
        right ? 'border-terminal-prompt' : 'border-terminal-bad text-terminal-bad',
      )}
    >
      {text}
      <Icon
        aria-hidden
        strokeWidth={3}
        className={classNames(
          'ml-1 inline size-3.5 align-[-0.1em]',
          right ? 'text-terminal-prompt' : 'text-terminal-bad',
        )}
      />
      <span className="sr-only">{t(right ? 'correct' : 'notYet')}</span>
    </span>
  );
}
