import type { SortedMap } from '../kernel/sorted-map';
import { momentOf } from './container/agenda';
import { checkHealth } from './container/check-health';
import { runDue } from './container/run-due';
import { limits } from './limits';
import { change, type Turn } from './turn';

/** The appointments that are kept: those of paused containers only where the rules think so. */
function kept(turn: Turn): readonly SortedMap<string>[] {
  const { active, frozen } = turn.state.agenda;
  return frozen.size > 0 && turn.world.rules.pausedContainerIsScheduled()
    ? [active, frozen]
    : [active];
}

/** When something next happens by itself; Infinity when nothing does. */
export function nextDue(turn: Turn): number {
  let due = Infinity;
  for (const appointments of kept(turn)) {
    const first = appointments.first();
    if (first) due = Math.min(due, momentOf(first[0]));
  }
  return due;
}

/** The same with what goes on beside the command. */
export function nextMoment(turn: Turn): number {
  const due = nextDue(turn);
  return turn.beside === null ? due : Math.min(due, turn.beside.due());
}

/** Gives what goes on beside the command time; what that waits for in its turn, everything else of it waits for. */
export function goOnBeside(turn: Turn): void {
  const { beside } = turn;
  if (beside === null) return;
  turn.beside = null;
  beside.goOn();
  turn.beside = beside;
}

/** The appointments by now, in order: key and container. */
function dueNow(turn: Turn): readonly (readonly [string, string])[] {
  const { now } = turn.state;
  const due: (readonly [string, string])[] = [];
  for (const appointments of kept(turn))
    for (const entry of appointments) {
      if (momentOf(entry[0]) > now) break;
      due.push(entry);
    }
  return due.length > 1 ? due.sort(([a], [b]) => (a < b ? -1 : 1)) : due;
}

/** Is an appointment still kept? What came before it at the same moment may have cancelled it. */
function isKept(turn: Turn, key: string): boolean {
  return kept(turn).some((appointments) => appointments.has(key));
}

/** Has the command used up what a command may do? The clock then stands still: it is neither moved on nor past what would fall due. */
function isSpent({ spent }: Turn, until: number): boolean {
  spent.moments++;
  if (until > limits.latest) spent.over ??= 'the simulated clock ends with the year 2099';
  if (spent.moments > limits.moments)
    spent.over ??= `the simulated clock stops here: a command runs through at most ${limits.moments} moments`;
  return spent.over !== null;
}

/**
 * Moves the clock to `until` and runs everything that falls due on the way, in order of time and then of creation. Stops early, at the moment itself,
 * when `done` holds, or where a limit is met (`turn.spent.over`); returns whether `done` holds.
 */
export function advance(turn: Turn, until: number, done: () => boolean = () => false): boolean {
  for (;;) {
    if (done()) return true;
    const due = nextMoment(turn);
    if (due > until || due === Infinity) break;
    if (isSpent(turn, due)) return false;
    if (due > turn.state.now) change(turn).now = due;
    for (const [key, id] of dueNow(turn))
      if (isKept(turn, key)) {
        runDue(turn, id);
        checkHealth(turn, id);
      }
    goOnBeside(turn);
  }
  if (done()) return true;
  if (until !== Infinity && until > turn.state.now && !isSpent(turn, until))
    change(turn).now = until;
  return false;
}
