import type { Route } from '@/lib/stage/drawing';

/** A route as the data of an SVG path, its corners rounded. */
export function routePath(route: Route, radius = 4): string {
  return route
    .map(([x, y], index) => {
      const before = route[index - 1];
      const after = route[index + 1];
      if (before === undefined) return `M${x} ${y}`;
      if (after === undefined) return `L${x} ${y}`;
      const [inX, inY] = towards([x, y], before, radius);
      const [outX, outY] = towards([x, y], after, radius);
      return `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
    })
    .join('');
}

/** The point this far from one on the way to another, never past the middle. */
function towards(
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  distance: number,
): readonly [number, number] {
  const length = Math.hypot(toX - x, toY - y);
  if (length === 0) return [x, y];
  const part = Math.min(distance, length / 2) / length;
  return [x + (toX - x) * part, y + (toY - y) * part];
}
