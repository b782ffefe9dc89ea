import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseLocale } from '@/lib/i18n/locales';
import { nextQuestion } from '@/lib/server/practice/next-question';
import { requireViewer } from '@/lib/server/viewer';
import { PracticeScreen } from './practice-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice');
  return { title: t('title') };
}

/** One question, nothing else. A refresh shows the question that is open. */
export default async function PracticePage() {
  const viewer = await requireViewer('/practice');
  const initial = await nextQuestion(viewer.id, parseLocale(await getLocale()) ?? 'en');
  return (
    <ClientMessages namespaces={['question', 'stage', 'verdict', 'practice', 'terminal']}>
      <PracticeScreen initial={initial} />
    </ClientMessages>
  );
}
