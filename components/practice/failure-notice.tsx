'use client';

import { useTranslations } from 'next-intl';
import { assertNever } from '@/lib/kernel/assert-never';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { PracticeFailure } from '@/lib/quiz/practice';

interface FailureNoticeProps {
  readonly failure: PracticeFailure;
  /** What was refused: an answer that is kept, or the way on. */
  readonly of: 'answer' | 'next';
  readonly onRetry: () => void;
  readonly signInPath: string;
}

/** Why something did not go through, in words, with the one thing to do about it. */
export function FailureNotice({ failure, of, onRetry, signInPath }: FailureNoticeProps) {
  const t = useTranslations('practice');
  const retry = (
    <Button size="small" onClick={onRetry}>
      {of === 'answer' ? t('retry') : t('again')}
    </Button>
  );
  switch (failure.kind) {
    case 'offline':
      return (
        <Notice tone="note" live="polite" action={retry}>
          {of === 'answer' ? t('offline') : t('offlineNext')}
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice
          tone="note"
          live="polite"
          action={
            <LinkButton size="small" href={signInPath}>
              {t('signIn')}
            </LinkButton>
          }
        >
          {t('signedOut')}
        </Notice>
      );
    case 'too-many':
      return (
        <Notice tone="note" live="polite">
          {t('tooMany', { seconds: failure.retryAfterSeconds })}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" live="assertive" action={retry}>
          {t('failed', { id: failure.id })}
        </Notice>
      );
    case 'gone':
      return (
        <Notice
          tone="note"
          live="polite"
          action={
            <Button size="small" onClick={onRetry}>
              {t('toNext')}
            </Button>
          }
        >
          {t('gone')}
        </Notice>
      );
    case 'invalid':
      return (
        <Notice tone="note" live="assertive">
          {failure.message}
        </Notice>
      );
    default:
      return assertNever(failure);
  }
}
