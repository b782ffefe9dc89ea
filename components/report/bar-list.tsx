import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export interface BarRow {
  readonly id: string;
  readonly label: ReactNode;
  /** The length of the bar. Null when there is no figure: then there is no bar, and `text` says why. */
  readonly value: number | null;
  /** The figure as it is read: `83 %`, `12`. */
  readonly text: string;
  /** How many observations stand behind the figure, in words. */
  readonly base?: string;
  /** The middle and the end of what the figure may be, on the scale of `value`. */
  readonly interval?: { readonly low: number; readonly high: number };
  readonly tone?: 'plain' | 'good' | 'bad' | 'note';
}

interface BarListProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly labelHead: string;
  readonly valueHead: string;
  readonly baseHead?: string;
  readonly rows: readonly BarRow[];
  /** The full length of the scale; the largest value when left out. */
  readonly max?: number;
}

const tones = { plain: 'bg-ink/75', good: 'bg-good', bad: 'bg-bad', note: 'bg-note' } as const;

/**
 * A horizontal bar chart that *is* a table: every bar stands in a row with its label and its figure, so it reads the same
 * with and without eyes, and copies as figures.
 */
export function BarList(props: BarListProps) {
  const { rows, baseHead } = props;
  const t = useTranslations('report');
  const largest = Math.max(0, ...rows.map((row) => row.interval?.high ?? row.value ?? 0));
  const max = props.max ?? (largest === 0 ? 1 : largest);
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-3 text-left">
        <span className="block text-lg font-semibold">{props.title}</span>
        {props.note === undefined ? null : (
          <span className="text-muted block text-sm">{props.note}</span>
        )}
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{props.labelHead}</th>
          <th scope="col">{props.valueHead}</th>
          {baseHead === undefined ? null : <th scope="col">{baseHead}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={baseHead === undefined ? 2 : 3} className="text-muted">
              {t('noData')}
            </td>
          </tr>
        ) : null}
        {rows.map((row) => (
          <tr key={row.id}>
            <th
              scope="row"
              className="max-w-48 py-1.5 pr-3 text-[0.9375rem] leading-snug font-normal"
            >
              {row.label}
            </th>
            <td className="w-2/5 py-1.5 sm:w-3/5">
              <span className="flex items-center gap-3">
                <Bar row={row} max={max} />
                <span className="min-w-10 text-right font-medium tabular-nums">{row.text}</span>
              </span>
            </td>
            {baseHead === undefined ? null : (
              <td className="text-muted py-1.5 pl-3 text-right text-sm whitespace-nowrap tabular-nums">
                {row.base}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ row, max }: { readonly row: BarRow; readonly max: number }) {
  const percent = (value: number) => `${Math.min(100, Math.max(0, (value / max) * 100))}%`;
  return (
    <span aria-hidden className="bg-sunken relative h-3 flex-1 rounded-full">
      {row.value === null || row.value === 0 ? null : (
        <span
          className={classNames(
            'absolute inset-y-0 left-0 rounded-full',
            tones[row.tone ?? 'plain'],
          )}
          style={{ width: percent(row.value), minWidth: '0.375rem' }}
        />
      )}
      {row.interval === undefined ? null : (
        <span
          className="border-line-strong absolute -inset-y-0.5 border-x-2"
          style={{
            left: percent(row.interval.low),
            right: `calc(100% - ${percent(row.interval.high)})`,
          }}
        >
          <span className="bg-line-strong absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2" />
        </span>
      )}
    </span>
  );
}
