import { useTranslations } from 'next-intl';
import { Meter } from '@/components/ui/meter';

/** How likely the learner is to recall a concept today; in words when it has not been met. */
export function KnowledgeMeter({ knowledge }: { readonly knowledge: number | null }) {
  const t = useTranslations('learn');
  if (knowledge === null) return <p className="text-muted text-sm">{t('notMet')}</p>;
  const percent = Math.round(knowledge * 100);
  return <Meter share={knowledge} label={t('recall')} text={t('percent', { percent })} />;
}
