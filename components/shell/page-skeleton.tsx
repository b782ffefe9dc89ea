import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

/** What a page looks like while it is on its way: a head and two cards. For the loading.tsx of pages in the shell. */
export function PageSkeleton() {
  const t = useTranslations('shell');
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-9 w-56" />
      <Skeleton className="rounded-card h-44" />
      <Skeleton className="rounded-card h-64" />
    </div>
  );
}
