'use client';

import { useTranslations } from 'next-intl';
import type { Confidence } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { KeyHint } from '@/components/ui/key-hint';

interface AnswerBarProps {
  readonly pending: boolean;
  readonly onSubmit: (confidence: Confidence) => void;
  readonly onUnknown: () => void;
  /**
   * Stays under the thumb on a phone and leads the page; off where the question is a guest on a longer page, which has its
   * own next thing to do.
   */
  readonly sticky: boolean;
}

const wide = 'whitespace-nowrap max-sm:flex-auto max-sm:px-2 max-sm:text-base';

/** The ways to submit: confidence is asked with the same press, so that it costs no extra step. */
export function AnswerBar({ pending, onSubmit, onUnknown, sticky }: AnswerBarProps) {
  const t = useTranslations('question');
  const size = sticky ? 'large' : 'medium';
  return (
    <div
      role="group"
      aria-label={t('confidence')}
      className={classNames(
        'flex gap-2 sm:flex-wrap sm:items-center',
        sticky &&
          'max-sm:bg-paper max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-4 max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.75rem,env(safe-area-inset-bottom))]',
      )}
    >
      <Button
        tone={sticky ? 'next' : 'strong'}
        size={size}
        className={wide}
        disabled={pending}
        onClick={() => {
          onSubmit('sure');
        }}
      >
        {pending ? t('sending') : t('sure')}
        <KeyHint keys="↵" />
      </Button>
      <Button
        size={size}
        className={wide}
        disabled={pending}
        onClick={() => {
          onSubmit('unsure');
        }}
      >
        {t('unsure')}
        <KeyHint keys="⇧ ↵" />
      </Button>
      <Button
        tone="quiet"
        className="whitespace-nowrap max-sm:min-h-13 max-sm:px-2 sm:ml-auto"
        disabled={pending}
        onClick={onUnknown}
      >
        {t('unknown')}
        <KeyHint keys="0" />
      </Button>
    </div>
  );
}
