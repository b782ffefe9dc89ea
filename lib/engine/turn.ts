import { putOwn } from '../kernel/put-own';
import { LazyMap, type Notes } from '../kernel/lazy-map';
import { seededRandom } from '../kernel/random';
import type { Frame } from './api/types';
import { agendaAfter } from './container/agenda';
import { holdingsAfter } from './container/holdings';
import { nothingSpent, type Spent } from './limits';
import { draftSandbox, type Draft } from './draft';
import type { EngineEvent } from './events';
import type { ShellMachine } from './process/process';
import type { Container, Sandbox } from './state';
import type { Told } from './told';
import type { World } from './world';

/** Output of a process as it was written, with the process it came from. */
export interface Output extends Frame {
  readonly container: string;
  readonly pid: number;
}

/** What goes on beside a command while the clock runs for it. */
export interface Beside {
  /** When it next does something by itself; Infinity when nothing does. */
  due(): number;
  /** Gives it time. */
  goOn(): void;
}

/**
 * One command on its way through the engine: the state so far and what has happened. `change` opens the state, `keptState` takes it to come back to. A turn
 * lives inside one call of the door and is never seen outside.
 */
export interface Turn {
  readonly world: World;
  state: Sandbox;
  /** The state that this turn has made and nobody else has seen; only this one is changed in place. */
  own: Draft<Sandbox> | null;
  events: EngineEvent[];
  output: Output[];
  /** How much of `output` stands in the logs already. */
  logged: number;
  /** How many ids of each purpose this command has made. */
  readonly made: Notes<number>;
  /** Exit codes of what ended during this command: a container's id, or `id/pid` for an exec'd process. */
  readonly exits: LazyMap<number>;
  /** Whether somebody sits at the learner's terminal, who answers questions and presses Ctrl-C (`typeLine`). */
  attended: boolean;
  /** How parts of what this person sees have come, in order. */
  told: readonly Told[];
  /** Whether the clock may run while somebody waits: not for what runs in the background. */
  awaits: boolean;
  /** What the learner has left in the background. */
  beside: Beside | null;
  /** What a client that attaches sends in, by container id. */
  readonly stdin: Notes<string>;
  /** The shells of main processes that have ended, by container id; null: nobody asks. */
  readonly shells: Map<string, ShellMachine> | null;
  /** The container whose end the operation waits for, by id. */
  awaited: string | null;
  /** How much of what a command may do this one has done. */
  readonly spent: Spent;
}

const DIGIT_NINE = 57;
const NOTHING_TOLD: readonly Told[] = [];

/** `made`: what the requests before have made that belong to the same command. */
export function beginTurn(state: Sandbox, world: World, made: Notes<number> = new LazyMap()): Turn {
  return {
    world,
    state,
    own: null,
    events: [],
    output: [],
    logged: 0,
    made,
    exits: new LazyMap(),
    attended: false,
    told: NOTHING_TOLD,
    awaits: true,
    beside: null,
    stdin: new LazyMap(),
    shells: null,
    awaited: null,
    spent: nothingSpent(),
  };
}

/**
 * A new identifier of `length` hex digits. It depends on the seed, the command's number and how many of this purpose the command has made, so that
 * a different rule never shifts an unrelated id.
 */
export function makeId(turn: Turn, purpose: string, length = 64): string {
  const ordinal = turn.made.get(purpose) ?? 0;
  turn.made.set(purpose, ordinal + 1);
  const random = seededRandom(`${turn.state.seed}/${turn.state.commands}/${purpose}/${ordinal}`);
  const id = random.hex(length);
  return isNumber(id.slice(0, 12)) ? `a${id.slice(1)}` : id;
}

function isNumber(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > DIGIT_NINE) return false;
  return true;
}

/** Records an event at the present moment. */
export function emit(
  turn: Turn,
  type: EngineEvent['type'],
  action: string,
  actor: string,
  attributes: Readonly<Record<string, string>>,
): void {
  turn.events.push({ at: turn.state.now, type, action, actor, attributes });
}

/** Records a container's event with the attributes that Docker gives all of them. */
export function emitContainer(
  turn: Turn,
  action: string,
  container: Container,
  more?: Readonly<Record<string, string>>,
): void {
  const attributes: Record<string, string> = {};
  for (const name in more) putOwn(attributes, name, more[name] ?? '');
  const labels = container.config.Labels;
  for (const name in labels) putOwn(attributes, name, labels[name] ?? '');
  attributes['image'] = container.config.Image;
  attributes['name'] = container.name;
  emit(turn, 'container', action, container.id, attributes);
}

/**
 * The state opened for change. The first time it is a copy, which is the turn's state from now on; after that it is the same one, until somebody keeps it.
 * So a member that was read before stays what it was, and the state itself does not.
 */
export function change(turn: Turn): Draft<Sandbox> {
  if (turn.own !== null && turn.own === turn.state) return turn.own;
  const draft = draftSandbox(turn.state);
  turn.own = draft;
  turn.state = draft;
  return draft;
}

/** The state as it is now, to come back to: it is not changed any more. */
export function keptState(turn: Turn): Sandbox {
  turn.own = null;
  return turn.state;
}

/** Replaces one container, or adds it. */
export function putContainer(turn: Turn, container: Container): void {
  const state = change(turn);
  const before = state.containers.get(container.id);
  state.containers = state.containers.set(container.id, container);
  if (before?.state === container.state) return;
  state.agenda = agendaAfter(state.agenda, before, container);
  state.holdings = holdingsAfter(state.holdings, before, container);
}

/** Takes one container and its name out of the state. */
export function dropContainer(turn: Turn, container: Container): void {
  const state = change(turn);
  const before = state.containers.get(container.id);
  state.containers = state.containers.delete(container.id);
  state.logs = state.logs.delete(container.id);
  state.names = state.names.delete(container.name);
  state.agenda = agendaAfter(state.agenda, before, undefined);
  state.holdings = holdingsAfter(state.holdings, before, undefined);
}

/** A record without one key. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  const rest = { ...record };
  delete rest[key];
  return rest;
}

/** The container with an id that is known to exist. */
export function containerOf(turn: Turn, id: string): Container {
  const container = turn.state.containers.get(id);
  if (!container) throw new Error(`no container ${id} in the state`);
  return container;
}
