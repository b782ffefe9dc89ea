import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { RunPlayer } from '@/components/engine-stage/run-player';
import { SourceNotes } from '@/components/question/source-notes';
import { places } from '@/components/shell/places';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Sentence } from '@/components/ui/sentence';
import type { Locale } from '@/lib/i18n/locales';
import type { SourceFeedback } from '@/lib/quiz/types';
import type { StageFrame } from '@/lib/stage/picture';
import { ConceptBeliefs, type AnsweredBelief } from './concept-beliefs';
import { ConceptQuestions, type KindCount } from './concept-questions';
import { KnowledgeMeter } from './knowledge-meter';
import type { MapEntry } from './map-entry';
import type { TermNames } from './mark-terms';
import { RelatedConcepts, StepThroughCourse, type Related } from './related-concepts';
import { TermText } from './term-text';
import { topicOf } from './topics';
import { TryInTerminal, type TryState } from './try-in-terminal';

/** Sentences of the source documents that are seen at once; the others wait behind a line. */
const sourcesShown = 3;

/** One idea in a screenful, in the reader's language. */
export function ConceptArticle({
  concept,
  needs,
  leadsTo,
  previous,
  next,
  beliefs,
  questions,
  sources,
  terms,
  run,
  locale,
  openInTerminal,
}: {
  readonly concept: Omit<MapEntry, 'needs'> & { readonly text: string };
  readonly needs: readonly Related[];
  readonly leadsTo: readonly Related[];
  readonly previous: Related | null;
  readonly next: Related | null;
  readonly beliefs: readonly AnsweredBelief[];
  readonly questions: readonly KindCount[];
  readonly sources: readonly SourceFeedback[];
  readonly terms: readonly TermNames[];
  /** What the engine did when somebody ran it; may be empty. */
  readonly run: readonly StageFrame[];
  readonly locale: Locale;
  readonly openInTerminal: () => Promise<TryState>;
}) {
  const t = useTranslations('learn');
  return (
    <article>
      <nav
        aria-label={t('where')}
        className="text-muted mb-1 flex flex-wrap justify-between gap-x-4 text-sm"
      >
        <Link
          href={places.learn}
          className="hover:text-ink inline-flex min-h-11 items-center gap-1.5 underline-offset-4 hover:underline"
        >
          {t('title')} <span aria-hidden>›</span> {t(`topics.${topicOf(concept.id)}`)}
        </Link>
        <Link
          href={places.glossary}
          className="hover:text-ink inline-flex min-h-11 items-center underline-offset-4 hover:underline"
        >
          {t('glossary')}
        </Link>
      </nav>
      <PageHeader
        title={concept.title}
        lead={
          <span className="text-ink text-lg">
            <Sentence text={concept.statement} />
          </span>
        }
        actions={
          questions.length === 0 ? null : (
            <LinkButton
              tone="next"
              href={`${places.practice}?concept=${concept.id}`}
              prefetch={false}
            >
              {t('practise')}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <div className="max-w-prose">
            <TermText text={concept.text} terms={terms} locale={locale} />
          </div>
          {run.length === 0 ? null : (
            <section className="flex flex-col gap-4">
              <h2 className="text-lg font-semibold">{t('run')}</h2>
              <RunPlayer run={run} start={run.length - 1} />
              <TryInTerminal open={openInTerminal} />
            </section>
          )}
          <section>
            <h2 className="mb-3 text-lg font-semibold">{t('sources')}</h2>
            <SourceNotes sources={sources} foldAfter={sourcesShown} />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card as="section" className="flex flex-col gap-3">
            <h2 className="font-semibold">{t('mine')}</h2>
            <KnowledgeMeter standing={concept.standing} recall={concept.recall} />
            <ConceptQuestions questions={questions} />
          </Card>
          <RelatedConcepts title={t('needs')} concepts={needs} />
          <RelatedConcepts title={t('leadsTo')} concepts={leadsTo} />
          <ConceptBeliefs beliefs={beliefs} />
        </div>
      </div>
      <StepThroughCourse previous={previous} next={next} />
    </article>
  );
}
