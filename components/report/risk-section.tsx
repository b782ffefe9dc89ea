import { useTranslations } from 'next-intl';
import { assertNever } from '@/lib/kernel/assert-never';
import type { RiskReason } from '@/lib/reports/at-risk';
import type { LearnerFigures } from '@/lib/reports/cohort-report';
import { ReportSection } from './report-section';

/** Who needs me? By stated rules, each with its reason in words. */
export function RiskSection({
  learners,
  names,
}: {
  readonly learners: readonly LearnerFigures[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('reports');
  const listed = learners
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length);
  return (
    <ReportSection id="risk" title={t('riskTitle')} lead={t('riskRule')}>
      {listed.length === 0 ? (
        <p>{t('riskNone')}</p>
      ) : (
        <>
          <p className="font-semibold">
            {t('riskCount', { part: listed.length, of: learners.length })}
          </p>
          <ul className="divide-line grid divide-y sm:grid-cols-2 sm:gap-x-8 sm:divide-y-0">
            {listed.map(({ learnerId, reasons }) => (
              <li key={learnerId} className="sm:border-line py-3 sm:border-t">
                <p className="font-medium">{names.get(learnerId) ?? learnerId}</p>
                <ul className="text-muted">
                  {reasons.map((reason) => (
                    <li key={reason.kind}>
                      <Reason reason={reason} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </ReportSection>
  );
}

function Reason({ reason }: { readonly reason: RiskReason }) {
  const t = useTranslations('reports.reason');
  switch (reason.kind) {
    case 'not-begun':
    case 'idle':
      return t(reason.kind, { days: reason.days });
    case 'overdue':
      return t('overdue', { cards: reason.cards });
    case 'falling':
      return t('falling', {
        of: reason.recent.of,
        recent: reason.recent.part,
        before: reason.before.part,
      });
    default:
      return assertNever(reason);
  }
}
