import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { StageDrawing, StoreDrawing } from '@/lib/stage/drawing';
import { fitText } from '@/lib/stage/fit-text';
import { measuresOf } from '@/lib/stage/measures';
import { classNames } from '@/components/ui/class-names';
import { Berth, Hull, tagSigns } from './hull';
import { imageSize } from './human-size';
import { LabelTag } from './label-tag';
import { MarkFrame, MarkSign } from './mark-frame';
import { Moving } from './moving';
import { routePath } from './route-path';

/**
 * One arrangement of the stage: the registries' shelf in the distance, the host as a dock seen from above, images as plates on the quay, containers as
 * hulls in their berths, the host's ports on its outer edge.
 */
export function StagePicture({
  drawing,
  summary,
  className,
}: {
  readonly drawing: StageDrawing;
  /** The picture in words. */
  readonly summary: string;
  readonly className?: string;
}) {
  const t = useTranslations('stage');
  const name = useId();
  const { size, width, height, host } = drawing;
  const measures = measuresOf[size];
  const { textSize } = measures;
  const more = (['images', 'containers', 'stores'] as const)
    .filter((kind) => drawing.more[kind] > 0)
    .map((kind) => t(`more.${kind}`, { count: drawing.more[kind] }));
  return (
    <svg
      role="img"
      aria-labelledby={`${name}-title ${name}-summary`}
      viewBox={`0 0 ${width} ${height}`}
      className={classNames('block h-auto w-full', className)}
    >
      <title id={`${name}-title`}>{t('title')}</title>
      <desc id={`${name}-summary`}>{summary}</desc>
      {drawing.registries.map((registry) => (
        <g key={registry.key}>
          <text
            className="fill-muted"
            x={registry.title.x}
            y={registry.title.y}
            fontSize={textSize}
            fontWeight="600"
          >
            {registry.host === 'docker.io'
              ? 'Docker Hub'
              : // Letters of text are narrower than those of commands.
                fitText(registry.host, textSize * 0.88, registry.title.width - 8)}
            {registry.user === null ? null : (
              <tspan
                className="fill-good"
                fontSize={Math.min(12, textSize)}
                {...(measures.shelfBeside ? { x: registry.title.x, dy: 18 } : { dx: 8 })}
              >
                {`● ${registry.user}`}
              </tspan>
            )}
          </text>
          {registry.boards.map((board) => (
            <rect
              key={board.y}
              className="fill-basin-edge"
              x={board.x}
              y={board.y}
              width={board.width}
              height={board.height}
              rx="1.5"
            />
          ))}
          {registry.entries.map(({ key, box, text, mark }) => (
            <Moving key={key} x={box.x} y={box.y}>
              <rect
                className={classNames(
                  'fill-surface',
                  mark === 'new' ? 'stroke-ink' : 'stroke-basin-edge',
                )}
                x=".5"
                y=".5"
                width={box.width - 1}
                height={box.height - 1}
                rx="2"
                strokeWidth={mark === 'new' ? 2 : 1}
              />
              <text
                className="fill-muted font-mono"
                x="12"
                y={box.height / 2 + textSize * 0.35}
                fontSize={textSize}
              >
                {text}
              </text>
              <MarkSign mark={mark} x={box.width - 1} y={1} />
            </Moving>
          ))}
          {registry.more === null ? null : (
            <text
              className="fill-muted"
              x={registry.more.x}
              y={registry.more.y}
              fontSize={textSize}
            >{`+${registry.more.count}`}</text>
          )}
        </g>
      ))}
      <rect
        className="fill-quay stroke-line-strong"
        x={host.x}
        y={host.y}
        width={host.width}
        height={host.height}
        rx="10"
        strokeWidth="1.5"
      />
      <text
        className="fill-muted"
        x={measures.platesLeft}
        y={host.y + 22}
        fontSize={textSize}
        fontWeight="600"
      >
        {t('host')}
      </text>
      {drawing.images.length === 0 ? (
        <text className="fill-muted" x={measures.platesLeft} y={host.y + 58} fontSize={textSize}>
          {t('empty')}
        </text>
      ) : null}
      {drawing.berths.map((berth) => (
        <g key={berth.y} className="opacity-60">
          <Berth box={berth} />
        </g>
      ))}
      {drawing.images.map(({ key, mooring, mark }) => (
        <path
          key={key}
          className="stroke-plate"
          fill="none"
          strokeWidth="2"
          strokeDasharray={mark === 'gone' ? '3 3' : undefined}
          d={routePath(mooring)}
        />
      ))}
      {drawing.containers.map(({ key, mooring, mark }) => (
        <path
          key={key}
          className="stroke-plate"
          fill="none"
          strokeWidth="2"
          strokeDasharray={mark === 'gone' ? '3 3' : undefined}
          d={routePath(mooring)}
        />
      ))}
      {drawing.plates.map(({ key, box, images, mark, held }) => (
        <g
          key={key}
          className="transition-transform duration-180 ease-out"
          style={{
            transform: `translate(${box.x}px, ${box.y}px) scale(${box.width}, ${box.height})`,
          }}
        >
          <rect
            className={classNames(
              'fade-in',
              images > 1 ? 'fill-plate-shared' : 'fill-plate',
              mark === 'gone' ? 'opacity-30' : held && 'opacity-55',
            )}
            width="1"
            height="1"
          />
        </g>
      ))}
      {drawing.images.map((image) => (
        <g key={image.key}>
          {image.labels.map((label) => (
            <LabelTag
              key={label.key}
              label={label}
              textSize={textSize}
              signed={image.mark === 'same' || image.layers.width === 0}
              nameless={label.text === '<none>' || image.held}
            />
          ))}
          <text
            className="fill-muted font-mono"
            x={measures.bow}
            y={image.box.y + 15}
            fontSize={Math.min(12, textSize)}
            textAnchor="end"
          >
            {`${image.moreNames > 0 ? `+${image.moreNames} · ` : ''}${imageSize(image.size)}`}
          </text>
        </g>
      ))}
      {drawing.containers.map((container) => (
        <Hull key={container.key} container={container} measures={measures} />
      ))}
      {drawing.ports.map(({ key, box, text, line }) => (
        <g key={key} className="fade-in">
          <path className="stroke-ink" fill="none" strokeWidth="1.5" d={routePath(line)} />
          <circle className="fill-ink" cx={line[0]?.[0]} cy={line[0]?.[1]} r="3" />
          <rect
            className="fill-ink"
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            rx="4"
          />
          <text
            className="fill-surface font-mono"
            x={box.x + box.width / 2}
            y={box.y + box.height / 2 + textSize * 0.35}
            fontSize={textSize}
            fontWeight="600"
            textAnchor="middle"
          >
            {text}
          </text>
        </g>
      ))}
      {drawing.stores.map((store) => (
        <Store key={store.key} store={store} left={measures.platesLeft} textSize={textSize} />
      ))}
      {more.length === 0 ? null : (
        <text className="fill-muted" x={measures.platesLeft} y={drawing.more.y} fontSize={textSize}>
          {more.join(' · ')}
        </text>
      )}
      {drawing.images.map(({ key, mark, layers }) =>
        layers.width === 0 ? null : <MarkFrame key={key} mark={mark} box={layers} />,
      )}
      {drawing.crane === null ? null : (
        <g className="fade-in">
          <path
            className="stroke-ink"
            fill="none"
            strokeWidth="2"
            strokeDasharray="1 4"
            strokeLinecap="round"
            d={routePath(drawing.crane)}
          />
          <Arrow route={drawing.crane} />
        </g>
      )}
    </svg>
  );
}

/** The head of an arrow at the end of a route. */
function Arrow({ route }: { readonly route: NonNullable<StageDrawing['crane']> }) {
  const [end, from] = [route.at(-1), route.at(-2)];
  if (end === undefined || from === undefined) return null;
  const angle = (Math.atan2(end[1] - from[1], end[0] - from[0]) * 180) / Math.PI;
  return (
    <path
      className="fill-ink"
      d="M2 0-6-5v10z"
      transform={`translate(${end[0]} ${end[1]}) rotate(${angle})`}
    />
  );
}

const railStyle: Readonly<
  Record<StoreDrawing['kind'], { readonly className: string; readonly dash?: string }>
> = {
  network: { className: 'stroke-info' },
  volume: { className: 'stroke-muted' },
  bind: { className: 'stroke-muted', dash: '4 3' },
};

function Store({
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
