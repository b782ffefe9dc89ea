import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type BadgeTone = 'plain' | 'good' | 'bad' | 'note' | 'info';

const tones: Readonly<Record<BadgeTone, string>> = {
  plain: 'bg-sunken text-muted',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  note: 'bg-note-soft text-note',
  info: 'bg-info-soft text-info',
};

/** A word about a thing. The word says it; the colour only helps. */
export function Badge({
  tone = 'plain',
  className,
  children,
}: {
  readonly tone?: BadgeTone;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
