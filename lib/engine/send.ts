import { errorAnswer } from './api/answers';
import { dispatch } from './api/dispatch';
import { tooMuchWritten } from './limits';
import type { ApiAnswer, ApiRequest } from './api/types';
import { keepLogs } from './container/logs';
import type { EngineEvent } from './events';
import { Memory, remember } from './remember';
import type { Sandbox } from './state';
import type { Notes } from '../kernel/lazy-map';
import { keepEvents } from './system/history';
import { beginTurn, change, type Output } from './turn';
import type { World } from './world';

/** What a request did. */
export interface Sent {
  readonly sandbox: Sandbox;
  readonly events: readonly EngineEvent[];
  readonly answer: ApiAnswer;
  /** What processes wrote meanwhile, and the exit codes of what ended: a container's id, or `id/pid` for an exec'd process. */
  readonly output: readonly Output[];
  readonly exits: ReadonlyMap<string, number>;
}

/** Several requests that count as one command: the ids that they make follow one another, as those of a command line do. */
export interface Command {
  readonly made: Notes<number>;
}

const readings = new Memory<Sent>();

/**
 * Sends one request to the Engine API. The clock stands still unless the operation itself waits (`stop`, `restart`). Reading gives back the very same
 * sandbox, and its answer is remembered a while; a request that changes something counts as a command.
 */
export function send(sandbox: Sandbox, request: ApiRequest, world: World, command?: Command): Sent {
  if (command || (request.method !== 'GET' && request.method !== 'HEAD'))
    return sendNew(sandbox, request, world, command);
  return remember(readings, sandbox, JSON.stringify(request), world, (told) =>
    sendNew(sandbox, request, told),
  );
}

function sendNew(sandbox: Sandbox, request: ApiRequest, world: World, command?: Command): Sent {
  const turn = beginTurn(sandbox, world, command?.made);
  const answer = dispatch(turn, request);
  const full = tooMuchWritten(sandbox, turn.state);
  if (full !== null)
    return { sandbox, events: [], answer: errorAnswer(500, full), output: [], exits: nothing };
  keepLogs(turn);
  keepEvents(turn);
  if (turn.state !== sandbox && !command) change(turn).commands = sandbox.commands + 1;
  const { state, events, output, exits } = turn;
  return { sandbox: state, events, answer, output, exits: exits.entries ?? nothing };
}

const nothing: ReadonlyMap<string, number> = new Map();
