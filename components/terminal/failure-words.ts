import type { useTranslations } from 'next-intl';
import { assertNever } from '@/lib/kernel/assert-never';
import type { PracticeFailure } from '@/lib/quiz/practice';

/** Why something asked of a sandbox did not happen, and what to do. */
export function failureWords(
  failure: PracticeFailure,
  t: ReturnType<typeof useTranslations<'terminal'>>,
): string {
  switch (failure.kind) {
    case 'offline':
      return t('failure.offline');
    case 'signed-out':
      return t('failure.signedOut');
    case 'gone':
      return t('failure.gone');
    case 'invalid':
      return failure.message === '' ? t('failure.invalid') : failure.message;
    case 'too-many':
      return t('failure.tooMany', { seconds: failure.retryAfterSeconds });
    case 'failed':
      return t('failure.failed', { id: failure.id });
    default:
      return assertNever(failure);
  }
}
