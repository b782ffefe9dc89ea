import { useTranslations } from 'next-intl';
import type { StoreDrawing } from '@/lib/stage/drawing';
import { classNames } from '@/components/ui/class-names';
import { tagSigns } from './tag-signs';
import { MarkSign } from './mark-frame';
import { Moving } from './moving';
import { routePath } from './route-path';

const railStyle: Readonly<
  Record<StoreDrawing['kind'], { readonly className: string; readonly dash?: string }>
> = {
  network: { className: 'stroke-info' },
  volume: { className: 'stroke-muted' },
  bind: { className: 'stroke-muted', dash: '4 3' },
};

/** A network, a volume or a folder of the host, and the rail to those that use it. */
export function Store({
  store: { kind, box, text, lines, mark, anonymous },
  left,
  textSize,
}: {
  readonly store: StoreDrawing;
  readonly left: number;
  readonly textSize: number;
}) {
  const t = useTranslations('stage');
  const { className, dash } = railStyle[kind];
  return (
    <g className={classNames(mark === 'gone' && 'opacity-60')}>
      {lines.map((line, index) => (
        <g key={index} className="fade-in">
          <path
            className={className}
            fill="none"
            strokeWidth={kind === 'network' ? 3 : 1.5}
            strokeDasharray={dash}
            d={routePath(line)}
          />
          {index === 0 ? null : (
            <circle className="fill-ink" cx={line[0]?.[0]} cy={line[0]?.[1]} r="2.5" />
          )}
        </g>
      ))}
      <Moving x={0} y={box.y}>
        <text
          className="fill-muted"
          x={left}
          y={box.height / 2 + textSize * 0.35}
          fontSize={Math.min(12, textSize)}
        >
          {t(anonymous ? 'kinds.anonymous' : `kinds.${kind}`)}
        </text>
        <g transform={`translate(${box.x} 0)`}>
          <rect
            className={classNames(
              'fill-surface',
              mark === 'new' ? 'stroke-ink' : 'stroke-line-strong',
            )}
            x=".5"
            y=".5"
            width={box.width - 1}
            height={box.height - 1}
            rx="4"
            strokeWidth={mark === 'new' ? 2 : 1}
            strokeDasharray={mark === 'gone' ? '3 2.5' : undefined}
          />
          <g
            className="stroke-muted fill-none"
            strokeWidth="1.2"
            strokeLinejoin="round"
            transform="translate(3.5 5) scale(.95)"
          >
            {tagSigns[kind]}
          </g>
          <text
            className="fill-ink font-mono"
            x="17.5"
            y={box.height / 2 + textSize * 0.35}
            fontSize={textSize}
            textDecoration={mark === 'gone' ? 'line-through' : undefined}
          >
            {text}
          </text>
          <MarkSign mark={mark} x={box.width - 1} y={1} />
        </g>
      </Moving>
    </g>
  );
}
