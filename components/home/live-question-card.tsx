'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Confidence, Response } from '@/lib/quiz/types';
import { BrowserTimeZone } from '@/components/account/browser-time-zone';
import { randomKey } from '@/components/practice/random-key';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import { QuestionCard } from '@/components/question/question-card';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { CheckLiveAnswer, LiveQuestion } from './types';

/** A question to answer right on the landing page, without an account. Its keys work while focus is inside. */
export function LiveQuestionCard({
  live,
  check,
  practiseAsGuest,
}: {
  readonly live: LiveQuestion;
  readonly check: CheckLiveAnswer;
  /** Begins a guest's practice: what to do after the verdict. */
  readonly practiseAsGuest: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations('home');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<AnswerOutcome | null>(null);

  const submit = (response: Response, confidence: Confidence | null, responseMs: number) => {
    setPending(true);
    setProblem(null);
    const { showingId } = live;
    check({ showingId, idempotencyKey: randomKey(), response, confidence, responseMs })
      .then(
        (reply) => {
          if (reply.ok) setOutcome(reply.value);
          else setProblem(reply.error.kind === 'invalid' ? reply.error.message : t('liveFailed'));
        },
        () => {
          setProblem(t('liveFailed'));
        },
      )
      .finally(() => {
        setPending(false);
      });
  };

  return (
    <Card>
      <QuestionCard
        question={live.question}
        keys="card"
        onSubmit={submit}
        onReveal={() => Promise.resolve(null)}
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
        <form action={practiseAsGuest} className="border-line mt-6 border-t pt-5">
          <p className="mb-3">{t('tryAgain')}</p>
          <BrowserTimeZone />
          <Button type="submit" tone="next" size="large">
            {t('practise')}
          </Button>
        </form>
      )}
    </Card>
  );
}
