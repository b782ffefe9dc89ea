import { own } from '../../kernel/own';
import type { Code } from './code';
import type { OpenShell } from './open-shell';

/** What bash does where a command has failed (`trap … ERR`); undefined within functions, subshells and handlers, which only `set -E` gives it to. */
export function errorHandler({ traps, frames, options }: OpenShell['m']): string | undefined {
  const action = own(traps, 'ERR');
  if (action === undefined || frames.some(({ kind }) => kind === 'trap')) return undefined;
  const isInside = frames.some(({ kind }) => kind === 'call' || kind === 'subshell');
  return isInside && !options.includes('E') ? undefined : action;
}

/** Does somebody look at the status of a function that is running (`f || …`, `if f`)? Then no command within ends the shell. */
export function isLookedAt({ frames }: OpenShell['m'], { instructions }: Code): boolean {
  return frames.some((frame) => {
    const call = frame.kind === 'call' ? instructions[frame.returnTo - 1] : undefined;
    return call?.op === 'simple' && call.tested;
  });
}
