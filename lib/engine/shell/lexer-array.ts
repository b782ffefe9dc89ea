import type { ArrayItem, Assignment } from './ast';
import type { LexerCursor } from './lexer-cursor';

/** `name[…]=`, `name=(`, and both with `+=`; within the square brackets at most one more pair. */
const HEAD = /([A-Za-z_]\w*)(?:\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\](\+?)=|(\+?)=(?=\())/y;
const ITEM = /\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]=/y;
const ENDS = /[ \t\n;&|<>()]/;

/** `name[subscript]=value` and `name=(…)` with the lexer at the name; null when it is neither. */
export function readArrayAssignment(lexer: LexerCursor): Assignment | null {
  HEAD.lastIndex = lexer.at;
  const head = HEAD.exec(lexer.text);
  if (head === null) return null;
  const [all, name = '', within, plus, plusList] = head;
  const append = (plus ?? plusList) === '+' ? ({ append: true } as const) : {};
  const start = lexer.at + name.length + 1;
  lexer.at += all.length;
  if (within === undefined)
    return { name, value: { parts: [] }, items: readItems(lexer), ...append };
  const subscript = lexer.expressionIn(start, start + within.length);
  return { name, subscript, value: readValue(lexer), ...append };
}

function readValue(lexer: LexerCursor): Assignment['value'] {
  return { parts: lexer.readParts((next) => ENDS.test(next)) };
}

/** The words in round brackets, over as many lines as they take. */
function readItems(lexer: LexerCursor): readonly ArrayItem[] {
  const start = lexer.at;
  const items: ArrayItem[] = [];
  const { assignable } = lexer;
  lexer.at += 1;
  lexer.assignable = false;
  for (;;) {
    lexer.skipBlanks();
    const item = readItem(lexer);
    if (item !== null) {
      items.push(item);
      continue;
    }
    const token = lexer.readToken();
    if (token.kind === 'end') lexer.fail({ kind: 'open-list' }, start);
    if (token.kind === 'word') items.push({ subscript: null, value: token.word });
    else if (token.kind === 'operator' && token.text === ')') break;
    else if (token.kind !== 'newline') {
      const text = lexer.text.slice(token.start, lexer.at);
      lexer.fail(
        { kind: 'unexpected', token: { text, isWord: false }, expecting: null },
        token.start,
      );
    }
  }
  lexer.assignable = assignable;
  return items;
}

/** `[subscript]=value` */
function readItem(lexer: LexerCursor): ArrayItem | null {
  ITEM.lastIndex = lexer.at;
  const found = ITEM.exec(lexer.text);
  if (found === null) return null;
  const start = lexer.at + 1;
  lexer.at += found[0].length;
  return {
    subscript: lexer.expressionIn(start, start + (found[1] ?? '').length),
    value: readValue(lexer),
  };
}
