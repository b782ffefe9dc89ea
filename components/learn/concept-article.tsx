import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { RunPlayer } from '@/components/engine-stage/run-player';
import { SourceNotes } from '@/components/question/source-notes';
import { places } from '@/components/shell/places';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Paragraphs } from '@/components/ui/paragraphs';
import { Sentence } from '@/components/ui/sentence';
import type { SourceFeedback } from '@/lib/quiz/types';
import type { StageFrame } from '@/lib/stage/picture';
import { KnowledgeMeter } from './knowledge-meter';

interface Related {
  readonly id: string;
  readonly title: string;
}

/** One idea in a screenful, in the reader's language. */
export function ConceptArticle({
  title,
  statement,
  text,
  needs,
  leadsTo,
  sources,
  knowledge,
  run,
}: {
  readonly title: string;
  readonly statement: string;
  readonly text: string;
  readonly needs: readonly Related[];
  readonly leadsTo: readonly Related[];
  readonly sources: readonly SourceFeedback[];
  readonly knowledge: number | null;
  /** What the engine did when somebody ran it; may be empty. */
  readonly run: readonly StageFrame[];
}) {
  const t = useTranslations('learn');
  return (
    <article>
      <PageHeader
        title={title}
        lead={<Sentence text={statement} />}
        actions={
          <LinkButton tone="next" href={places.practice}>
            {t('practise')}
          </LinkButton>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <div className="max-w-prose text-lg">
            <Paragraphs text={text} />
          </div>
          {run.length === 0 ? null : (
            <section>
              <h2 className="text-lg font-semibold">{t('run')}</h2>
              <p className="text-muted mb-4 text-sm">{t('runText')}</p>
              <RunPlayer run={run} start={run.length - 1} />
            </section>
          )}
        </div>
        <div className="flex flex-col gap-6">
          <Card as="section" className="flex flex-col gap-3">
            <h2 className="font-semibold">{t('mine')}</h2>
            <KnowledgeMeter knowledge={knowledge} />
          </Card>
          <RelatedConcepts title={t('needs')} concepts={needs} />
          <RelatedConcepts title={t('leadsTo')} concepts={leadsTo} />
        </div>
        <section className="max-w-prose lg:col-span-2">
          <h2 className="mb-3 text-lg font-semibold">{t('sources')}</h2>
          <SourceNotes sources={sources} />
        </section>
      </div>
    </article>
  );
}

function RelatedConcepts({
  title,
  concepts,
}: {
  readonly title: string;
  readonly concepts: readonly Related[];
}) {
  if (concepts.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="flex flex-col">
        {concepts.map((concept) => (
          <li key={concept.id}>
            <Link
              href={`/learn/${concept.id}`}
              className="flex min-h-11 items-center underline underline-offset-4"
            >
              {concept.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
