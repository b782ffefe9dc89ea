import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { BarList } from './bar-list';

/** A bar list that shows its first rows, and all of them on demand. */
export function MoreBars({
  first = 8,
  rows,
  ...list
}: ComponentProps<typeof BarList> & { readonly first?: number }) {
  const t = useTranslations('reports');
  if (rows.length <= first + 2) return <BarList {...list} rows={rows} />;
  return (
    <div>
      <BarList {...list} rows={rows.slice(0, first)} />
      <details className="mt-3">
        <summary className="text-muted hover:text-ink py-2 text-sm font-medium">
          {t('showAll')}
        </summary>
        <BarList {...list} rows={rows} />
      </details>
    </div>
  );
}
