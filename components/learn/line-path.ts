/** How round the corners of a line are, in pixels. */
const radius = 5;

type Point = readonly [x: number, y: number];

/** An SVG path along the points with round corners. */
export function linePath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      if (index === 0) return `M${at(point)}`;
      const [before, after] = [points[index - 1], points[index + 1]];
      if (before === undefined || after === undefined) return `L${at(point)}`;
      return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`;
    })
    .join('');
}

const at = ([x, y]: Point): string => `${String(x)},${String(y)}`;

/** The point that lies the radius away, or half the way where that is less. */
function towards([x, y]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - x, toY - y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return [x + (toX - x) * share, y + (toY - y) * share];
}
