'use client';

import './globals.css';

import { useSyncExternalStore } from 'react';
import { FaultMessage } from '@/components/shell/fault-message';
import { localeCookie, parseLocale, type Locale } from '@/lib/i18n/locales';
import { preferredLocale } from '@/lib/i18n/preferred-locale';

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

function chosenLocale(): Locale {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${localeCookie}=`));
  const chosen = parseLocale(cookie?.slice(localeCookie.length + 1));
  return chosen ?? preferredLocale(navigator.languages.join(','));
}

const never = () => () => undefined;

/** The last resort: the root layout itself failed, so this page brings its own document. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const locale = useSyncExternalStore<Locale>(never, chosenLocale, () => 'ko');
  return (
    <html lang={locale} data-theme="system">
      <body>
        <FaultMessage locale={locale} digest={error.digest} onAgain={reset} />
      </body>
    </html>
  );
}
