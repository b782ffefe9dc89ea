import { useTranslations } from 'next-intl';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ConceptStanding } from '@/lib/scheduling/concept-standing';
import { StandingMark } from './standing-mark';

/** Another concept, in the reader's language. */
export interface Related {
  readonly id: string;
  readonly title: string;
  readonly standing: ConceptStanding;
}

/** Concepts that a concept's page leads to, each with how far the learner is with it; nothing where there are none. */
export function RelatedConcepts({
  title,
  concepts,
}: {
  readonly title: string;
  readonly concepts: readonly Related[];
}) {
  const t = useTranslations('learn');
  if (concepts.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 font-semibold">{title}</h2>
      <ul className="flex flex-col">
        {concepts.map((concept) => (
          <li key={concept.id}>
            <Link
              href={`/learn/${concept.id}`}
              className="group flex min-h-11 items-center gap-2 py-1"
            >
              <StandingMark standing={concept.standing} />
              <span className="underline underline-offset-4">{concept.title}</span>
              <span className="sr-only">({t(`standing.${concept.standing}`)})</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to the concept before and to the one after, in teaching order. */
export function StepThroughCourse({
  previous,
  next,
}: {
  readonly previous: Related | null;
  readonly next: Related | null;
}) {
  const t = useTranslations('learn');
  return (
    <nav
      aria-label={t('inOrder')}
      className="border-line mt-10 flex flex-wrap justify-between gap-x-6 gap-y-2 border-t pt-4"
    >
      {previous === null ? (
        <span />
      ) : (
        <Link
          href={`/learn/${previous.id}`}
          className="hover:bg-sunken rounded-control -ml-3 flex min-h-14 items-center gap-3 px-3 py-1"
        >
          <ArrowLeft aria-hidden className="size-5 shrink-0" />
          <span>
            <span className="text-muted block text-sm">{t('previousConcept')}</span>
            <span className="font-medium">{previous.title}</span>
          </span>
        </Link>
      )}
      {next === null ? null : (
        <Link
          href={`/learn/${next.id}`}
          className="hover:bg-sunken rounded-control -mr-3 ml-auto flex min-h-14 items-center gap-3 px-3 py-1 text-right"
        >
          <span>
            <span className="text-muted block text-sm">{t('nextConcept')}</span>
            <span className="font-medium">{next.title}</span>
          </span>
          <ArrowRight aria-hidden className="size-5 shrink-0" />
        </Link>
      )}
    </nav>
  );
}
