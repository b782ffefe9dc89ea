import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { Sentence } from '@/components/ui/sentence';
import { groupConcepts } from './concept-groups';
import { KnowledgeMeter } from './knowledge-meter';

/** A concept on the map, in the reader's language. */
export interface MapEntry {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly knowledge: number | null;
}

/** All concepts by theme, and how well the reader knows each. */
export function CourseMap({ concepts }: { readonly concepts: readonly MapEntry[] }) {
  const t = useTranslations('learn');
  return (
    <div className="flex flex-col gap-10">
      {groupConcepts(concepts).map(({ group, concepts: members }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className="mb-3 text-lg font-semibold">
            {t(`groups.${group}`)}
          </h2>
          <ul className="grid gap-2 sm:grid-cols-2 sm:gap-3 lg:grid-cols-3">
            {members.map((concept) => (
              <Card
                as="li"
                key={concept.id}
                className="hover:border-line-strong relative flex gap-x-4 gap-y-2 max-sm:items-center max-sm:py-3 sm:flex-col"
              >
                <h3 className="font-semibold max-sm:flex-1">
                  <Link
                    href={`/learn/${concept.id}`}
                    className="after:rounded-card after:absolute after:inset-0"
                  >
                    {concept.title}
                  </Link>
                </h3>
                <p className="text-muted flex-1 text-[0.9375rem] max-sm:hidden">
                  <Sentence text={concept.statement} />
                </p>
                <div className="max-sm:w-32 max-sm:shrink-0 max-sm:text-right">
                  <KnowledgeMeter knowledge={concept.knowledge} />
                </div>
              </Card>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
