import type { Box } from '@/lib/stage/drawing';
import type { Mark } from '@/lib/stage/marks';

/** How far the corners stand off. */
const off = 5;
const arm = 9;

/**
 * Corners around what this step brought, changed or took away, and at the fourth a sign for which of the three: plus, dot, minus. Never by colour
 * alone.
 */
export function MarkFrame({ mark, box }: { readonly mark: Mark; readonly box: Box }) {
  if (mark === 'same') return null;
  const [left, top] = [box.x - off, box.y - off];
  const [right, bottom] = [box.x + box.width + off, box.y + box.height + off];
  const reach = Math.min(arm, box.height / 2);
  return (
    <g className="fade-in">
      <path
        className="stroke-ink"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        d={`M${left} ${top + reach}V${top}H${left + reach}M${right} ${bottom - reach}V${bottom}H${right - reach}M${left + reach} ${bottom}H${left}V${bottom - reach}`}
      />
      <MarkSign mark={mark} x={Math.max(left + 8, right - 18)} y={top} />
    </g>
  );
}

/** The sign alone, for small things. */
export function MarkSign({
  mark,
  x,
  y,
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}) {
  if (mark === 'same') return null;
  return (
    <g className="fade-in">
      <circle className="fill-ink stroke-quay" strokeWidth="1.5" cx={x} cy={y} r="7.5" />
      {mark === 'changed' ? (
        <circle className="fill-surface" cx={x} cy={y} r="2.5" />
      ) : (
        <path
          className="stroke-surface"
          strokeWidth="2"
          strokeLinecap="round"
          d={`M${x - 3.2} ${y}h6.4${mark === 'new' ? `M${x} ${y - 3.2}v6.4` : ''}`}
        />
      )}
    </g>
  );
}
