import type { LabelDrawing } from '@/lib/stage/drawing';
import { classNames } from '@/components/ui/class-names';
import { MarkSign } from './mark-frame';
import { Moving } from './moving';

/** A name tied to an image: a luggage tag with its hole. */
export function LabelTag({
  label: { box, text, mark },
  textSize,
  nameless,
  signed,
}: {
  readonly label: LabelDrawing;
  readonly textSize: number;
  readonly nameless: boolean;
  /** Whether it says by a sign of its own that it came or went. */
  readonly signed: boolean;
}) {
  const { width, height } = box;
  const gone = mark === 'gone';
  return (
    <Moving x={box.x} y={box.y}>
      <g className={classNames(gone && 'opacity-60')}>
        <path
          className={classNames(
            'fill-surface',
            mark === 'new' ? 'stroke-ink' : 'stroke-line-strong',
          )}
          strokeWidth={mark === 'new' ? 2 : 1}
          strokeDasharray={gone || nameless ? '3 2.5' : undefined}
          strokeLinejoin="round"
          d={`M6 .5H${width - 3}a2.5 2.5 0 0 1 2.5 2.5V${height - 3}a2.5 2.5 0 0 1-2.5 2.5H6L.5 ${height / 2 + 4}V${height / 2 - 4}z`}
        />
        <circle className="fill-quay stroke-line-strong" cx="7.5" cy={height / 2} r="2" />
        <text
          className={classNames('font-mono', nameless ? 'fill-muted' : 'fill-ink')}
          x="14"
          y={height / 2 + textSize * 0.35}
          fontSize={textSize}
          fontWeight="500"
          textDecoration={gone ? 'line-through' : undefined}
        >
          {text}
        </text>
      </g>
      <MarkSign mark={signed ? mark : 'same'} x={width - 1} y={1} />
    </Moving>
  );
}
