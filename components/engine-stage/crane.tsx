import type { Route } from '@/lib/stage/drawing';
import { routePath } from './route-path';

/** The way of an image from a registry's shelf to the quay, or back. */
export function Crane({ route }: { readonly route: Route }) {
  return (
    <g className="fade-in">
      <path
        className="stroke-ink"
        fill="none"
        strokeWidth="2"
        strokeDasharray="1 4"
        strokeLinecap="round"
        d={routePath(route)}
      />
      <Arrow route={route} />
    </g>
  );
}

/** The head of an arrow at the end of a route. */
function Arrow({ route }: { readonly route: Route }) {
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
