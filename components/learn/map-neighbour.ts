import type { MapLayout } from './map-layout';

/**
 * Where an arrow key leads from a concept of the map: up to what it needs, down to what it opens (of several the first in teaching order), sideways to the nearest one
 * in its row. Null for another key and where nothing is.
 */
export function neighbourOf({ nodes, edges }: MapLayout, id: string, key: string): string | null {
  const inOrder = (ids: readonly string[]) =>
    nodes.find((node) => ids.includes(node.id))?.id ?? null;
  const here = nodes.find((node) => node.id === id);
  if (here === undefined) return null;
  const beside = (way: 1 | -1) =>
    nodes
      .filter(({ row, lane }) => row === here.row && (lane - here.lane) * way > 0)
      .sort((a, b) => (a.lane - b.lane) * way)[0]?.id ?? null;
  switch (key) {
    case 'ArrowUp':
      return inOrder(edges.filter(({ to }) => to === id).map(({ from }) => from));
    case 'ArrowDown':
      return inOrder(edges.filter(({ from }) => from === id).map(({ to }) => to));
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    default:
      return null;
  }
}
