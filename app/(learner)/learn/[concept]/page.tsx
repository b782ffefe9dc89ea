import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ConceptArticle } from '@/components/learn/concept-article';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError } from '@/lib/server/app-error';
import { getConcept } from '@/lib/server/learn/get-concept';
import { readConceptRun } from '@/lib/server/learn/read-concept-run';
import { requireViewer } from '@/lib/server/viewer';

interface Props {
  readonly params: Promise<{ readonly concept: string }>;
}

const load = cache(async (id: string) => {
  const viewer = await requireViewer(`/learn/${id}`);
  try {
    return await getConcept(id, viewer.id);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await load((await params).concept);
  return { title: title[parseLocale(await getLocale()) ?? 'en'] };
}

/** One concept in a screenful. */
export default async function ConceptPage({ params }: Props) {
  const concept = await load((await params).concept);
  const locale = parseLocale(await getLocale()) ?? 'en';
  const named = (related: typeof concept.needs) =>
    related.map(({ id, title }) => ({ id, title: title[locale] }));
  return (
    <ClientMessages namespaces={['verdict', 'stage']}>
      <ConceptArticle
        title={concept.title[locale]}
        statement={concept.statement[locale]}
        text={concept.text[locale]}
        needs={named(concept.needs)}
        leadsTo={named(concept.leadsTo)}
        sources={concept.statements.map(({ source, file, from, to, words, note }) => ({
          source,
          file,
          lines: from === to ? String(from) : `${String(from)}–${String(to)}`,
          statement: words[locale],
          note: note?.[locale] ?? null,
        }))}
        knowledge={concept.knowledge}
        run={await readConceptRun(concept.id, locale)}
      />
    </ClientMessages>
  );
}
