import type { KeyName } from './read-keys';

/** A line that is being typed. `cursor` counts UTF-16 units and never stands inside a character. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
  /** What was cut last, for Ctrl-Y. */
  readonly cut: string;
}

export const emptyLine: Line = { text: '', cursor: 0, cut: '' };

/** The line with another text, the cursor at its end. */
export function withText(line: Line, text: string): Line {
  return { ...line, text, cursor: text.length };
}

export function insert({ text, cursor, cut }: Line, typed: string): Line {
  return {
    text: text.slice(0, cursor) + typed + text.slice(cursor),
    cursor: cursor + typed.length,
    cut,
  };
}

function before({ text, cursor }: Line): number {
  const last = [...text.slice(0, cursor)].at(-1);
  return cursor - (last?.length ?? 0);
}

function after({ text, cursor }: Line): number {
  const next = text.codePointAt(cursor);
  return next === undefined ? cursor : cursor + String.fromCodePoint(next).length;
}

/** The beginning of the word before the cursor: letters and digits of any script. */
function wordStart({ text, cursor }: Line): number {
  const [found = ''] = /[\p{L}\p{N}_]*[^\p{L}\p{N}_]*$/u.exec(text.slice(0, cursor)) ?? [];
  return cursor - found.length;
}

function wordEnd({ text, cursor }: Line): number {
  const [found = ''] = /^[^\p{L}\p{N}_]*[\p{L}\p{N}_]*/u.exec(text.slice(cursor)) ?? [];
  return cursor + found.length;
}

/** The beginning of the word before the cursor as Ctrl-W sees it: everything up to a blank. */
function blankStart({ text, cursor }: Line): number {
  const [found = ''] = /\S*\s*$/.exec(text.slice(0, cursor)) ?? [];
  return cursor - found.length;
}

function remove(line: Line, from: number, to: number, keeps: boolean): Line {
  const { text, cut } = line;
  if (from === to) return line;
  return {
    text: text.slice(0, from) + text.slice(to),
    cursor: from,
    cut: keeps ? text.slice(from, to) : cut,
  };
}

/** What a key does to a line, as readline's emacs mode has it; null for a key that edits nothing. */
export function edit(line: Line, name: KeyName): Line | null {
  const { text, cursor } = line;
  switch (name) {
    case 'left':
      return { ...line, cursor: before(line) };
    case 'right':
      return { ...line, cursor: after(line) };
    case 'home':
      return { ...line, cursor: 0 };
    case 'end':
      return { ...line, cursor: text.length };
    case 'word-left':
      return { ...line, cursor: wordStart(line) };
    case 'word-right':
      return { ...line, cursor: wordEnd(line) };
    case 'backspace':
      return remove(line, before(line), cursor, false);
    case 'delete':
      return remove(line, cursor, after(line), false);
    case 'cut-to-end':
      return remove(line, cursor, text.length, true);
    case 'cut-to-start':
      return remove(line, 0, cursor, true);
    case 'cut-word':
      return remove(line, blankStart(line), cursor, true);
    case 'cut-word-ahead':
      return remove(line, cursor, wordEnd(line), true);
    case 'paste-cut':
      return insert(line, line.cut);
    default:
      return null;
  }
}
