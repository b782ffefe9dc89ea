import { SortedMap } from '../../kernel/sorted-map';
import { dueAt } from '../process/process';
import type { Agenda, Container } from '../state';
import { healthDue } from './health';

const empty: Agenda = { active: SortedMap.empty(), frozen: SortedMap.empty() };

/** When a container next does something by itself were it not paused, in milliseconds since the epoch; Infinity when nothing does. */
function dueOf(container: Container): number {
  const { state } = container;
  if (state.kind === 'restarting') return state.nextAt;
  if (state.kind !== 'running' && state.kind !== 'paused') return Infinity;
  if (state.run.ending) return state.run.ending.noticedAt;
  let due = healthDue(container);
  for (const process of state.run.processes) due = Math.min(due, dueAt(process.activity));
  return due;
}

/** A key that sorts by time: the whole milliseconds with leading zeros; a fraction sorts behind them. */
function appointment(due: number, ordinal: number): string {
  const text = String(due);
  const point = text.indexOf('.');
  const zeros = '0'.repeat(Math.max(0, 16 - (point < 0 ? text.length : point)));
  return `${zeros}${text} ${String(ordinal).padStart(8, '0')}`;
}

/** The moment of an appointment. */
export function momentOf(key: string): number {
  return Number(key.slice(0, key.indexOf(' ')));
}

/** The agenda after a container has changed; `undefined`: before it was made, or after it was removed. */
export function agendaAfter(
  agenda: Agenda,
  before: Container | undefined,
  after: Container | undefined,
): Agenda {
  if (before?.state === after?.state) return agenda;
  let { active, frozen } = agenda;
  if (before) {
    const due = dueOf(before);
    if (due !== Infinity) {
      const key = appointment(due, before.ordinal);
      if (before.state.kind === 'paused') frozen = frozen.delete(key);
      else active = active.delete(key);
    }
  }
  if (after) {
    const due = dueOf(after);
    if (due !== Infinity) {
      const key = appointment(due, after.ordinal);
      if (after.state.kind === 'paused') frozen = frozen.set(key, after.id);
      else active = active.set(key, after.id);
    }
  }
  return active === agenda.active && frozen === agenda.frozen ? agenda : { active, frozen };
}

/** The agenda of containers that were stored without it. */
export function agendaOf(containers: Iterable<readonly [string, Container]>): Agenda {
  let agenda = empty;
  for (const [, container] of containers) agenda = agendaAfter(agenda, undefined, container);
  return agenda;
}
