import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { RunPlayer } from '@/components/engine-stage/run-player';
import { ClientMessages } from '@/components/shell/client-messages';
import { places } from '@/components/shell/places';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { AppError } from '@/lib/server/app-error';
import { readSharedFrames } from '@/lib/server/stage/read-shared-frames';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('stage.sharedRun');
  return { title: t('title'), referrer: 'no-referrer', robots: 'noindex' };
}

/** The run behind a shared link, to step through. Anybody who has the link may see it; nothing can be done here. */
export default async function SharedRunPage({
  params,
}: {
  readonly params: Promise<{ key: string }>;
}) {
  const [{ key }, locale, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations('stage.sharedRun'),
  ]);
  const shared = await readSharedFrames(key, locale).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    if (error instanceof AppError && error.kind === 'conflict') return null;
    throw error;
  });
  if (shared === null) return <PageHeader title={t('oldTitle')} lead={t('oldText')} />;
  const { frames, earlier, createdAt } = shared;
  const format = await getFormatter();
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead', { date: format.dateTime(createdAt, { dateStyle: 'long' }) })}
      />
      {earlier === 0 ? null : (
        <p className="text-muted mb-4 text-sm">{t('earlier', { earlier })}</p>
      )}
      {frames.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ClientMessages namespaces={['stage']}>
          <RunPlayer run={frames} />
        </ClientMessages>
      )}
      <p className="text-muted mt-10 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        {t('about')}
        <LinkButton href={places.today}>{t('home')}</LinkButton>
      </p>
    </div>
  );
}
