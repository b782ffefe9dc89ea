import type { BeliefFeedback } from '@/lib/quiz/types';
import { Sentence } from '@/components/ui/sentence';

/** A belief behind an answer, and the sentence that answers it. */
export function BeliefNote({
  title,
  belief: { belief, answer },
}: {
  readonly title: string;
  readonly belief: BeliefFeedback;
}) {
  return (
    <section className="border-bad border-l-4 pl-4">
      <h3 className="text-muted text-sm font-medium">{title}</h3>
      <p className="font-semibold">
        <Sentence text={belief} />
      </p>
      <p className="mt-1">
        <Sentence text={answer} />
      </p>
    </section>
  );
}
