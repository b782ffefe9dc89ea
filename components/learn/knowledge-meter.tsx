import { useTranslations } from 'next-intl';
import { Meter } from '@/components/ui/meter';
import type { ConceptStanding } from '@/lib/scheduling/concept-standing';
import { StandingMark } from './standing-mark';

/** How far the learner is with a concept, and how likely it is to be recalled today; only in words when it has not been met. */
export function KnowledgeMeter({
  standing,
  recall,
}: {
  readonly standing: ConceptStanding;
  readonly recall: number | null;
}) {
  const t = useTranslations('learn');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-muted flex items-center gap-1.5 text-sm">
        <StandingMark standing={standing} />
        {t(`standing.${standing}`)}
      </p>
      {recall === null ? null : (
        <Meter
          share={recall}
          label={t('recall')}
          text={t('percent', { percent: Math.round(recall * 100) })}
        />
      )}
    </div>
  );
}
