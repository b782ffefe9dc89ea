import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ConceptArticle } from '@/components/learn/concept-article';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError } from '@/lib/server/app-error';
import { getConcept, type RelatedConcept } from '@/lib/server/learn/get-concept';
import { readConceptRun } from '@/lib/server/learn/read-concept-run';
import { requireViewer } from '@/lib/server/viewer';
import { tryConceptAction } from './actions';

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
  const kindOf = await getTranslations('studio.kind');
  const told = (related: RelatedConcept) => ({ ...related, title: related.title[locale] });
  const { id, knowledge } = concept;
  // A kind correction is not folded away.
  const statements = [...concept.statements].sort(
    (a, b) => Number(b.note !== null) - Number(a.note !== null),
  );
  return (
    <ClientMessages namespaces={['verdict', 'stage', 'learn']}>
      <ConceptArticle
        key={id}
        concept={{
          id,
          title: concept.title[locale],
          statement: concept.statement[locale],
          text: concept.text[locale],
          ...knowledge,
        }}
        needs={concept.needs.map(told)}
        leadsTo={concept.leadsTo.map(told)}
        previous={concept.previous && told(concept.previous)}
        next={concept.next && told(concept.next)}
        beliefs={concept.beliefs.map(({ id, belief, answer }) => ({
          id,
          belief: belief[locale],
          answer: answer[locale],
        }))}
        questions={concept.questions.map((each) => ({ ...each, name: kindOf(each.kind) }))}
        sources={statements.map(({ source, file, from, to, words, note }) => ({
          source,
          file,
          lines: from === to ? String(from) : `${String(from)}–${String(to)}`,
          statement: words[locale],
          note: note?.[locale] ?? null,
        }))}
        terms={concept.terms.map(({ id, names }) => ({ id, names: names[locale] }))}
        run={await readConceptRun(id, locale)}
        locale={locale}
        openInTerminal={tryConceptAction.bind(null, id)}
      />
    </ClientMessages>
  );
}
