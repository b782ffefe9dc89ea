import type { RegistryDrawing } from '@/lib/stage/drawing';
import { fitText } from '@/lib/stage/fit-text';
import type { Measures } from '@/lib/stage/measures';
import { classNames } from '@/components/ui/class-names';
import { MarkSign } from './mark-frame';
import { Moving } from './moving';

/** A registry, far away: its name, who is logged in, and its tags on a board. */
export function Shelf({
  registry,
  measures,
}: {
  readonly registry: RegistryDrawing;
  readonly measures: Measures;
}) {
  const { textSize } = measures;
  return (
    <g>
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
            fitText(registry.host, textSize * 0.84, registry.title.width - 8)}
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
  );
}
