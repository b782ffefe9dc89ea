import { describe, expect, it } from 'vitest';
import { cursorRow, columnAfter, drawLine, inColumns } from '@/components/terminal/draw-line';
import { edit, emptyLine, insert, withText, type Line } from '@/components/terminal/line-editor';
import { readKeys } from '@/components/terminal/read-keys';
import { textWidth } from '@/components/terminal/character-width';

/** A line with the cursor at the bar. */
function at(text: string): Line {
  const cursor = text.indexOf('|');
  return { ...emptyLine, text: text.replace('|', ''), cursor };
}

const seen = ({ text, cursor }: Line) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('editing a line', () => {
  it.each([
    ['left', 'docker 한|', 'docker |한'],
    ['right', '|한글', '한|글'],
    ['right', '|🐳', '🐳|'],
    ['backspace', '컨테이너|', '컨테이|'],
    ['backspace', '|a', '|a'],
    ['delete', 'a|bc', 'a|c'],
    ['home', 'abc|', '|abc'],
    ['end', '|abc', 'abc|'],
    ['word-left', 'docker run --rm|', 'docker run --|rm'],
    ['word-right', '|docker run', 'docker| run'],
    ['cut-to-end', 'ab|cd', 'ab|'],
    ['cut-to-start', 'ab|cd', '|cd'],
    ['cut-word', 'docker run --rm |x', 'docker run |x'],
    ['cut-word-ahead', 'docker| run x', 'docker| x'],
  ] as const)('%s: %s → %s', (key, before, after) => {
    const line = edit(at(before), key);
    expect(line && seen(line)).toBe(after);
  });

  it('gives back what was cut', () => {
    const cut = edit(at('docker |ps'), 'cut-to-end');
    expect(cut && seen(edit(cut, 'paste-cut') ?? emptyLine)).toBe('docker ps|');
  });

  it('edits nothing with other keys', () => {
    expect(edit(emptyLine, 'tab')).toBeNull();
  });
});

describe('keys of a terminal', () => {
  it('are read from what it sends', () => {
    expect(readKeys('a\u001b[D한\r')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'key', name: 'left' },
      { kind: 'text', text: '한' },
      { kind: 'key', name: 'enter' },
    ]);
    expect(readKeys('\u001bb\u0017')).toEqual([
      { kind: 'key', name: 'word-left' },
      { kind: 'key', name: 'cut-word' },
    ]);
  });

  it('that mean nothing are left out', () => {
    expect(readKeys('\u001b[15~\u0000x')).toEqual([{ kind: 'text', text: 'x' }]);
  });

  it('a tabulator in a pasted text is a blank', () => {
    expect(readKeys('a\tb\r\nc')).toEqual([
      { kind: 'text', text: 'a b' },
      { kind: 'key', name: 'enter' },
      { kind: 'text', text: 'c' },
    ]);
    expect(readKeys('\t')).toEqual([{ kind: 'key', name: 'tab' }]);
  });
});

/** A screen that understands what `drawLine` writes. */
function screen(columns: number) {
  const rows: string[][] = [[]];
  let [row, column] = [0, 0];
  return {
    write(text: string) {
      for (const [, code, count, character] of text.matchAll(
        /\u001b\[(\d*)([ACJ])|([\s\S])/g,
      ) as Iterable<RegExpExecArray>) {
        const steps = Number(code);
        if (count === 'A') row -= steps;
        else if (count === 'C') column += steps;
        else if (count === 'J') {
          rows.length = row + 1;
          rows[row] = (rows[row] ?? []).slice(0, column);
        } else if (character === '\r') column = 0;
        else if (character !== undefined) {
          const width = textWidth(character);
          if (column + width > columns) [row, column] = [row + 1, 0];
          (rows[row] ??= [])[column] = character;
          column += width;
        }
      }
    },
    look: () => ({ rows: rows.map((cells) => cells.join('')), row, column }),
  };
}

describe('drawing a line', () => {
  const columns = 10;
  const line = (text: string, cursor = text.length) => ({ start: 0, prompt: '$ ', text, cursor });

  it('puts the cursor where it belongs, also in the rows above', () => {
    const shown = screen(columns);
    shown.write(drawLine(line('abcdefghijkl', 3), 0, columns));
    expect(shown.look()).toEqual({ rows: ['$ abcdefgh', 'ijkl'], row: 0, column: 5 });
    shown.write(drawLine(line('abc'), cursorRow(line('abcdefghijkl', 3), columns), columns));
    expect(shown.look()).toEqual({ rows: ['$ abc'], row: 0, column: 5 });
  });

  it('counts wide characters twice and never cuts one at the edge', () => {
    const shown = screen(columns);
    shown.write(drawLine(line('가나다라마'), 0, columns));
    expect(shown.look()).toMatchObject({ row: 1, column: 2 });
    const odd = screen(columns);
    odd.write(drawLine(line('a가나다라'), 0, columns));
    expect(odd.look()).toMatchObject({ row: 1, column: 2 });
  });

  it('goes to the next row when the last is full', () => {
    const shown = screen(columns);
    shown.write(drawLine(line('abcdefgh'), 0, columns));
    expect(shown.look()).toMatchObject({ row: 1, column: 0 });
    expect(cursorRow(line('abcdefgh'), columns)).toBe(1);
  });

  it('begins behind what was printed without a line end', () => {
    expect(columnAfter('done\nno end', 80)).toBe(6);
    expect(columnAfter('\u001b[91mred\u001b[0m', 80)).toBe(3);
    expect(columnAfter('done\n', 80)).toBe(0);
  });

  it('lists candidates in columns, down first', () => {
    expect(inColumns(['a', 'b', 'c', 'd'], 8)).toBe('a  c\nb  d');
  });
});

it('a text with its cursor at the end', () => {
  expect(seen(insert(withText(emptyLine, 'ab'), 'c'))).toBe('abc|');
});
