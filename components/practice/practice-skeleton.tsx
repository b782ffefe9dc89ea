import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

/** The shape of a question, for the loading.tsx of the practice page. */
export function PracticeSkeleton() {
  const t = useTranslations('shell');
  return (
    <div role="status" className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 pt-20">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-40" />
      <Skeleton className="h-8 w-4/5" />
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  );
}
