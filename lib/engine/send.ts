import { errorAnswer } from './api/answers';
import { dispatch } from './api/dispatch';
import { tooMuchWritten } from './limits';
import type { ApiAnswer, ApiRequest } from './api/types';
import { keepLogs } from './container/logs';
import type { EngineEvent } from './events';
import { Memory, remember } from './remember';
import type { Sandbox } from './state';
import { keepEvents } from './system/history';
import { beginTurn, change } from './turn';
import type { World } from './world';

/** What a request did. */
export interface Sent {
  readonly sandbox: Sandbox;
  readonly events: readonly EngineEvent[];
  readonly answer: ApiAnswer;
}

const readings = new Memory<Sent>();

/**
 * Sends one request to the Engine API. The clock stands still unless the operation itself waits (`stop`, `restart`). Reading gives back the very same
 * sandbox, and its answer is remembered a while; a request that changes something counts as a command.
 */
export function send(sandbox: Sandbox, request: ApiRequest, world: World): Sent {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendNew(sandbox, request, world);
  return remember(readings, sandbox, JSON.stringify(request), world, (told) =>
    sendNew(sandbox, request, told),
  );
}

function sendNew(sandbox: Sandbox, request: ApiRequest, world: World): Sent {
  const turn = beginTurn(sandbox, world);
  const answer = dispatch(turn, request);
  const full = tooMuchWritten(sandbox, turn.state);
  if (full !== null) return { sandbox, events: [], answer: errorAnswer(500, full) };
  keepLogs(turn);
  keepEvents(turn);
  if (turn.state !== sandbox) change(turn).commands = sandbox.commands + 1;
  return { sandbox: turn.state, events: turn.events, answer };
}
