import { useTranslations } from 'next-intl';

/** Questions of one kind, its name in the reader's language. */
export interface KindCount {
  readonly kind: string;
  readonly name: string;
  readonly count: number;
  readonly answered: number;
}

/** Which questions there are about a concept, and how many of each kind the learner has answered. */
export function ConceptQuestions({ questions }: { readonly questions: readonly KindCount[] }) {
  const t = useTranslations('learn');
  const sum = (of: (kind: KindCount) => number) =>
    questions.reduce((total, kind) => total + of(kind), 0);
  if (questions.length === 0) return null;
  return (
    <div>
      <p className="text-sm">
        {t('questions', {
          count: sum(({ count }) => count),
          answered: sum(({ answered }) => answered),
        })}
      </p>
      <dl className="text-muted mt-2 grid grid-cols-2 gap-x-6 gap-y-1 text-sm">
        {questions.map(({ kind, name, count, answered }) => (
          <div key={kind} className="flex justify-between gap-2">
            <dt>{name}</dt>
            <dd className="shrink-0 whitespace-nowrap tabular-nums">
              {t('answeredOf', { answered, count })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
