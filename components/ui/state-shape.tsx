import type { ReactNode } from 'react';
import type { ContainerStateName } from '@/lib/stage/picture';

/** What is drawn for each state, 12 by 12, in the current colour. */
export const stateShapes: Readonly<Record<ContainerStateName, ReactNode>> = {
  created: (
    <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeDasharray="2 1.6" />
  ),
  running: <path d="M3 1.5v9L10.5 6z" fill="currentColor" />,
  paused: <path d="M2.5 2h2.5v8H2.5zM7 2h2.5v8H7z" fill="currentColor" />,
  restarting: <path d="M10 6a4 4 0 1 1-1.2-2.9M10 1v2.6H7.4" fill="none" stroke="currentColor" />,
  removing: <path d="M2 6h8" stroke="currentColor" />,
  exited: <path d="M2.5 2.5h7v7h-7z" fill="currentColor" />,
  dead: <path d="m2.5 2.5 7 7m0-7-7 7" stroke="currentColor" />,
};

/** The shape of a container's state, the same everywhere: ▶ running, ‖ paused, ■ exited, a dashed ring for created. */
export function StateShape({ state }: { readonly state: ContainerStateName }) {
  return (
    <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0" strokeWidth="1.6">
      {stateShapes[state]}
    </svg>
  );
}
