import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CohortRecall, CohortReport } from '@/lib/reports/cohort-report';
import { ratioOf, type Mean } from '@/lib/reports/figures';
import { fewestForInterval } from '@/lib/reports/mean-interval';
import { MoreBars } from './more-bars';
import { percentOf } from './percent';
import { ReportSection } from './report-section';

interface ReadinessSectionProps {
  readonly report: CohortReport;
  /** Titles by concept id, names by learner id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` and how far ahead it is; null when none is set. */
  readonly readiness: { readonly day: string; readonly daysLeft: number } | null;
}

/** Will they be ready? The cohort's figures, then recall by concept and by learner, lowest first. */
export function ReadinessSection({ report, titles, names, readiness }: ReadinessSectionProps) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const percent = (ratio: number | null) => {
    const value = percentOf(ratio);
    return value === null ? t('none') : t('percent', { value });
  };
  const ahead = readiness !== null && readiness.daysLeft >= 0;
  const day =
    readiness === null
      ? ''
      : format.dateTime(new Date(`${readiness.day}T00:00:00Z`), {
          month: 'short',
          day: 'numeric',
          timeZone: 'UTC',
        });
  return (
    <ReportSection id="readiness" title={t('readyTitle')} lead={t('recallText')}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 lg:grid-cols-4">
        <RecallFigure label={t('recallNow')} recall={report.recallNow} />
        {ahead ? (
          <RecallFigure
            label={t('recallOnDate', { date: day })}
            recall={report.recallOnDate}
            note={`${t('daysLeft', { days: readiness.daysLeft })} · ${t('forecastText')}`}
          />
        ) : (
          <Figure label={t('forecast')} value={t('none')}>
            {readiness === null ? t('setDate') : t('dateOver')}
          </Figure>
        )}
        <Figure label={t('practised7')} value={percent(ratioOf(report.practised7))}>
          {t('ofCount', { ...report.practised7 })}
        </Figure>
        <Figure label={t('accuracy')} value={percent(ratioOf(report.accuracy))}>
          {t('ofAttempts', { ...report.accuracy })}
        </Figure>
      </dl>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <MoreBars
          title={t('recallByConcept')}
          note={t('recallByConceptNote')}
          labelHead={t('concept')}
          valueHead={t('recall')}
          baseHead={t('cards')}
          max={1}
          rows={lowestFirst(report.concepts).map(({ conceptId, recall }) => ({
            id: conceptId,
            label: <Label text={titles.get(conceptId) ?? conceptId} />,
            value: recall.mean,
            text: percent(recall.mean),
            base: t('baseCards', { count: recall.n }),
          }))}
        />
        <MoreBars
          title={t('recallByLearner')}
          note={t('recallByLearnerNote')}
          labelHead={t('learner')}
          valueHead={t('recall')}
          baseHead={t('cards')}
          max={1}
          rows={lowestFirst(report.learners).map(({ learnerId, recall }) => ({
            id: learnerId,
            label: <Label text={names.get(learnerId) ?? learnerId} />,
            value: recall.mean,
            text: percent(recall.mean),
            base: t('baseCards', { count: recall.n }),
          }))}
        />
      </div>
    </ReportSection>
  );
}

/** Wide enough to be read on a phone, whatever the bar beside it takes. */
function Label({ text }: { readonly text: string }) {
  return <span className="block min-w-24">{text}</span>;
}

function lowestFirst<T extends { readonly recall: Mean | null }>(
  all: readonly T[],
): readonly (T & { readonly recall: Mean })[] {
  return all
    .filter((each): each is T & { readonly recall: Mean } => each.recall !== null)
    .sort((a, b) => a.recall.mean - b.recall.mean);
}

function RecallFigure({
  label,
  recall: { mean, interval },
  note,
}: {
  readonly label: string;
  readonly recall: CohortRecall;
  readonly note?: string;
}) {
  const t = useTranslations('reports');
  if (mean === null) return <Figure label={label} value={t('noRecall')} />;
  const of = t('baseLearners', { count: mean.n });
  const range =
    interval === null
      ? t('tooFew', { count: fewestForInterval })
      : t('interval', { low: percentOf(interval.low) ?? 0, high: percentOf(interval.high) ?? 0 });
  return (
    <Figure label={label} value={t('percent', { value: percentOf(mean.mean) ?? 0 })}>
      {`${of} · ${range}`}
      {note === undefined ? null : <span className="mt-1 block">{note}</span>}
    </Figure>
  );
}

function Figure({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}) {
  return (
    <div>
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="mt-0.5">
        <span className="block text-3xl font-bold tabular-nums">{value}</span>
        <span className="text-muted block text-sm">{children}</span>
      </dd>
    </div>
  );
}
