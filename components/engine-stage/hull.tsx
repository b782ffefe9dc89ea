import type { Box, ContainerDrawing, TagDrawing } from '@/lib/stage/drawing';
import type { Measures } from '@/lib/stage/measures';
import { monoWidth } from '@/lib/stage/fit-text';
import type { ContainerStateName } from '@/lib/stage/picture';
import { classNames } from '@/components/ui/class-names';
import { stateShapes } from '@/components/ui/state-shape';
import { memorySize } from './human-size';
import { MarkFrame } from './mark-frame';
import { Moving } from './moving';
import { tagSigns } from './tag-signs';

/** The colours of a state, the same as its badge has. */
const colours: Readonly<
  Record<ContainerStateName, { readonly hull: string; readonly tone: string }>
> = {
  created: { hull: 'fill-info-soft stroke-info', tone: 'text-info' },
  running: { hull: 'fill-good-soft stroke-good', tone: 'text-good' },
  paused: { hull: 'fill-note-soft stroke-note', tone: 'text-note' },
  restarting: { hull: 'fill-info-soft stroke-info', tone: 'text-info' },
  removing: { hull: 'fill-bad-soft stroke-bad', tone: 'text-bad' },
  exited: { hull: 'fill-surface stroke-line-strong', tone: 'text-muted' },
  dead: { hull: 'fill-bad-soft stroke-bad', tone: 'text-bad' },
};

/** How far the bow comes to a point, and how wide the writable layer is. */
const bow = 13;
const ownLayer = 10;

interface HullProps {
  readonly container: ContainerDrawing;
  readonly measures: Measures;
}

/** A recess in the quay, open to the outside. */
export function Berth({ box: { x, y, width, height } }: { readonly box: Box }) {
  return (
    <path
      className="fill-basin stroke-basin-edge"
      d={`M${x + width} ${y - 0.5}H${x + 7}a7 7 0 0 0-7 7V${y + height - 6.5}a7 7 0 0 0 7 7H${x + width}`}
    />
  );
}

/** A container in its berth, seen from above: its own layer at the stern, its state and what it takes of the machine amidships, its bow to the outside. */
export function Hull({ container, measures }: HullProps) {
  const { hull, berth, mark, state, written } = container;
  const { width, height } = hull;
  const colour = colours[state];
  const gone = mark === 'gone';
  return (
    <Moving x={hull.x} y={hull.y}>
      <Berth box={{ ...berth, x: berth.x - hull.x, y: berth.y - hull.y }} />
      <g className={classNames(colour.tone, gone && 'opacity-50')}>
        <path
          className={colour.hull}
          strokeWidth="1.5"
          strokeLinejoin="round"
          strokeDasharray={state === 'created' || gone ? '5 3.5' : undefined}
          d={`M5 1H${width - bow - 2}Q${width - 4} 4 ${width} ${height / 2}Q${width - 4} ${height - 4} ${width - bow - 2} ${height - 1}H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4z`}
        />
        <rect
          className={classNames('stroke-current', written ? 'fill-current' : 'fill-surface')}
          x="5"
          y="5"
          width={ownLayer - 3}
          height={height - 10}
          rx="2"
          strokeDasharray={written ? undefined : '2.5 2'}
        />
        <Lines container={container} measures={measures} />
      </g>
      <MarkFrame mark={mark} box={{ x: 0, y: 0, width, height }} />
    </Moving>
  );
}

function Lines({ container, measures }: HullProps) {
  const { state, exitCode, cpu, memory, tags, moreTags, hull, mark } = container;
  const { nameSize, textSize } = measures;
  const roomy = measures.tagsBeside !== null;
  const small = roomy ? textSize - 0.5 : 11.5;
  const gap = roomy ? 12 : 7;
  const word = exitCode === null ? state : `${state} (${exitCode})`;
  const lamps = 34 + monoWidth(word, small) + gap;
  const memoryLamp = lamps + 11 + monoWidth('CPU', small) + gap;
  const last = tags.at(-1);
  return (
    <>
      <g className="fill-current" transform="translate(17 8)" strokeWidth="1.6">
        {stateShapes[state]}
      </g>
      <text
        className="fill-ink font-mono"
        x="34"
        y="18.5"
        fontSize={nameSize}
        fontWeight="650"
        textDecoration={mark === 'gone' ? 'line-through' : undefined}
      >
        {container.name}
      </text>
      <text className="fill-current font-mono" x="34" y="36.5" fontSize={small}>
        {word}
      </text>
      <Lamp x={lamps} on={cpu} text="CPU" size={small} />
      <Lamp
        x={memoryLamp}
        on={memory > 0}
        text={`${roomy ? 'MEM ' : ''}${memory > 0 ? memorySize(memory, 3) : '0'}`}
        size={small}
      />
      {tags.map((tag, index) => (
        <Tag key={index} tag={tag} left={hull.x} top={hull.y} size={textSize} />
      ))}
      {moreTags === 0 || last === undefined ? null : (
        <text
          className="fill-muted"
          x={hull.width - 44}
          y={last.y - hull.y + 4}
          fontSize={small}
        >{`+${moreTags}`}</text>
      )}
    </>
  );
}

/** Lit when something is taken of the machine. */
function Lamp({
  x,
  on,
  text,
  size,
}: {
  readonly x: number;
  readonly on: boolean;
  readonly text: string;
  readonly size: number;
}) {
  return (
    <>
      <rect
        className={on ? 'fill-current' : 'stroke-muted fill-none'}
        x={x + (on ? 0 : 0.5)}
        y={on ? 28 : 28.5}
        width={on ? 8 : 7}
        height={on ? 8 : 7}
        rx="1.5"
      />
      <text
        className={classNames('font-mono', on ? 'fill-ink' : 'fill-muted')}
        x={x + 11}
        y="36.5"
        fontSize={size}
        // A figure says itself that it is nothing.
        textDecoration={on || text.endsWith('0') ? undefined : 'line-through'}
      >
        {text}
      </text>
    </>
  );
}

function Tag({
  tag,
  left,
  top,
  size,
}: {
  readonly tag: TagDrawing;
  readonly left: number;
  readonly top: number;
  readonly size: number;
}) {
  const [x, y] = [tag.x - left, tag.y - top];
  return (
    <>
      <g
        className="stroke-muted fill-none"
        strokeWidth="1.2"
        strokeLinejoin="round"
        transform={`translate(${x} ${y - 6})`}
      >
        {tagSigns[tag.kind]}
      </g>
      <text className="fill-ink font-mono" x={x + 17} y={y + size * 0.35} fontSize={size}>
        {tag.text}
      </text>
    </>
  );
}
