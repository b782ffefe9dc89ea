'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { ProgressLine } from '@/components/ui/progress-line';

/** One question and nothing else: a thin line of progress, the way out, the language. */
export function PracticeFrame({
  done,
  total,
  leavePath,
  children,
}: {
  readonly done: number;
  readonly total: number;
  readonly leavePath: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations('practice');
  const shell = useTranslations('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="bg-paper sticky top-0 z-20">
        <ProgressLine done={done} total={total} label={t('progress', { done, total })} />
        <div className="mx-auto flex h-14 w-full max-w-3xl items-center justify-between px-2 sm:px-4">
          <Link
            href={leavePath}
            aria-label={shell('leavePractice')}
            title={shell('leavePractice')}
            className="text-muted hover:bg-sunken hover:text-ink rounded-control grid size-11 place-items-center"
          >
            <X aria-hidden className="size-5" />
          </Link>
          <p aria-hidden className="text-muted text-sm tabular-nums">
            {total > 0 ? t('progressShort', { done, total }) : null}
          </p>
          <LocaleSwitch />
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-3xl flex-1 px-4 pt-2 pb-8 sm:pt-6">
        <h1 className="sr-only">{t('title')}</h1>
        {children}
      </main>
    </div>
  );
}
