import type { ReactNode } from 'react';

/** What glides to its new place when a step moves it, and appears softly when a step brings it. Readers who ask for no motion get none (globals.css). */
export function Moving({
  x,
  y,
  children,
}: {
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}) {
  return (
    <g
      className="transition-transform duration-180 ease-out"
      // An attribute would not glide.
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <g className="fade-in">{children}</g>
    </g>
  );
}
