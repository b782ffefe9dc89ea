import { advance, nextDue } from './advance';
import { keepLogs } from './container/logs';
import { tooMuchWritten } from './limits';
import type { Command, Sent } from './send';
import type { Sandbox } from './state';
import { keepEvents } from './system/history';
import { beginTurn, change } from './turn';
import type { World } from './world';

const nothing: ReadonlyMap<string, number> = new Map();

/**
 * Lets the clock of a sandbox run to a moment (milliseconds since the epoch) while nobody asks for anything: what falls due on the way happens. It counts as
 * a command when ids were made (a restart makes some). Where there is more to do than one command may, or the disk is full, the clock stops early.
 */
export function passTime(
  sandbox: Sandbox,
  until: number,
  world: World,
  command?: Command,
): Omit<Sent, 'answer'> {
  if (until <= sandbox.now) return { sandbox, events: [], output: [], exits: nothing };
  const turn = beginTurn(sandbox, world, command?.made);
  advance(turn, until);
  if (tooMuchWritten(sandbox, turn.state) !== null)
    return { sandbox, events: [], output: [], exits: nothing };
  keepLogs(turn);
  keepEvents(turn);
  if (!command && turn.made.size > 0) change(turn).commands = sandbox.commands + 1;
  const { state, events, output, exits } = turn;
  return { sandbox: state, events, output, exits: exits.entries ?? nothing };
}

/** When something next happens in a sandbox by itself, in milliseconds since the epoch; Infinity when nothing does. */
export function nextMoment(sandbox: Sandbox, world: World): number {
  return nextDue(beginTurn(sandbox, world));
}
