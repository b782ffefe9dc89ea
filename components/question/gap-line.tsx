import { Fragment, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

/** A command line as a terminal shows it, with something in each of its gaps. */
export function GapLine({
  pieces,
  gap,
  piecesHidden = false,
  className,
}: {
  /** What stands between the gaps: one piece more than there are gaps. */
  readonly pieces: readonly string[];
  readonly gap: (index: number) => ReactNode;
  /** The pieces are not read out, because the whole line is said elsewhere. */
  readonly piecesHidden?: boolean;
  readonly className: string;
}) {
  return (
    <div
      translate="no"
      className={classNames(
        'bg-terminal text-terminal-ink border-terminal-line rounded-control flex gap-2 border px-4 font-mono',
        className,
      )}
    >
      <span aria-hidden className="text-terminal-prompt select-none">
        $
      </span>
      <code className="min-w-0 flex-1 font-medium break-normal wrap-anywhere whitespace-pre-wrap">
        {pieces.map((piece, index) => (
          <Fragment key={index}>
            {piecesHidden ? <span aria-hidden>{piece}</span> : piece}
            {index < pieces.length - 1 ? gap(index) : null}
          </Fragment>
        ))}
      </code>
    </div>
  );
}
