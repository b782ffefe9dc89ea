'use client';

import { useTranslations } from 'next-intl';
import { Check, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react';
import { places } from '@/components/shell/places';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { assertNever } from '@/lib/kernel/assert-never';
import { maximalDraftLength, type StudioFailure } from '@/lib/quiz/studio';
import type { KeepingStatus } from './draft-keeper';

/** Is what is on the screen safe? One word, always in the same place. */
export function SaveWord({ status }: { readonly status: KeepingStatus }) {
  const t = useTranslations('studio.save');
  const looks = {
    saved: { Icon: Check, text: t('saved') },
    dirty: { Icon: CircleDashed, text: t('dirty') },
    saving: { Icon: LoaderCircle, text: t('saving') },
    'too-long': { Icon: TriangleAlert, text: t('dirty') },
    failed: { Icon: TriangleAlert, text: t('dirty') },
    conflict: { Icon: TriangleAlert, text: t('dirty') },
  } as const;
  const { Icon, text } = looks[status.kind];
  return (
    <span role="status" className="text-muted inline-flex items-center gap-1.5 text-sm">
      <Icon
        aria-hidden
        className={status.kind === 'saving' ? 'size-4 motion-safe:animate-spin' : 'size-4'}
      />
      {text}
    </span>
  );
}

/** What keeps the text from being saved, in words, with the one thing to do about it. */
export function SaveTrouble({
  status,
  length,
  onRetry,
}: {
  readonly status: KeepingStatus;
  readonly length: number;
  readonly onRetry: () => void;
}) {
  const t = useTranslations('studio');
  if (status.kind === 'too-long') {
    return (
      <Notice tone="bad" live="polite">
        {t('editor.long', { length, limit: maximalDraftLength })}
      </Notice>
    );
  }
  return status.kind === 'failed' ? <Failure failure={status.failure} onRetry={onRetry} /> : null;
}

function Failure({
  failure,
  onRetry,
}: {
  readonly failure: StudioFailure;
  readonly onRetry: () => void;
}) {
  const t = useTranslations('studio.save');
  const retry = (
    <Button size="small" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
  switch (failure.kind) {
    case 'offline':
    case 'conflict':
      return (
        <Notice tone="note" live="polite" action={retry}>
          {t('offline')}
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice
          tone="note"
          live="polite"
          action={
            <>
              <LinkButton size="small" href={places.signIn} target="_blank">
                {t('signIn')}
              </LinkButton>
              {retry}
            </>
          }
        >
          {t('signedOut')}
        </Notice>
      );
    case 'gone':
      return (
        <Notice tone="bad" live="assertive">
          {t('gone')}
        </Notice>
      );
    case 'invalid':
      return (
        <Notice tone="bad" live="polite" action={retry}>
          {failure.message}
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
        <Notice tone="bad" live="polite" action={retry}>
          {t('failed', { id: failure.id })}
        </Notice>
      );
    default:
      return assertNever(failure);
  }
}
