import { edit, emptyLine, insert, withText, type Line } from './line-editor';
import { recall, remembered, searchBack, type LineHistory } from './line-history';
import type { Key, KeyName } from './read-keys';
import type { ShownLine } from './draw-line';

/** A terminal before, during and after a line. It decides what a key does; whoever holds it does that. */
export interface TerminalState {
  /** What stands before every prompt of the learner's own shell: `learner@docker-vm:`. */
  readonly host: string;
  readonly prompt: string;
  /** May what is typed be seen? */
  readonly echo: boolean;
  /** Something stands in front of the learner's own shell: a container, a question. */
  readonly inFront: boolean;
  readonly line: Line;
  readonly history: LineHistory;
  /** Ctrl-R: what is looked for, and the line that holds it (-1: none). */
  readonly search: { readonly query: string; readonly found: number } | null;
  /** The line is being run. */
  readonly running: boolean;
  /** What was typed or pasted meanwhile. */
  readonly ahead: readonly Key[];
  /** Ctrl-P was pressed in front of a container: with Ctrl-Q it leaves it. */
  readonly leaving: boolean;
}

/** What is to be done, in this order. */
export type Effect =
  /** The line stands there whole, with `seen` behind it, and a new row begins. */
  | {
      readonly kind: 'end-line';
      readonly prompt: string;
      readonly text: string;
      readonly seen: string;
    }
  | { readonly kind: 'run'; readonly line: string }
  | { readonly kind: 'complete'; readonly text: string; readonly cursor: number }
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'clear' };

export interface Decision {
  readonly state: TerminalState;
  readonly effects: readonly Effect[];
}

/** What is sent for keys that are no line, as the engine takes them (its `keys`). */
const sent = { interrupt: '\u0003', end: '\u0004', detach: '\u0010\u0011' } as const;

/** A command that goes on in the next line is asked for with this. */
const GOES_ON = '> ';

export function terminalState(
  start: Pick<TerminalState, 'host' | 'prompt' | 'echo' | 'history'>,
): TerminalState {
  return {
    ...start,
    inFront: !start.prompt.startsWith(start.host),
    line: emptyLine,
    search: null,
    running: false,
    ahead: [],
    leaving: false,
  };
}

/** What stands in the row of the prompt. What is typed unseen does not. */
export function shownLine(
  { prompt, echo, line, search, history }: TerminalState,
  start: number,
): ShownLine {
  if (search !== null) {
    const text = history.lines[search.found] ?? '';
    const cursor = Math.max(0, text.indexOf(search.query));
    return { start, prompt: `(reverse-i-search)\`${search.query}': `, text, cursor };
  }
  return echo
    ? { start, prompt, text: line.text, cursor: line.cursor }
    : { start, prompt, text: '', cursor: 0 };
}

const only = (state: TerminalState, ...effects: readonly Effect[]): Decision => ({
  state,
  effects,
});

/** Takes keys, one after the other. While a line is being run they wait. */
export function press(state: TerminalState, keys: readonly Key[]): Decision {
  let now = state;
  const effects: Effect[] = [];
  for (const [index, key] of keys.entries()) {
    if (now.running) {
      const stops = keys.slice(index).some((other) => isKey(other, 'interrupt'));
      const ahead = stops ? [] : [...now.ahead, ...keys.slice(index)];
      return { state: { ...now, ahead }, effects };
    }
    const decision = pressOne(now, key);
    now = decision.state;
    effects.push(...decision.effects);
  }
  return { state: now, effects };
}

/**
 * The line has been run. What was typed meanwhile follows; but when what stood in front has ended by it, the rest is lost, as it is where the command
 * line that stood there has read it already.
 */
export function answered(
  state: TerminalState,
  { prompt, echo }: { readonly prompt: string; readonly echo: boolean },
): Decision {
  const inFront = prompt === GOES_ON ? state.inFront : !prompt.startsWith(state.host);
  const ahead = state.inFront && !inFront ? [] : state.ahead;
  const next = { ...state, prompt, echo, inFront, running: false, ahead: [], line: emptyLine };
  return press(next, ahead);
}

/** The line could not be run: it stands there again, and nothing that was typed behind it counts. */
export function refused(state: TerminalState, line: string): TerminalState {
  const again = line in REFUSED_KEYS ? emptyLine : withText(emptyLine, line);
  return { ...state, running: false, ahead: [], line: again };
}

const REFUSED_KEYS: Readonly<Record<string, true>> = {
  [sent.interrupt]: true,
  [sent.end]: true,
  [sent.detach]: true,
};

/** What could stand at the cursor is known; `asked` is the line that it was asked for. */
export function completed(
  state: TerminalState,
  asked: { readonly text: string; readonly cursor: number },
  { candidates, word }: { readonly candidates: readonly string[]; readonly word: string },
): Decision {
  const { line } = state;
  if (line.text !== asked.text || line.cursor !== asked.cursor || state.running) return only(state);
  const [first] = candidates;
  if (first === undefined) return only(state);
  if (candidates.length === 1) {
    const end = /[/=:]$/.test(first) ? '' : ' ';
    return only({ ...state, line: insert(line, first.slice(word.length) + end) });
  }
  const common = commonStart(candidates);
  if (common.length > word.length)
    return only({ ...state, line: insert(line, common.slice(word.length)) });
  return only(state, { kind: 'list', words: candidates });
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

function isKey(key: Key, name: KeyName): boolean {
  return key.kind === 'key' && key.name === name;
}

function pressOne(state: TerminalState, key: Key): Decision {
  if (state.leaving) {
    const now = { ...state, leaving: false };
    if (isKey(key, 'control-q')) return run(now, sent.detach, '');
    return press(back(now), [key]);
  }
  if (state.search !== null) return searching(state, state.search, key);
  if (key.kind === 'text') return only({ ...state, line: insert(state.line, key.text) });
  switch (key.name) {
    case 'enter':
      return enter(state);
    case 'interrupt':
      return state.inFront || state.prompt === GOES_ON
        ? run(state, sent.interrupt, '^C')
        : only({ ...state, line: emptyLine }, endLine(state, '^C'));
    case 'end-of-input':
      if (state.line.text !== '') return edited(state, 'delete');
      return state.inFront || state.prompt === GOES_ON ? run(state, sent.end, '') : only(state);
    case 'control-p':
      return state.inFront ? only({ ...state, leaving: true }) : only(back(state));
    case 'up':
      return only(back(state));
    case 'down':
      return only(recalled(state, 1));
    case 'search':
      return state.echo && state.prompt !== ''
        ? only({ ...state, search: { query: '', found: state.history.lines.length } })
        : only(state);
    case 'clear':
      return only(state, { kind: 'clear' });
    case 'tab': {
      const { text, cursor } = state.line;
      return state.prompt === '' || !state.echo
        ? only(state)
        : only(state, { kind: 'complete', text, cursor });
    }
    default:
      return edited(state, key.name);
  }
}

function edited(state: TerminalState, name: KeyName): Decision {
  return only({ ...state, line: edit(state.line, name) ?? state.line });
}

const back = (state: TerminalState): TerminalState => recalled(state, -1);

/** Earlier lines are for shells, not for answers. */
function recalled(state: TerminalState, step: -1 | 1): TerminalState {
  if (!state.echo || state.prompt === '') return state;
  const found = recall(state.history, step, state.line.text);
  return found === null
    ? state
    : { ...state, history: found.history, line: withText(state.line, found.text) };
}

function enter(state: TerminalState): Decision {
  const { line, inFront, prompt } = state;
  const words = line.text.trim();
  const matters = inFront || prompt === GOES_ON;
  if (!matters && words === '') return only({ ...state, line: emptyLine }, endLine(state, ''));
  if (!matters && words === 'clear')
    return only(keep({ ...state, line: emptyLine }, line.text), { kind: 'clear' });
  return run(keep(state, line.text), line.text, '');
}

function keep(state: TerminalState, text: string): TerminalState {
  return state.echo && state.prompt !== ''
    ? { ...state, history: remembered(state.history, text) }
    : state;
}

function endLine({ prompt, echo, line }: TerminalState, seen: string): Effect {
  return { kind: 'end-line', prompt, text: echo ? line.text : '', seen };
}

/** Ends the row, with what is seen of a key, and runs a line. */
function run(state: TerminalState, line: string, seen: string): Decision {
  return only({ ...state, running: true }, endLine(state, seen), { kind: 'run', line });
}

/** Ctrl-R: what is typed narrows the search, Ctrl-R goes on to an older line, any other key takes the line as it is. */
function searching(
  state: TerminalState,
  { query, found }: { readonly query: string; readonly found: number },
  key: Key,
): Decision {
  const { history } = state;
  const look = (wanted: string, below: number): Decision => {
    const at = searchBack(history, wanted, below);
    return only({ ...state, search: { query: wanted, found: at < 0 ? found : at } });
  };
  if (key.kind === 'text') return look(query + key.text, Math.min(found + 1, history.lines.length));
  if (key.name === 'search') return look(query, found);
  if (key.name === 'backspace') return look([...query].slice(0, -1).join(''), history.lines.length);
  if (key.name === 'cancel' || key.name === 'interrupt') return only({ ...state, search: null });
  const text = history.lines[found] ?? '';
  const taken = { ...state, search: null, line: withText(state.line, text) };
  return key.name === 'escape' ? only(taken) : pressOne(taken, key);
}
