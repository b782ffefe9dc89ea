import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type NoticeTone = 'info' | 'good' | 'note' | 'bad';

const looks = {
  info: { classes: 'bg-info-soft text-info', Icon: Info },
  good: { classes: 'bg-good-soft text-good', Icon: CircleCheck },
  note: { classes: 'bg-note-soft text-note', Icon: TriangleAlert },
  bad: { classes: 'bg-bad-soft text-bad', Icon: CircleAlert },
} as const satisfies Record<NoticeTone, unknown>;

/**
 * A message in place, where the thing happened; nothing floats or vanishes. `live` reads it out when it appears:
 * `polite` for news, `assertive` for what stops the reader.
 */
export function Notice({
  tone,
  live = 'off',
  className,
  children,
  action,
}: {
  readonly tone: NoticeTone;
  readonly live?: 'off' | 'polite' | 'assertive';
  readonly className?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const { classes, Icon } = looks[tone];
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined;
  return (
    <div
      role={role}
      className={classNames(
        'rounded-control flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3',
        classes,
        className,
      )}
    >
      <Icon aria-hidden className="mt-1 size-5 shrink-0" />
      <div className="text-ink min-w-0 flex-1 basis-48">{children}</div>
      {action}
    </div>
  );
}
