'use client';

import { useTranslations } from 'next-intl';
import type { Confidence } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { KeyHint } from '@/components/ui/key-hint';

interface AnswerBarProps {
  readonly pending: boolean;
  readonly onSubmit: (confidence: Confidence) => void;
  readonly onUnknown: () => void;
}

/** The ways to submit: confidence is asked with the same press, so that it costs no extra step. */
export function AnswerBar({ pending, onSubmit, onUnknown }: AnswerBarProps) {
  const t = useTranslations('question');
  return (
    <div
      role="group"
      aria-label={t('confidence')}
      className="grid grid-cols-2 gap-2 sm:flex sm:items-center"
    >
      <Button
        tone="next"
        size="large"
        disabled={pending}
        onClick={() => {
          onSubmit('sure');
        }}
      >
        {pending ? t('sending') : t('sure')}
        <KeyHint keys="↵" />
      </Button>
      <Button
        size="large"
        disabled={pending}
        onClick={() => {
          onSubmit('unsure');
        }}
      >
        {t('unsure')}
        <KeyHint keys="⇧ ↵" />
      </Button>
      <Button tone="quiet" className="col-span-2 sm:ml-auto" disabled={pending} onClick={onUnknown}>
        {t('unknown')}
        <KeyHint keys="0" />
      </Button>
    </div>
  );
}
