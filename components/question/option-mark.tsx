import { Check, X } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';

/**
 * The sign before an option: a round one where one is chosen, a box where several are ticked; whether it was judged rightly once that is known. Stands after its input,
 * which is a `peer`.
 */
export function OptionMark({
  shape,
  judged,
}: {
  readonly shape: 'round' | 'box';
  /** Null before the verdict, and for an option that was not judged. */
  readonly judged: 'right' | 'wrong' | null;
}) {
  const place = classNames(
    'text-surface mt-0.5 grid size-6 shrink-0 place-items-center',
    shape === 'round' ? 'rounded-full' : 'rounded-md',
  );
  if (judged !== null) {
    const Icon = judged === 'right' ? Check : X;
    return (
      <span aria-hidden className={classNames(place, judged === 'right' ? 'bg-good' : 'bg-bad')}>
        <Icon className="size-4" strokeWidth={3} />
      </span>
    );
  }
  return (
    <span
      aria-hidden
      className={classNames(
        place,
        'border-line-strong peer-checked:border-ink peer-checked:bg-ink border-2 *:opacity-0 peer-checked:*:opacity-100',
      )}
    >
      {shape === 'round' ? (
        <span className="bg-surface size-2.5 rounded-full" />
      ) : (
        <Check className="size-4" strokeWidth={3} />
      )}
    </span>
  );
}
