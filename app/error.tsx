'use client';

import { useTranslations } from 'next-intl';
import { BarePage } from '@/components/shell/bare-page';
import { Button } from '@/components/ui/button';

/** A fault of ours, in words. The digest is the id under which the server logged it. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations('errors');
  const shell = useTranslations('shell');
  return (
    <BarePage homeLabel={shell('home')} title={t('faultTitle')}>
      <p className="text-muted text-lg">{t('faultText')}</p>
      {error.digest === undefined ? null : (
        <p>
          <span className="text-muted">{t('faultId')}</span> <code>{error.digest}</code>
        </p>
      )}
      <Button tone="next" size="large" className="self-start" onClick={reset}>
        {t('again')}
      </Button>
    </BarePage>
  );
}
