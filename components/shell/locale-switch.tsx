'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { localeCookie } from '@/lib/i18n/locales';
import { rememberChoice } from './remember-choice';

/** Changes the language in place: the page, what was typed and where one was stay as they are. */
export function LocaleSwitch() {
  const t = useTranslations('shell');
  const router = useRouter();
  const [changing, startChange] = useTransition();
  const other = useLocale() === 'ko' ? 'en' : 'ko';
  return (
    <button
      type="button"
      lang={other}
      disabled={changing}
      onClick={() => {
        rememberChoice(localeCookie, other);
        startChange(() => {
          router.refresh();
        });
      }}
      className="text-muted hover:bg-sunken hover:text-ink rounded-control min-h-11 px-3 text-sm font-medium whitespace-nowrap disabled:opacity-60"
    >
      {t('otherLanguage')}
    </button>
  );
}
