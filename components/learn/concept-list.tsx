import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { Sentence } from '@/components/ui/sentence';
import { KnowledgeMeter } from './knowledge-meter';
import type { MapEntry } from './map-entry';
import { byTopic } from './topics';

/** All concepts by topic with what each needs, and how well the reader knows it: the map in words. */
export function ConceptList({
  concepts,
  next,
}: {
  readonly concepts: readonly MapEntry[];
  /** The concept to begin next. */
  readonly next: string | null;
}) {
  const t = useTranslations('learn');
  const titles = new Map(concepts.map(({ id, title }) => [id, title]));
  return (
    <div className="flex flex-col gap-10">
      {byTopic(concepts).map(({ topic, concepts: members }) => (
        <section key={topic} aria-labelledby={`topic-${topic}`}>
          <h2 id={`topic-${topic}`} className="mb-3 text-lg font-semibold">
            {t(`topics.${topic}`)}
          </h2>
          <ul className="grid gap-2 sm:grid-cols-2 sm:gap-3 lg:grid-cols-3">
            {members.map((concept) => (
              <Card
                as="li"
                key={concept.id}
                className="hover:border-line-strong relative flex gap-x-4 gap-y-2 max-sm:items-start max-sm:py-3 sm:flex-col"
              >
                <div className="flex flex-col gap-1 max-sm:flex-1 sm:gap-2">
                  <h3 className="font-semibold">
                    <Link
                      href={`/learn/${concept.id}`}
                      className="after:rounded-card after:absolute after:inset-0"
                    >
                      {concept.title}
                    </Link>
                    {concept.id === next ? (
                      <span className="text-accent ml-2 text-sm whitespace-nowrap">
                        {t('next')}
                      </span>
                    ) : null}
                  </h3>
                  <p className="text-muted text-[0.9375rem] max-sm:hidden">
                    <Sentence text={concept.statement} />
                  </p>
                  {concept.needs.length === 0 ? null : (
                    <p className="text-muted text-sm">
                      {t('needsList', {
                        names: concept.needs.map((id) => titles.get(id) ?? id).join(', '),
                      })}
                    </p>
                  )}
                </div>
                <div className="max-sm:w-28 max-sm:shrink-0 sm:mt-auto">
                  <KnowledgeMeter standing={concept.standing} recall={concept.recall} />
                </div>
              </Card>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
