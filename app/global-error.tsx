'use client';

import './globals.css';

import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { localeCookie, parseLocale, type Locale } from '@/lib/i18n/locales';
import { messages } from '@/lib/i18n/messages';
import { preferredLocale } from '@/lib/i18n/preferred-locale';
import { Logo } from '@/components/shell/logo';
import { Button } from '@/components/ui/button';

interface FaultProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

function chosenLocale(): Locale {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${localeCookie}=`));
  const chosen = parseLocale(cookie?.slice(localeCookie.length + 1));
  return chosen ?? preferredLocale(navigator.languages.join(','));
}

const never = () => () => undefined;

/** The last resort: the root layout itself failed, so this page brings its own document and words. */
export default function GlobalError(props: FaultProps) {
  const locale = useSyncExternalStore<Locale>(never, chosenLocale, () => 'ko');
  return (
    <html lang={locale} data-theme="system">
      <body>
        <NextIntlClientProvider
          locale={locale}
          messages={{ errors: messages[locale].errors }}
          timeZone="UTC"
        >
          <Fault {...props} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

function Fault({ error, reset }: FaultProps) {
  const t = useTranslations('errors');
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 px-6 py-16">
      <title>{t('faultTitle')}</title>
      <Logo className="size-14" />
      <h1 className="text-3xl font-bold">{t('faultTitle')}</h1>
      <p className="text-muted text-lg">{t('faultText')}</p>
      {error.digest === undefined ? null : (
        <p>
          <span className="text-muted">{t('faultId')}</span> <code>{error.digest}</code>
        </p>
      )}
      <Button tone="next" size="large" className="self-start" onClick={reset}>
        {t('again')}
      </Button>
    </main>
  );
}
