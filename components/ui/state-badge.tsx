import type { ContainerStateName } from '@/lib/stage/picture';
import { classNames } from './class-names';
import { StateShape } from './state-shape';

const colours: Readonly<Record<ContainerStateName, string>> = {
  created: 'bg-info-soft text-info',
  running: 'bg-good-soft text-good',
  paused: 'bg-note-soft text-note',
  restarting: 'bg-info-soft text-info',
  removing: 'bg-bad-soft text-bad',
  exited: 'bg-sunken text-muted',
  dead: 'bg-bad-soft text-bad',
};

/** A container's state: always a shape and Docker's own word, in the colour it has everywhere. */
export function StateBadge({
  state,
  className,
}: {
  readonly state: ContainerStateName;
  readonly className?: string;
}) {
  return (
    <span
      translate="no"
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 font-mono text-[0.8125rem] whitespace-nowrap ring-1 ring-current/25 ring-inset',
        colours[state],
        className,
      )}
    >
      <StateShape state={state} />
      {state}
    </span>
  );
}
