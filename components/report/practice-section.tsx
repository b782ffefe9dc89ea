import { useTranslations } from 'next-intl';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { LearnerFigures } from '@/lib/reports/cohort-report';
import { ratioOf } from '@/lib/reports/figures';
import { percentOf } from './percent';
import { ReportSection } from './report-section';

/** Who practised? Every learner with what they did and how it went. */
export function PracticeSection({
  learners,
  names,
}: {
  readonly learners: readonly LearnerFigures[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('reports');
  const percent = (ratio: number | null) => {
    const value = percentOf(ratio);
    return value === null ? t('none') : t('percent', { value });
  };
  const fixed = 'bg-surface sticky left-0';
  return (
    <ReportSection id="practice" title={t('practiceTitle')}>
      <div className="[--fade-left:0px]">
        <Table caption={t('practiceCaption')} captionHidden>
          <thead>
            <tr>
              <HeadCell className={fixed}>{t('learner')}</HeadCell>
              {(
                [
                  'last',
                  'days7',
                  'days28',
                  'answers',
                  'accuracy',
                  'recall',
                  'begun',
                  'overdue',
                ] as const
              ).map((column) => (
                <HeadCell key={column} className="text-right">
                  {t(column)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {learners.map((learner) => (
              <tr key={learner.learnerId}>
                <HeadCell scope="row" className={`${fixed} pr-3 whitespace-nowrap`}>
                  {names.get(learner.learnerId) ?? learner.learnerId}
                </HeadCell>
                <Cell numeric>
                  {learner.lastDaysAgo === null
                    ? t('never')
                    : t('daysAgo', { days: learner.lastDaysAgo })}
                </Cell>
                <Cell numeric>{learner.daysIn7}</Cell>
                <Cell numeric>{learner.daysIn28}</Cell>
                <Cell numeric>{learner.answers}</Cell>
                <Cell numeric>
                  {percent(ratioOf(learner.accuracy))}{' '}
                  <span className="text-muted text-sm">
                    {t('baseAttempts', { count: learner.accuracy.of })}
                  </span>
                </Cell>
                <Cell numeric>
                  {percent(learner.recall?.mean ?? null)}{' '}
                  <span className="text-muted text-sm">
                    {t('baseCards', { count: learner.recall?.n ?? 0 })}
                  </span>
                </Cell>
                <Cell numeric>{`${learner.begun.part}/${learner.begun.of}`}</Cell>
                <Cell numeric>{learner.overdue}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </ReportSection>
  );
}
