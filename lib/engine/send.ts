import { dispatch } from './api/dispatch';
import type { ApiAnswer, ApiRequest } from './api/types';
import type { EngineEvent } from './events';
import type { Sandbox } from './state';
import { beginTurn } from './turn';
import type { World } from './world';

/**
 * Sends one request to the Engine API. The clock stands still unless the operation itself waits (`stop`, `restart`). Reading gives back the very same
 * sandbox; a request that changes something counts as a command.
 */
export function send(
  sandbox: Sandbox,
  request: ApiRequest,
  world: World,
): {
  readonly sandbox: Sandbox;
  readonly events: readonly EngineEvent[];
  readonly answer: ApiAnswer;
} {
  const turn = beginTurn(sandbox, world);
  const answer = dispatch(turn, request);
  const changed = turn.state !== sandbox;
  return {
    sandbox: changed ? { ...turn.state, commands: sandbox.commands + 1 } : sandbox,
    events: turn.events,
    answer,
  };
}
