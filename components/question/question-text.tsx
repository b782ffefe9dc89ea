'use client';

import { useTranslations } from 'next-intl';
import { useId, type RefObject } from 'react';
import type { QuestionView } from '@/lib/quiz/types';
import type { StageFrame } from '@/lib/stage/picture';
import { Sentence } from '@/components/ui/sentence';
import { TerminalBlock } from '@/components/ui/terminal-block';
import { classNames } from '@/components/ui/class-names';
import { toldScenario } from './told-scenario';

interface QuestionTextProps {
  readonly question: QuestionView;
  /** The run that proves the key, once the verdict is there: it tells what was withheld. Null before. */
  readonly run: readonly StageFrame[] | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What is asked: the scenario as a terminal's transcript, and the question below it. Where an output is to be predicted, its place in the transcript asks for it. */
export function QuestionText({ question, run, heading }: QuestionTextProps) {
  const t = useTranslations('question');
  const id = useId();
  const card = question.kind === 'flashcard';
  return (
    <div className="flex flex-col gap-4">
      <p id={id} className="text-muted text-sm font-medium">
        {card ? `${question.concept.title} · ${t('flashcard.front')}` : question.concept.title}
      </p>
      {question.scenario.length > 0 ? (
        <TerminalBlock
          label={t('scenario')}
          lines={run === null ? question.scenario : toldScenario(question.scenario, run)}
          copyLabel={t('copy')}
          copiedLabel={t('copied')}
          withheld={(at) =>
            question.kind === 'predict' && at === question.scenario.length - 1 ? (
              <span className="border-terminal-prompt/60 text-terminal-prompt inline-block rounded-md border border-dashed px-2 py-0.5 text-sm">
                {t('withheld')}
              </span>
            ) : (
              <span className="text-terminal-muted">
                <span aria-hidden>…</span>
                <span className="sr-only">{t('later')}</span>
              </span>
            )
          }
        />
      ) : null}
      <h2
        ref={heading}
        tabIndex={-1}
        aria-describedby={id}
        className={classNames(
          'scroll-mt-24 leading-snug font-semibold text-pretty whitespace-pre-line',
          card
            ? 'rounded-card border-line bg-surface shadow-card grid min-h-44 place-items-center border p-6 text-center text-2xl sm:min-h-60 sm:p-10'
            : 'mt-2 text-xl sm:text-[1.375rem]',
        )}
      >
        <span>
          <Sentence text={question.prompt} />
        </span>
      </h2>
    </div>
  );
}
