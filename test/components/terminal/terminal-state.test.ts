import { describe, expect, it } from 'vitest';
import { historyOf } from '@/components/terminal/line-history';
import { readKeys } from '@/components/terminal/read-keys';
import {
  answered,
  completed,
  press,
  refused,
  shownLine,
  terminalState,
  type Effect,
  type TerminalState,
} from '@/components/terminal/terminal-state';

const host = 'learner@docker-vm:';
const prompt = `${host}~$ `;
const container = 'root@box:/# ';

function begun(history: readonly string[] = [], at = prompt): TerminalState {
  return terminalState({ host, prompt: at, echo: true, history: historyOf(history) });
}

const typed = (state: TerminalState, data: string) => press(state, readKeys(data));
const runs = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'run' ? [effect.line] : []));

describe('a line', () => {
  it('is run at Enter, and the row it stands in ends', () => {
    const { state, effects } = typed(begun(), 'docker ps\r');
    expect(effects).toEqual([
      { kind: 'end-line', prompt, text: 'docker ps', seen: '' },
      { kind: 'run', line: 'docker ps' },
    ]);
    expect(state.running).toBe(true);
  });

  it('with nothing in it is no command at the host, and one in a container', () => {
    expect(runs(typed(begun(), '\r').effects)).toEqual([]);
    expect(runs(typed(begun([], container), '\r').effects)).toEqual(['']);
  });

  it('that was refused stands there again', () => {
    const { state } = typed(begun(), 'docker ps\rmore');
    const again = refused(state, 'docker ps');
    expect(again).toMatchObject({ running: false, ahead: [] });
    expect(again.line.text).toBe('docker ps');
    expect(refused(state, '\u0003').line.text).toBe('');
  });

  it('that is not to be seen is neither shown nor remembered', () => {
    const asked = { ...begun([], 'Password: '), echo: false };
    const middle = typed(asked, 'secret').state;
    expect(shownLine(middle, 0).text).toBe('');
    const { state, effects } = typed(middle, '\r');
    expect(runs(effects)).toEqual(['secret']);
    expect(effects[0]).toMatchObject({ text: '' });
    expect(state.history.lines).toEqual([]);
  });
});

describe('several lines at once', () => {
  it('are run one after the other', () => {
    const first = typed(begun(), 'one\rtwo\rthree');
    expect(runs(first.effects)).toEqual(['one']);
    const second = answered(first.state, { prompt, echo: true });
    expect(runs(second.effects)).toEqual(['two']);
    const third = answered(second.state, { prompt, echo: true });
    expect(runs(third.effects)).toEqual([]);
    expect(third.state.line.text).toBe('three');
  });

  it('go into the container that the first of them has opened, and are lost with it', () => {
    const first = typed(begun(), 'docker run -it ubuntu\rexit\rdocker ps\r');
    const second = answered(first.state, { prompt: container, echo: true });
    expect(runs(second.effects)).toEqual(['exit']);
    const third = answered(second.state, { prompt, echo: true });
    expect(third.effects).toEqual([]);
    expect(third.state.line.text).toBe('');
  });

  it('are given up at Ctrl-C', () => {
    const { state } = typed(begun(), 'one\rtwo\r');
    expect(typed(state, '\u0003').state.ahead).toEqual([]);
  });
});

describe('keys', () => {
  it('Ctrl-C gives a line up at the host, and goes to what stands in front', () => {
    expect(typed(begun(), 'abc\u0003').effects).toEqual([
      { kind: 'end-line', prompt, text: 'abc', seen: '^C' },
    ]);
    expect(runs(typed(begun([], ''), '\u0003').effects)).toEqual(['\u0003']);
    expect(runs(typed({ ...begun(), prompt: '> ' }, '\u0003').effects)).toEqual(['\u0003']);
  });

  it('Ctrl-D ends what stands in front, and cuts a character of a line', () => {
    expect(runs(typed(begun([], container), '\u0004').effects)).toEqual(['\u0004']);
    expect(runs(typed(begun(), '\u0004').effects)).toEqual([]);
    expect(typed(begun([], container), 'ab\u0001\u0004').state.line.text).toBe('b');
  });

  it('Ctrl-P Ctrl-Q leaves a container; Ctrl-P alone goes back in the history', () => {
    const inside = begun(['earlier'], container);
    const held = typed(inside, '\u0010');
    expect(runs(typed(held.state, '\u0011').effects)).toEqual(['\u0010\u0011']);
    expect(typed(held.state, 'x').state.line.text).toBe('earlierx');
    expect(typed(begun(['earlier']), '\u0010').state.line.text).toBe('earlier');
  });

  it('up and down go through the history and come back to what was typed', () => {
    const history = begun(['one', 'two']);
    const up = '\u001b[A';
    const down = '\u001b[B';
    expect(typed(history, `new${up}`).state.line.text).toBe('two');
    expect(typed(history, `new${up}${up}${up}`).state.line.text).toBe('one');
    expect(typed(history, `new${up}${up}${down}${down}`).state.line.text).toBe('new');
  });

  it('Ctrl-R finds the latest line that holds what is typed, then older ones', () => {
    const history = begun(['docker ps', 'ls', 'docker images']);
    const found = typed(history, '\u0012dock').state;
    expect(shownLine(found, 0)).toMatchObject({
      prompt: "(reverse-i-search)`dock': ",
      text: 'docker images',
    });
    const older = typed(found, '\u0012').state;
    expect(shownLine(older, 0).text).toBe('docker ps');
    expect(runs(typed(older, '\r').effects)).toEqual(['docker ps']);
    expect(typed(older, '\u0007').state.search).toBeNull();
    expect(typed(older, '\u001b').state.line.text).toBe('docker ps');
  });

  it('clear empties the screen without a command', () => {
    expect(typed(begun(), '\u000c').effects).toEqual([{ kind: 'clear' }]);
    expect(typed(begun(), 'clear\r').effects).toEqual([{ kind: 'clear' }]);
  });
});

describe('completion', () => {
  const asked = { text: 'docker ru', cursor: 9 };
  const state = typed(begun(), 'docker ru').state;

  it('puts the only candidate in, with a blank behind it', () => {
    const { state: after } = completed(state, asked, { candidates: ['run'], word: 'ru' });
    expect(after.line.text).toBe('docker run ');
    const folder = completed(state, asked, { candidates: ['ru/'], word: 'ru' });
    expect(folder.state.line.text).toBe('docker ru/');
  });

  it('puts in what the candidates have in common, or lists them', () => {
    const common = completed(state, asked, { candidates: ['runa', 'runb'], word: 'ru' });
    expect(common.state.line.text).toBe('docker run');
    const words = ['rua', 'rub'];
    expect(completed(state, asked, { candidates: words, word: 'ru' }).effects).toEqual([
      { kind: 'list', words },
    ]);
  });

  it('comes too late for another line', () => {
    const other = typed(state, 'n').state;
    expect(completed(other, asked, { candidates: ['rue'], word: 'ru' }).state).toBe(other);
  });

  it('is asked for where a line is typed at a prompt', () => {
    expect(typed(begun(), 'do\t').effects).toEqual([]);
    expect(press(state, readKeys('\t')).effects).toEqual([{ kind: 'complete', ...asked }]);
    const inside = press(begun([], container), readKeys('\t')).effects;
    expect(inside).toEqual([{ kind: 'complete', text: '', cursor: 0 }]);
    expect(press(begun([], ''), readKeys('\t')).effects).toEqual([]);
  });
});
