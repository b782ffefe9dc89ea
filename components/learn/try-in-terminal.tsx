'use client';

import { useTranslations } from 'next-intl';
import { SquareTerminal } from 'lucide-react';
import { useActionState } from 'react';
import { places } from '@/components/shell/places';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';

/** Why the scene could not be opened; null: nothing was asked for yet. */
export type TryState = string | null;

/** Opens the scene of the page in a terminal of the reader's own. */
export function TryInTerminal({ open }: { readonly open: () => Promise<TryState> }) {
  const t = useTranslations('learn');
  const [refused, send, pending] = useActionState(open, null);
  return (
    <form action={send} className="flex flex-col gap-3">
      {refused === null ? null : (
        <Notice
          tone="note"
          live="assertive"
          action={
            <LinkButton size="small" href={places.terminal}>
              {t('toTerminals')}
            </LinkButton>
          }
        >
          {refused}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" disabled={pending}>
          <SquareTerminal aria-hidden className="size-5" />
          {t('tryIt')}
        </Button>
        <p className="text-muted min-w-0 flex-1 basis-60 text-sm">{t('tryItText')}</p>
      </div>
    </form>
  );
}
