import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { StageDrawing } from '@/lib/stage/drawing';
import { measuresOf } from '@/lib/stage/measures';
import { classNames } from '@/components/ui/class-names';
import { Crane } from './crane';
import { Berth, Hull } from './hull';
import { imageSize } from './human-size';
import { LabelTag } from './label-tag';
import { MarkFrame } from './mark-frame';
import { routePath } from './route-path';
import { Shelf } from './shelf';
import { Store } from './store';

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
        <Shelf key={registry.key} registry={registry} measures={measures} />
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
      {drawing.crane === null ? null : <Crane route={drawing.crane} />}
    </svg>
  );
}
