import type { Box, ContainerDrawing, TagDrawing } from '@/lib/stage/drawing';
import type { Measures } from '@/lib/stage/measures';
import { monoWidth } from '@/lib/stage/fit-text';
import type { ContainerStateName } from '@/lib/stage/picture';
import { classNames } from '@/components/ui/class-names';
import { stateShapes } from '@/components/ui/state-shape';
import { memorySize } from './human-size';
import { MarkFrame } from './mark-frame';
import { Moving } from './moving';

/** The colours of a state, the same as its badge has. */
const colours: Readonly<
  Record<ContainerStateName, { readonly hull: string; readonly text: string; readonly lit: string }>
> = {
  created: { hull: 'fill-info-soft stroke-info', text: 'text-info fill-info', lit: 'fill-info' },
  running: { hull: 'fill-good-soft stroke-good', text: 'text-good fill-good', lit: 'fill-good' },
  paused: { hull: 'fill-note-soft stroke-note', text: 'text-note fill-note', lit: 'fill-note' },
  restarting: { hull: 'fill-info-soft stroke-info', text: 'text-info fill-info', lit: 'fill-info' },
  removing: { hull: 'fill-bad-soft stroke-bad', text: 'text-bad fill-bad', lit: 'fill-bad' },
  exited: {
    hull: 'fill-surface stroke-line-strong',
    text: 'text-muted fill-muted',
    lit: 'fill-muted',
  },
  dead: { hull: 'fill-bad-soft stroke-bad', text: 'text-bad fill-bad', lit: 'fill-bad' },
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
      <g className={classNames('transition-opacity duration-180', gone && 'opacity-50')}>
        <path
          className={colour.hull}
          strokeWidth="1.5"
          strokeLinejoin="round"
          strokeDasharray={state === 'created' || gone ? '5 3.5' : undefined}
          d={`M5 1H${width - bow - 2}Q${width - 4} 4 ${width} ${height / 2}Q${width - 4} ${height - 4} ${width - bow - 2} ${height - 1}H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4z`}
        />
        <rect
          className={classNames(
            'stroke-current',
            colour.text.split(' ')[0],
            written ? 'fill-current' : 'fill-surface',
          )}
          x="5"
          y="5"
          width={ownLayer - 3}
          height={height - 10}
          rx="2"
          strokeDasharray={written ? undefined : '2.5 2'}
        />
        <Lines container={container} measures={measures} colour={colour} />
      </g>
      <MarkFrame mark={mark} box={{ x: 0, y: 0, width, height }} />
    </Moving>
  );
}

function Lines({
  container,
  measures,
  colour,
}: HullProps & { readonly colour: (typeof colours)[ContainerStateName] }) {
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
      <g className={colour.text} transform="translate(17 8)" strokeWidth="1.6">
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
      <text className={classNames('font-mono', colour.text)} x="34" y="36.5" fontSize={small}>
        {word}
      </text>
      <Lamp x={lamps} on={cpu} text="CPU" size={small} lit={colour.lit} />
      <Lamp
        x={memoryLamp}
        on={memory > 0}
        text={memory > 0 ? memorySize(memory, 3) : '0'}
        size={small}
        lit={colour.lit}
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
  lit,
}: {
  readonly x: number;
  readonly on: boolean;
  readonly text: string;
  readonly size: number;
  readonly lit: string;
}) {
  return (
    <>
      <rect
        className={on ? lit : 'stroke-muted fill-none'}
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
        textDecoration={on ? undefined : 'line-through'}
      >
        {text}
      </text>
    </>
  );
}

/** Small signs, 12 by 12: a plug, a tank, a folder, linked points. */
export const tagSigns = {
  port: <path d="M1 6h5M6 2.5v7a3.5 3.5 0 0 0 0-7zM9.5 6H11" />,
  volume: (
    <path d="M2 3.2c0-1 1.8-1.8 4-1.8s4 .8 4 1.8v5.6c0 1-1.8 1.8-4 1.8s-4-.8-4-1.8zM2 3.2C2 4.2 3.8 5 6 5s4-.8 4-1.8" />
  ),
  bind: <path d="M1.2 9.8V2.6h3.4l1.2 1.6h5v5.6z" />,
  network: (
    <path d="M2.6 6h6.8M6 2.6v6.8M1 6a1.6 1.6 0 1 0 3.2 0A1.6 1.6 0 1 0 1 6M7.8 6A1.6 1.6 0 1 0 11 6a1.6 1.6 0 1 0-3.2 0M4.4 10a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0M4.4 2a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0" />
  ),
};

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
