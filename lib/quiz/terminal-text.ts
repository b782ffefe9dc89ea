import type { ShownRun } from './types';

/** How what a pull tells begins: on standard error only where it is a part of `run` or `create`. */
const ofPull = /^(?:Unable to find image|\S+: Pulling from )/;

/**
 * What a terminal shows of a run. Docker writes progress and errors to stderr, results to stdout; `run` tells of a pull before it
 * prints anything else, every other command complains after what it could do.
 */
export function terminalText({ stdout, stderr }: Pick<ShownRun, 'stdout' | 'stderr'>): string {
  const parts = ofPull.test(stderr) ? [stderr, stdout] : [stdout, stderr];
  let text = '';
  for (const part of parts.filter((part) => part !== '')) {
    text += text === '' || text.endsWith('\n') ? part : `\n${part}`;
  }
  return text.replace(/\s+$/, '');
}
