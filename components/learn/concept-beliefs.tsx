import { useTranslations } from 'next-intl';
import { Check, X } from 'lucide-react';
import { Sentence } from '@/components/ui/sentence';

/** What some believe, and the sentence that answers it. */
export interface AnsweredBelief {
  readonly id: string;
  readonly belief: string;
  readonly answer: string;
}

/** The misconceptions that bear on a concept, each with its answer; nothing where there are none. */
export function ConceptBeliefs({ beliefs }: { readonly beliefs: readonly AnsweredBelief[] }) {
  const t = useTranslations('learn');
  if (beliefs.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('beliefs')}</h2>
      <ul className="border-line divide-line flex flex-col divide-y border-y">
        {beliefs.map(({ id, belief, answer }) => (
          <li key={id} className="flex flex-col gap-1.5 py-3 text-[0.9375rem]">
            <p className="text-muted flex gap-2">
              <X aria-hidden className="text-bad mt-1 size-4 shrink-0" />
              <span className="min-w-0">
                <span className="sr-only">{t('believed')} </span>
                <Sentence text={belief} />
              </span>
            </p>
            <p className="flex gap-2">
              <Check aria-hidden className="text-good mt-1 size-4 shrink-0" />
              <span className="min-w-0">
                <span className="sr-only">{t('inFact')} </span>
                <Sentence text={answer} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
