import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError } from '@/lib/server/app-error';
import { nextQuestion } from '@/lib/server/practice/next-question';
import { requireViewer } from '@/lib/server/viewer';
import { PracticeScreen } from './practice-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice');
  return { title: t('title') };
}

interface Props {
  readonly searchParams: Promise<{ readonly concept?: string | string[] }>;
}

/** One question, nothing else; with `?concept=` questions about that one. A refresh shows the question that is open. */
export default async function PracticePage({ searchParams }: Props) {
  const { concept: asked } = await searchParams;
  const concept = typeof asked === 'string' ? asked : null;
  const here = concept === null ? '' : `?concept=${encodeURIComponent(concept)}`;
  const viewer = await requireViewer(`/practice${here}`);
  const locale = parseLocale(await getLocale()) ?? 'en';
  const initial = await nextQuestion(viewer.id, locale, concept ?? undefined).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.kind === 'not-found') notFound();
      throw error;
    },
  );
  return (
    <ClientMessages namespaces={['question', 'stage', 'verdict', 'practice', 'terminal']}>
      <PracticeScreen key={concept} initial={initial} concept={concept} />
    </ClientMessages>
  );
}
