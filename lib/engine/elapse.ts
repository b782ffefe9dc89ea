import { advance } from './advance';
import { keepLogs } from './container/logs';
import type { Sandbox } from './state';
import { keepEvents } from './system/history';
import { beginTurn, change } from './turn';
import type { World } from './world';

/**
 * Lets the clock of a sandbox go on by so many milliseconds and runs what falls due on the way. It counts as a command, because what falls due may make
 * ids. Where that is more than one command may do (`limits`), the clock stops early.
 */
export function elapse(sandbox: Sandbox, milliseconds: number, world: World): Sandbox {
  if (milliseconds <= 0) return sandbox;
  const turn = beginTurn(sandbox, world);
  advance(turn, sandbox.now + milliseconds);
  keepLogs(turn);
  keepEvents(turn);
  change(turn).commands = sandbox.commands + 1;
  return turn.state;
}
