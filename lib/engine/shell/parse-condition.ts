import type { Condition, Word } from './ast';
import type { Cursor } from './parse-cursor';
import { isUnaryTest } from './test-operators';

const BINARY = /^(?:==?|!=|=~|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;

/** A pattern with a group, which `[[` takes without being told. */
const GROUPED = /[ \t]*[^\s;&|<>()]*[?*+@!]\(/y;

/**
 * What stands behind `[[`, up to and with `]]` (bash, Conditional Constructs):
 *
 *   condition  and { "||" and }
 *   and        term { "&&" term }
 *   term       "!" term | "(" condition ")" | unary word | word [ binary word ]
 */
export function readCondition(cursor: Cursor): Condition {
  cursor.assignable = false;
  const condition = either(cursor);
  if (!isEnd(cursor)) {
    const { start } = cursor.peek();
    cursor.fail({ kind: cursor.peek().kind === 'end' ? 'open-condition' : 'bad-condition' }, start);
  }
  cursor.assignable = true;
  cursor.take();
  return condition;
}

function either(cursor: Cursor): Condition {
  let left = both(cursor);
  while (takeOperator(cursor, '||')) left = { kind: 'or', left, right: both(cursor) };
  return left;
}

function both(cursor: Cursor): Condition {
  let left = term(cursor);
  while (takeOperator(cursor, '&&')) left = { kind: 'and', left, right: term(cursor) };
  return left;
}

function term(cursor: Cursor): Condition {
  return cursor.nested(() => {
    cursor.skipNewlines();
    if (cursor.isReserved('!')) {
      cursor.take();
      return { kind: 'not', operand: term(cursor) };
    }
    if (takeOperator(cursor, '(')) {
      const inner = either(cursor);
      cursor.skipNewlines();
      cursor.expectOperator(')');
      return inner;
    }
    return comparison(cursor);
  });
}

function comparison(cursor: Cursor): Condition {
  const token = cursor.peek();
  if (token.kind === 'end') cursor.fail({ kind: 'open-condition' });
  if (token.kind !== 'word' || token.bare === ']]') return cursor.unexpected(null);
  cursor.take();
  const { bare: unary } = token;
  if (unary !== null && isUnaryTest(unary) && binaryHere(cursor) === null && !isEnd(cursor))
    return { kind: 'unary', operator: unary, operand: operandOf(cursor, 'unary') };
  if (unary !== null && isUnaryTest(unary) && isEnd(cursor)) operandOf(cursor, 'unary');
  const operator = binaryHere(cursor);
  if (operator !== null) {
    cursor.take();
    if (/^[!=]?=$/.test(operator) && cursor.matchAt(GROUPED) !== null)
      return { kind: 'binary', operator, left: token.word, right: cursor.readExtended().word };
    const right = operator === '=~' ? cursor.readRegularExpression() : operandOf(cursor, 'binary');
    return { kind: 'binary', operator, left: token.word, right };
  }
  const next = cursor.peek();
  if (next.kind === 'word' && next.bare !== ']]')
    cursor.fail({ kind: 'bad-condition' }, next.start);
  return { kind: 'unary', operator: '-n', operand: token.word };
}

/** The comparing operator that stands here. */
function binaryHere(cursor: Cursor): string | null {
  const token = cursor.peek();
  const text = token.kind === 'word' ? token.bare : token.kind === 'operator' ? token.text : null;
  return text !== null && BINARY.test(text) ? text : null;
}

function operandOf(cursor: Cursor, what: 'unary' | 'binary'): Word {
  const token = cursor.peek();
  if (token.kind !== 'word' || token.bare === ']]') {
    const isLine = token.kind === 'newline' || token.kind === 'end';
    const text = isLine ? 'newline' : cursor.text.slice(token.start, cursor.at);
    cursor.fail({ kind: 'bad-operand', text, what }, token.start);
  }
  cursor.take();
  return token.word;
}

function isEnd(cursor: Cursor): boolean {
  const token = cursor.peek();
  return token.kind === 'word' && token.bare === ']]';
}

function takeOperator(cursor: Cursor, text: string): boolean {
  if (text !== '(') cursor.skipNewlines();
  if (!cursor.isOperator(text)) return false;
  cursor.take();
  return true;
}
