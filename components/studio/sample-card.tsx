'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QuestionCard } from '@/components/question/question-card';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Result } from '@/lib/kernel/result';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import type { SampleView, StudioFailure } from '@/lib/quiz/studio';
import type { Locale, Response } from '@/lib/quiz/types';
import { sampleLab, type SamplePlay } from './sample-lab';
import { SampleKey } from './sample-key';

interface SampleCardProps {
  readonly sample: SampleView;
  readonly locale: Locale;
  readonly beliefs: ReadonlyMap<string, string>;
  /** The terminal of a hands-on sample. */
  readonly terminal: SamplePlay;
  readonly answer: (response: Response) => Promise<Result<AnswerOutcome, StudioFailure>>;
}

/** One variant exactly as learners see it, to be answered as they would, with its key below for the author alone. */
export function SampleCard({ sample, locale, beliefs, answer, terminal }: SampleCardProps) {
  const t = useTranslations('studio.samples');
  const [outcome, setOutcome] = useState<AnswerOutcome | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const question = sample.question[locale];
  const { key, control } = { key: sample.key, control: question.control };

  const [lab, setLab] = useState(() => sampleLab(terminal));

  const submit = (given: Response) => {
    const response = given.kind === 'lab' ? { ...given, lines: lab.typed() } : given;
    setPending(true);
    setProblem(null);
    void answer(response).then((reply) => {
      setPending(false);
      if (reply.ok) setOutcome(reply.value);
      else setProblem(reply.error.kind === 'invalid' ? reply.error.message : t('failed'));
    });
  };

  return (
    <div className="flex flex-col gap-5">
      <QuestionCard
        key={round}
        question={question}
        keys="card"
        lab={lab.api}
        onSubmit={submit}
        onReveal={() => Promise.resolve(key.kind === 'flashcard' ? key.back[locale] : null)}
        pending={pending}
        problem={
          problem === null ? null : (
            <Notice tone="note" live="assertive">
              {problem}
            </Notice>
          )
        }
        outcome={outcome}
        onContinue={null}
        onUndo={null}
      />
      {outcome === null ? null : (
        <Button
          className="self-start"
          onClick={() => {
            setOutcome(null);
            setLab(sampleLab(terminal));
            setRound(round + 1);
          }}
        >
          {t('again')}
        </Button>
      )}
      <details className="border-line rounded-control bg-sunken border px-4 py-2">
        <summary className="min-h-9 content-center font-medium">{t('keyTitle')}</summary>
        <div className="py-2">
          <SampleKey answer={key} locale={locale} control={control} beliefs={beliefs} />
        </div>
      </details>
    </div>
  );
}
