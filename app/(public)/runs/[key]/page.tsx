import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/shell/client-messages';
import { SharedRun } from '@/components/terminal/shared-run';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError } from '@/lib/server/app-error';
import { readRunFrames } from '@/lib/server/sandbox/read-run-frames';

interface Props {
  readonly params: Promise<{ readonly key: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('terminal');
  return { title: t('sharedTitle'), robots: { index: false } };
}

/** A run that somebody shares by its link: what was typed and printed, and the host after each step. */
export default async function SharedRunPage({ params }: Props) {
  const { key } = await params;
  const t = await getTranslations('terminal');
  const locale = parseLocale(await getLocale()) ?? 'en';
  const frames = await readRunFrames(key, locale).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    if (error instanceof AppError && error.kind === 'conflict') return null;
    throw error;
  });
  return (
    <>
      <PageHeader title={t('sharedTitle')} lead={t('sharedLead')} />
      {frames === null || frames.length === 0 ? (
        <EmptyState title={t('sharedNothing')}>{t('sharedNothingText')}</EmptyState>
      ) : (
        <ClientMessages namespaces={['terminal', 'stage']}>
          <SharedRun frames={frames} />
        </ClientMessages>
      )}
    </>
  );
}
