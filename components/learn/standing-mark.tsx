import { CircleCheck, CircleDashed, CircleDot, Clock, type LucideIcon } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import type { ConceptStanding } from '@/lib/scheduling/concept-standing';

const marks: Readonly<Record<ConceptStanding, { Icon: LucideIcon; colour: string }>> = {
  new: { Icon: CircleDashed, colour: 'text-muted' },
  learning: { Icon: CircleDot, colour: 'text-note' },
  due: { Icon: Clock, colour: 'text-info' },
  known: { Icon: CircleCheck, colour: 'text-good' },
};

/** How far the learner is with a concept, as a shape; its word stands beside it or is read out. */
export function StandingMark({
  standing,
  className,
}: {
  readonly standing: ConceptStanding;
  readonly className?: string;
}) {
  const { Icon, colour } = marks[standing];
  return <Icon aria-hidden className={classNames('size-4 shrink-0', colour, className)} />;
}
