import { expect, test } from 'vitest';
import { layOutMap, mapMeasures, type MapLayout } from '@/components/learn/map-layout';
import { neighbourOf } from '@/components/learn/map-neighbour';
import { rowsOf } from '@/components/learn/map-rows';
import { trackOffsets } from '@/components/learn/map-tracks';
import { byTopic, topicOf, topics } from '@/components/learn/topics';
import { problemLine } from '@/lib/quiz/template-problem';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const { concepts } = read.value;
const layout = layOutMap(concepts);
const nodeOf = ({ nodes }: MapLayout, id: string) => {
  const found = nodes.find((node) => node.id === id);
  if (found === undefined) throw new Error(`${id} is not on the map`);
  return found;
};

test('every concept of the course is on the map, in teaching order, and every prerequisite is a line', () => {
  expect(layout.nodes.map(({ id }) => id)).toEqual(concepts.map(({ id }) => id));
  expect(layout.edges.map(({ from, to }) => [from, to])).toEqual(
    concepts.flatMap(({ id, needs }) => needs.map((need) => [need, id])),
  );
});

test('no line leads upwards: what is needed stands above', () => {
  for (const { from, to, points } of layout.edges) {
    expect(nodeOf(layout, from).row, `${from} to ${to}`).toBeLessThan(nodeOf(layout, to).row);
    const heights = points.map(([, y]) => y);
    expect(heights, `${from} to ${to}`).toEqual([...heights].sort((a, b) => a - b));
  }
});

test('no two concepts stand in one place, and no line runs through the box of another concept', () => {
  const places = layout.nodes.map(({ lane, row }) => `${String(lane)} ${String(row)}`);
  expect(new Set(places).size).toBe(places.length);
  const { boxWidth, boxHeight } = mapMeasures;
  for (const { from, to, points } of layout.edges)
    for (const node of layout.nodes) {
      if (node.id === from || node.id === to) continue;
      const crosses = points.some((point, index) => {
        const [x, y] = points[index - 1] ?? point;
        const [left, right] = [Math.min(x, point[0]), Math.max(x, point[0])];
        const [top, bottom] = [Math.min(y, point[1]), Math.max(y, point[1])];
        return (
          right > node.x - boxWidth / 2 &&
          left < node.x + boxWidth / 2 &&
          bottom > node.y - boxHeight / 2 &&
          top < node.y + boxHeight / 2
        );
      });
      expect(crosses, `${from} to ${to} through ${node.id}`).toBe(false);
    }
});

test('the map is no higher than its longest chain and its fullest topic need', () => {
  const rows = new Set(layout.nodes.map(({ row }) => row));
  expect(rows.size).toBeLessThanOrEqual(14);
});

test('concepts that need one another in a circle are left out, and the others stand', () => {
  const rows = rowsOf([
    { id: 'image.a', needs: [] },
    { id: 'image.b', needs: ['image.c'] },
    { id: 'image.c', needs: ['image.b'] },
    { id: 'image.d', needs: ['image.a', 'gone.x'] },
  ]);
  expect([...rows]).toEqual([
    ['image.a', 0],
    ['image.d', 1],
  ]);
});

test('lines that meet in a gap run beside each other, lines of one name on one another', () => {
  const offsets = trackOffsets(
    [
      { name: 'a', gap: 0, ends: [0, 10] },
      { name: 'a', gap: 0, ends: [5, 30] },
      { name: 'b', gap: 0, ends: [20, 40] },
      { name: 'c', gap: 0, ends: [50, 45] },
      { name: 'd', gap: 1, ends: [0, 10] },
    ],
    20,
  );
  expect(Object.fromEntries(offsets)).toEqual({ a: -3, b: 3, c: -3, d: 0 });
});

test('the arrow keys lead along the lines and along the row', () => {
  expect(neighbourOf(layout, 'lifecycle.running', 'ArrowUp')).toBe('lifecycle.created');
  expect(neighbourOf(layout, 'lifecycle.created', 'ArrowDown')).toBe('lifecycle.running');
  expect(neighbourOf(layout, 'image.what', 'ArrowUp')).toBeNull();
  expect(neighbourOf(layout, 'image.what', 'Tab')).toBeNull();
  for (const { id, row, lane } of layout.nodes) {
    const right = neighbourOf(layout, id, 'ArrowRight');
    if (right === null) continue;
    expect(nodeOf(layout, right).row).toBe(row);
    expect(nodeOf(layout, right).lane).toBeGreaterThan(lane);
    expect(neighbourOf(layout, right, 'ArrowLeft')).toBe(id);
  }
});

test('every concept has a topic of its own accord, and the list by topic loses none', () => {
  const themes = new Set(concepts.map(({ id }) => id.split('.')[0]));
  const unknown = [...themes].filter(
    (theme) =>
      theme !== 'make' && topicOf(`${theme ?? ''}.x`) === 'make' && theme !== 'walkthrough',
  );
  expect(unknown).toEqual([]);
  const listed = byTopic(concepts);
  expect(listed.map(({ topic }) => topic)).toEqual(topics);
  expect(listed.flatMap((group) => group.concepts)).toHaveLength(concepts.length);
});
