'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { recalls, type Recall } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { KeyHint } from '@/components/ui/key-hint';
import { Paragraphs } from '@/components/ui/paragraphs';

interface FlashcardControlProps {
  /** The other side, once it was asked for. */
  readonly back: string | null;
  readonly revealing: boolean;
  readonly pending: boolean;
  readonly onReveal: () => void;
  readonly onRecall: (recall: Recall) => void;
}

/** A flashcard under its front: the way to the answer, then the learner's own judgement. */
export function FlashcardControl(props: FlashcardControlProps) {
  const t = useTranslations('question.flashcard');
  const answer = useRef<HTMLDivElement>(null);
  const shown = props.back !== null;

  useEffect(() => {
    if (shown) answer.current?.focus({ preventScroll: true });
  }, [shown]);

  if (props.back === null) {
    return (
      <Button
        tone="next"
        size="large"
        className="w-full sm:w-auto sm:self-start"
        onClick={props.onReveal}
        disabled={props.revealing}
      >
        {props.revealing ? t('showing') : t('show')}
        <KeyHint keys="␣" />
      </Button>
    );
  }
  return (
    <>
      <div
        ref={answer}
        tabIndex={-1}
        className="rise-in rounded-card border-line bg-sunken border p-4 sm:p-6"
      >
        <h3 className="text-muted mb-1 text-sm font-medium">{t('back')}</h3>
        <div className="text-lg">
          <Paragraphs text={props.back} />
        </div>
      </div>
      <div role="group" aria-label={t('ask')} className="flex flex-col gap-2">
        <p className="font-medium">{t('ask')}</p>
        <div className="grid gap-2 sm:grid-cols-3">
          {recalls.map((recall, index) => (
            <Button
              key={recall}
              size="large"
              disabled={props.pending}
              onClick={() => {
                props.onRecall(recall);
              }}
            >
              {t(recall)}
              <KeyHint keys={String(index + 1)} />
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}
