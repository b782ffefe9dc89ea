import { CommandError, DaemonError, type Client } from './client';
import type { ParsedFlags } from './flags';
import type { ArgumentCount } from './usage-errors';

/** Runs a command; returns the exit code. A DaemonError or CommandError may be thrown. `path` is how it was called: `docker ps`. */
export type RunCommand = (client: Client, flags: ParsedFlags, path: string) => number;

/** What a command of the docker command line does; what it is called and takes stands in the manual. */
export interface Command {
  readonly args: ArgumentCount;
  /** False when flags end at the first operand. */
  readonly interspersed: boolean;
  readonly run: RunCommand;
}

export function command(args: ArgumentCount, run: RunCommand, interspersed = true): Command {
  return { args, interspersed, run };
}

export const one: ArgumentCount = { min: 1, max: 1 };
export const two: ArgumentCount = { min: 2, max: 2 };
export const none: ArgumentCount = { min: 0, max: 0 };
export const some: ArgumentCount = { min: 1, max: null };

/** Is it an error that a command reports, and not a fault of the engine? */
export function isReported(failure: unknown): failure is CommandError | DaemonError {
  return failure instanceof CommandError || failure instanceof DaemonError;
}

/** Runs an action for each operand; complaints go to stderr one a line, and the exit code is then 1. */
export function forEachOperand(
  client: Client,
  operands: readonly string[],
  action: (operand: string) => void,
): number {
  let code = 0;
  for (const operand of operands) {
    try {
      action(operand);
    } catch (failure) {
      if (!isReported(failure)) throw failure;
      client.error(`${failure.message}\n`);
      code = 1;
    }
  }
  return code;
}

/** A container's or image's name as a part of a path. */
export function segment(name: string): string {
  return encodeURIComponent(name);
}
