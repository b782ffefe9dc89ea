'use client';

import { useTranslations } from 'next-intl';
import { Check, X } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';

/** Whether a part of an answer was right: a sign for the eye, a word for the ear. */
export function AnswerMark({ mark }: { readonly mark: 'right' | 'wrong' | 'none' }) {
  const t = useTranslations('verdict');
  if (mark === 'none') return null;
  const Icon = mark === 'right' ? Check : X;
  return (
    <>
      <Icon
        aria-hidden
        strokeWidth={3}
        className={classNames('size-4 shrink-0', mark === 'right' ? 'text-good' : 'text-bad')}
      />
      <span className="sr-only">{t(mark === 'right' ? 'correct' : 'notYet')}</span>
    </>
  );
}
