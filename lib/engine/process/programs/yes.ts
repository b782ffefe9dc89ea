import type { Program } from '../program';

/** As much as is shown of what has no end. */
const MOST_CHARACTERS = 16_384;

/** `yes [WORD…]`: one line again and again until somebody stops it; what reads it in a pipe has long seen enough. */
export const yes: Program = (call) => {
  const line = `${call.argv.slice(1).join(' ') || 'y'}\n`;
  call.out(line.repeat(Math.max(1, Math.floor(MOST_CHARACTERS / line.length))));
  return { kind: 'read' };
};
