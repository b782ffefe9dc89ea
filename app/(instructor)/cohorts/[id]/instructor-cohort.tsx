import { useTranslations } from 'next-intl';
import { SyntheticBadge } from '@/components/cohort/synthetic-badge';
import { BeliefSection } from '@/components/report/belief-section';
import { MasteryMap, type MapMetric } from '@/components/report/mastery-map';
import { PracticeSection } from '@/components/report/practice-section';
import { ReadinessSection } from '@/components/report/readiness-section';
import { ReportSection } from '@/components/report/report-section';
import { RiskSection } from '@/components/report/risk-section';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { CohortReportView } from '@/lib/server/cohorts/read-cohort-report';
import { reportTables } from '@/lib/server/cohorts/report-csv';
import { CohortSettings } from './cohort-settings';

/** A cohort as its instructors see it: the questions of the report in their order, then people and settings. */
export function InstructorCohort({
  view,
  metric,
  renewed,
}: {
  readonly view: CohortReportView;
  readonly metric: MapMetric;
  /** Was the join code just renewed? */
  readonly renewed: boolean;
}) {
  const t = useTranslations('reports');
  const c = useTranslations('cohorts');
  const { id, report, titles, readinessDate, daysToReadiness } = view;
  const names = new Map(
    view.people.map((person) => [person.id, person.name === '' ? c('nameless') : person.name]),
  );
  const settings = <CohortSettings view={view} renewed={renewed} />;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {view.name}
            {view.synthetic ? <SyntheticBadge /> : null}
          </span>
        }
        lead={c('learnerCount', { count: report.learners.length })}
      />
      {view.synthetic ? <Notice tone="note">{c('syntheticCohort')}</Notice> : null}
      {report.learners.length === 0 ? (
        <>
          <EmptyState title={t('noLearnersTitle')}>{t('noLearnersText')}</EmptyState>
          {settings}
        </>
      ) : (
        <>
          <ReadinessSection
            report={report}
            titles={titles}
            names={names}
            readiness={
              readinessDate === null || daysToReadiness === null
                ? null
                : { day: readinessDate, daysLeft: daysToReadiness }
            }
          />
          <RiskSection learners={report.learners} names={names} />
          <BeliefSection beliefs={report.beliefs} texts={view.beliefs} names={names} />
          <MasteryMap
            concepts={report.concepts}
            learners={report.learners.map(({ learnerId }) => ({
              id: learnerId,
              name: names.get(learnerId) ?? learnerId,
            }))}
            titles={titles}
            metric={metric}
            hrefs={{
              recall: `/cohorts/${id}#map`,
              accuracy: `/cohorts/${id}?map=accuracy#map`,
            }}
          />
          <PracticeSection learners={report.learners} names={names} />
          <ReportSection id="download" title={t('csvTitle')}>
            <div className="flex flex-wrap gap-3">
              {reportTables.map((table) => (
                <a
                  key={table}
                  href={`/cohorts/${id}/report/csv?table=${table}`}
                  download
                  className={buttonStyle('plain', 'medium')}
                >
                  {t(`csv.${table}`)}
                </a>
              ))}
            </div>
          </ReportSection>
          {settings}
        </>
      )}
    </div>
  );
}
