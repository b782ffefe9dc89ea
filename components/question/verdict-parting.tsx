import { useTranslations } from 'next-intl';
import type { Parting } from '@/lib/quiz/parting/parting';
import type { BeliefFeedback } from '@/lib/quiz/types';
import { TwoRuns } from '@/components/parting/two-runs';

/** Where a wrong answer and Docker part ways: the belief's run, or the learner's own, beside one that is right. */
export function VerdictParting({
  parting: { about, mine, docker },
  beliefs,
}: {
  readonly parting: Parting;
  readonly beliefs: readonly BeliefFeedback[];
}) {
  const t = useTranslations('verdict.parting');
  const verdict = useTranslations('verdict');
  if (about.kind === 'belief') {
    const held = beliefs.find(({ id }) => id === about.belief);
    return (
      <TwoRuns
        title={t('title')}
        lead={t('leadBelief')}
        mine={{ title: verdict('beliefTitle'), says: held?.belief ?? null, side: mine }}
        docker={{ title: t('docker'), says: held?.answer ?? null, side: docker }}
      />
    );
  }
  const ofOrder = about.kind === 'order';
  return (
    <TwoRuns
      title={t('title')}
      lead={t(ofOrder ? 'leadOrder' : 'leadCommand')}
      mine={{ title: t(ofOrder ? 'mineOrder' : 'mineCommand'), says: null, side: mine }}
      docker={{ title: t(ofOrder ? 'rightOrder' : 'rightCommand'), says: null, side: docker }}
    />
  );
}
