'use client';

import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

/** The shape of the editor while it loads. */
export function EditorSkeleton() {
  const t = useTranslations('studio.editor');
  return (
    <div role="status" className="grid gap-6 lg:grid-cols-2">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-[60dvh]" />
      <Skeleton className="rounded-card hidden h-64 lg:block" />
    </div>
  );
}
