import { advance } from './advance';
import type { JournalEntry } from './api/types';
import { keepLogs } from './container/logs';
import type { EngineEvent } from './events';
import { remember, type Memory } from './remember';
import { runHostLine } from './shell/host-shell';
import type { Sandbox } from './state';
import { keepEvents } from './system/history';
import { change, beginTurn } from './turn';
import type { World } from './world';

/** What a command takes on the virtual clock when nothing makes it wait. */
const COMMAND_TIME = 50;

/** What a command line did. */
export interface CommandRun {
  readonly sandbox: Sandbox;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The API requests that the command sent, in order. */
  readonly requests: readonly JournalEntry[];
  readonly events: readonly EngineEvent[];
  /** Virtual milliseconds from the start to the end of the command. */
  readonly elapsedMs: number;
}

const runs: Memory<CommandRun> = new Map();

/**
 * Runs one line as typed at the learner's prompt. `stdin` is what a pipe or a file would give it. The same sandbox, line and world give the same run, which
 * is therefore remembered a while.
 */
export function runLine(sandbox: Sandbox, line: string, world: World, stdin = ''): CommandRun {
  return remember(runs, sandbox, `${line}\0${stdin}`, world, (told) =>
    runNew(sandbox, line, told, stdin),
  );
}

function runNew(sandbox: Sandbox, line: string, world: World, stdin: string): CommandRun {
  const turn = beginTurn(sandbox, world);
  const start = sandbox.now;
  advance(turn, start + COMMAND_TIME);
  const { stdout, stderr, exitCode, journal } = runHostLine(turn, line, stdin);
  keepLogs(turn);
  keepEvents(turn);
  change(turn).commands = sandbox.commands + 1;
  return {
    sandbox: turn.state,
    stdout,
    stderr,
    exitCode,
    requests: journal,
    events: turn.events,
    elapsedMs: turn.state.now - start,
  };
}
