import { useFormatter, useTranslations } from 'next-intl';
import { LeaveForm } from '@/components/cohort/leave-form';
import { SyntheticBadge } from '@/components/cohort/synthetic-badge';
import { places } from '@/components/shell/places';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import type { CohortPage } from '@/lib/server/cohorts/read-cohort';
import { leaveCohortAction } from '../actions';

/** A cohort as its learners see it: its name, who sees what, the way to practise and the way out. */
export function LearnerCohort({ cohort }: { readonly cohort: CohortPage }) {
  const t = useTranslations('cohorts');
  const format = useFormatter();
  const { instructors, readinessDate } = cohort;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6">
      <PageHeader title={cohort.name} lead={t('memberPage.lead')} />
      <Card as="section" className="flex flex-col items-start gap-4">
        {cohort.synthetic ? <SyntheticBadge /> : null}
        {instructors.length === 0 ? null : (
          <p>
            {t('memberPage.instructors', {
              names: instructors.join(', '),
              count: instructors.length,
            })}
          </p>
        )}
        {readinessDate === null ? null : (
          <p>
            {t('memberPage.readyBy', {
              date: format.dateTime(new Date(`${readinessDate}T00:00:00Z`), {
                dateStyle: 'long',
                timeZone: 'UTC',
              }),
            })}
          </p>
        )}
        <p className="text-muted">{t('memberPage.seen')}</p>
        <LinkButton tone="next" href={places.practice}>
          {t('memberPage.practise')}
        </LinkButton>
      </Card>
      <Card as="section" className="flex flex-col gap-4">
        <div>
          <h2 className="text-lg font-semibold">{t('leaveTitle')}</h2>
          <p className="text-muted mt-1">{t('leaveText')}</p>
        </div>
        <LeaveForm action={leaveCohortAction.bind(null, cohort.id)} />
      </Card>
    </div>
  );
}
