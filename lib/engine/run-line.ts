import { advance } from './advance';
import type { JournalEntry } from './api/types';
import { limits, tooMuchWritten } from './limits';
import { keepLogs } from './container/logs';
import type { EngineEvent } from './events';
import { Memory, remember } from './remember';
import { currentSession, runSessionLine, sessionPrompt } from './container/session';
import { hostPrompt, keepStatus, runHostLine, type HostRun } from './shell/host-shell';
import type { Sandbox } from './state';
import { keepEvents } from './system/history';
import { change, beginTurn, type Turn } from './turn';
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
  /** What stands before the line that is typed next: the host's prompt, or that of a container's shell. */
  readonly prompt: string;
}

const runs = new Memory<CommandRun>();

/**
 * Runs one line as typed at the learner's prompt. `stdin` is what a pipe or a file would give it. The same sandbox, line and world give the same run, which
 * is therefore remembered a while.
 */
export function runLine(sandbox: Sandbox, line: string, world: World, stdin = ''): CommandRun {
  const input = stdin === '' ? line : `${line}\0${stdin}`;
  return remember(runs, sandbox, input, world, (told) => runNew(sandbox, line, told, stdin));
}

function runNew(sandbox: Sandbox, line: string, world: World, stdin: string): CommandRun {
  if (line.length + stdin.length > limits.line)
    return refused(sandbox, `a command line holds at most ${limits.line} characters`, world);
  const turn = beginTurn(sandbox, world);
  const start = sandbox.now;
  advance(turn, start + COMMAND_TIME);
  const { stdout, stderr, exitCode, journal } = runHere(turn, line, stdin);
  const full = tooMuchWritten(sandbox, turn.state);
  if (full !== null) return refused(sandbox, full, world);
  const { over } = turn.spent;
  keepLogs(turn);
  keepEvents(turn);
  change(turn).commands = sandbox.commands + 1;
  return {
    sandbox: turn.state,
    stdout,
    stderr: over === null ? stderr : `${stderr}${over}\n`,
    exitCode: over === null ? exitCode : 130,
    requests: journal,
    events: turn.events,
    elapsedMs: turn.state.now - start,
    prompt: promptOf(turn),
  };
}

/** Runs the line where the terminal stands: in front of a container's process, or at the host's own prompt. */
function runHere(turn: Turn, line: string, stdin: string): HostRun {
  const session = currentSession(turn);
  if (!session) return runHostLine(turn, line, stdin);
  const done = runSessionLine(turn, session, line);
  if (turn.state.session === null) keepStatus(turn, done.exitCode);
  return { ...done, journal: [] };
}

function promptOf(turn: Turn): string {
  return sessionPrompt(turn) ?? hostPrompt(turn);
}

/** What stands before the line that is typed next: `learner@docker-vm:~$ `, or that of a container's shell. */
export function promptFor(sandbox: Sandbox, world: World): string {
  return promptOf(beginTurn(sandbox, world));
}

/** A command that the simulated host does not take: nothing of it has happened. */
function refused(sandbox: Sandbox, words: string, world: World): CommandRun {
  return {
    sandbox,
    stdout: '',
    stderr: `${words}\n`,
    exitCode: 1,
    requests: [],
    events: [],
    elapsedMs: 0,
    prompt: promptFor(sandbox, world),
  };
}
