import { classNames } from './class-names';

/** A share in [0, 1] as a bar. `text` is the figure in words, shown beside it. */
export function Meter({
  share,
  label,
  text,
  tone = 'plain',
  className,
}: {
  readonly share: number;
  readonly label: string;
  readonly text: string;
  readonly tone?: 'plain' | 'good' | 'bad' | 'note';
  readonly className?: string;
}) {
  const bounded = Math.min(1, Math.max(0, share));
  const colour = { plain: 'bg-ink', good: 'bg-good', bad: 'bg-bad', note: 'bg-note' }[tone];
  return (
    <div className={classNames('flex items-center gap-2', className)}>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(bounded * 100)}
        aria-valuetext={text}
        className="bg-sunken h-2 min-w-12 flex-1 overflow-hidden rounded-full"
      >
        <div
          className={classNames('h-full rounded-full', colour)}
          style={{ width: `${bounded * 100}%` }}
        />
      </div>
      <span aria-hidden className="text-sm whitespace-nowrap tabular-nums">
        {text}
      </span>
    </div>
  );
}
