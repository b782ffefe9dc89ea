import { advance } from './advance';
import type { JournalEntry } from './api/types';
import { limits, tooMuchWritten } from './limits';
import { keepLogs } from './container/logs';
import type { EngineEvent } from './events';
import { Memory, remember } from './remember';
import { currentSession, echoes, sessionPrompt, typeInFront } from './shell/foreground';
import { hostPrompt, runHostLine, type HostRun } from './shell/host-shell';
import type { Sandbox } from './state';
import { keepEvents } from './system/history';
import type { Told } from './told';
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
  /** Whether what is typed next may be seen: false where a password is asked for. */
  readonly echo: boolean;
}

/** What a line that somebody typed did. */
export interface TypedRun extends CommandRun {
  /** Both outputs in the order in which they are seen. */
  readonly shown: string;
  /** How parts of it have come, in order. */
  readonly told: readonly Told[];
}

const runs = new Memory<TypedRun>();

/**
 * Runs one line of a script or a lesson at the learner's prompt, where nobody sits: a question is answered from `stdin` (what a pipe or a file would give it)
 * or not at all, and what would go on for ever is left with Ctrl-C. The same sandbox, line and world give the same run, which is therefore remembered a
 * while.
 */
export function runLine(sandbox: Sandbox, line: string, world: World, stdin = ''): CommandRun {
  const input = stdin === '' ? line : `${line}\0${stdin}`;
  return remember(runs, sandbox, input, world, (told) => runNew(sandbox, line, told, stdin, false));
}

/**
 * Hands on what somebody types who sits at the learner's terminal: a line, or one of `keys`. What asks, reads or goes on stays in front of the terminal as
 * a part of the sandbox, and the next line goes there. Where something goes on by itself, an empty line lets ten seconds pass.
 */
export function typeLine(sandbox: Sandbox, line: string, world: World): TypedRun {
  return remember(runs, sandbox, `\0typed\0${line}`, world, (told) =>
    runNew(sandbox, line, told, '', true),
  );
}

function runNew(
  sandbox: Sandbox,
  line: string,
  world: World,
  stdin: string,
  attended: boolean,
): TypedRun {
  if (line.length + stdin.length > limits.line)
    return refused(sandbox, `a command line holds at most ${limits.line} characters`, world);
  const turn = beginTurn(sandbox, world);
  turn.attended = attended && sandbox.client.terminal;
  const start = sandbox.now;
  advance(turn, start + COMMAND_TIME);
  const { stdout, stderr, shown, exitCode, journal } = runHere(turn, line, stdin);
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
    shown: over === null ? shown : `${shown}${over}\n`,
    told: turn.told,
    exitCode: over === null ? exitCode : 130,
    requests: journal,
    events: turn.events,
    elapsedMs: turn.state.now - start,
    prompt: promptOf(turn),
    echo: echoes(turn.state),
  };
}

/** Runs the line where the terminal stands: in front of something, or at the host's own prompt. */
function runHere(turn: Turn, line: string, stdin: string): HostRun {
  const session = currentSession(turn);
  return session ? typeInFront(turn, session, line) : runHostLine(turn, line, stdin);
}

function promptOf(turn: Turn): string {
  return sessionPrompt(turn) ?? hostPrompt(turn);
}

/** What stands before the line that is typed next: `learner@docker-vm:~$ `, or that of a container's shell. */
export function promptFor(sandbox: Sandbox, world: World): string {
  return promptOf(beginTurn(sandbox, world));
}

/** A command that the simulated host does not take: nothing of it has happened. */
function refused(sandbox: Sandbox, words: string, world: World): TypedRun {
  return {
    sandbox,
    stdout: '',
    stderr: `${words}\n`,
    shown: `${words}\n`,
    told: [],
    exitCode: 1,
    requests: [],
    events: [],
    elapsedMs: 0,
    prompt: promptFor(sandbox, world),
    echo: echoes(sandbox),
  };
}
