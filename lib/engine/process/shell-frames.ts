import { restored } from './descriptors';
import type { OpenShell } from './open-shell';
import type { ShellFrame } from './process';

type Machine = OpenShell['m'];

/** Does a handler, an `eval` or a file run? */
export function isInTrap({ frames }: Machine): boolean {
  return frames.some((frame) => frame.kind === 'trap');
}

/** Is a signal's handler at work? The next signal waits for its end. */
export function isInHandler({ frames }: Machine): boolean {
  return frames.some((frame) => frame.kind === 'trap' && frame.status >= 0);
}

/** Drops the frames from one on; a redirection in them has ended. */
export function dropFrames(m: Machine, index: number): void {
  for (let at = m.frames.length - 1; at >= index; at--) {
    const frame = m.frames[at];
    if (frame?.kind === 'redirect') m.streams = restored(frame, m.streams);
  }
  m.frames = m.frames.slice(0, index);
}

/** Drops the frames up to and with the nearest of a kind, which is returned. */
export function popFrame(m: Machine, kind: ShellFrame['kind']): ShellFrame | undefined {
  const index = m.frames.findLastIndex((frame) => frame.kind === kind);
  const frame = m.frames[index];
  if (frame) dropFrames(m, index);
  return frame;
}
