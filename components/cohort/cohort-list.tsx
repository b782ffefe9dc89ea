import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ChevronRight } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { SyntheticBadge } from './synthetic-badge';

export interface CohortListItem {
  readonly id: string;
  readonly name: string;
  readonly role: 'learner' | 'instructor';
  readonly learners: number;
  /** `YYYY-MM-DD` */
  readonly readinessDate: string | null;
  readonly synthetic: boolean;
}

/** Somebody's cohorts, each a link to its page. A learner is not told how many others there are. */
export function CohortList({ cohorts }: { readonly cohorts: readonly CohortListItem[] }) {
  const t = useTranslations('cohorts');
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <ul className="flex flex-col gap-3">
      {cohorts.map((cohort) => (
        <li key={cohort.id}>
          <Link
            href={`/cohorts/${cohort.id}`}
            className="rounded-card border-line bg-surface shadow-card hover:border-line-strong flex items-center gap-3 border p-4 sm:px-6"
          >
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="text-lg font-semibold">{cohort.name}</span>
                <Badge>{t(cohort.role)}</Badge>
                {cohort.synthetic ? <SyntheticBadge /> : null}
              </span>
              <span className="text-muted mt-0.5 block text-sm">
                {[
                  ...(cohort.role === 'instructor'
                    ? [t('learnerCount', { count: cohort.learners })]
                    : []),
                  cohort.readinessDate === null
                    ? t('noDate')
                    : t('readyBy', { date: day(cohort.readinessDate) }),
                ].join(' · ')}
              </span>
            </span>
            <ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
