import { arithmeticEnd } from './arithmetic-end';
import type { CaseArm, CompoundCommand, Redirection, Script, Word } from './ast';
import { readCondition } from './parse-condition';
import type { Cursor } from './parse-cursor';
import { readRedirection } from './parse-redirection';

/** What stands for a variable and a function. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `( … )`, `{ … }`, `if`, `while`, `until`, `for`, `case`, in bash `(( … ))` and `[[ … ]]`, with their redirections; null when none begins here. */
export function readCompound(cursor: Cursor): CompoundCommand | null {
  const command = withoutRedirections(cursor);
  if (command === null) return null;
  const redirections: Redirection[] = [];
  for (let next = readRedirection(cursor); next !== null; next = readRedirection(cursor)) {
    redirections.push(...next);
  }
  return { ...command, redirections };
}

function withoutRedirections(cursor: Cursor): CompoundCommand | null {
  const redirections: readonly Redirection[] = [];
  if (cursor.isOperator('(')) {
    cursor.take();
    const expression = readArithmetic(cursor);
    if (expression !== null) {
      const text = cursor.keeps ? { text: `((${expression.source ?? ''}))` } : {};
      return { kind: 'arithmetic', expression, redirections, ...text };
    }
    const body = cursor.body();
    cursor.expectOperator(')');
    return { kind: 'subshell', body, redirections };
  }
  if (cursor.isReserved('{')) {
    cursor.take();
    const body = cursor.body();
    cursor.expectReserved('}');
    return { kind: 'group', body, redirections };
  }
  if (cursor.isReserved('if')) return ifCommand(cursor);
  if (cursor.isReserved('while', 'until')) {
    const until = cursor.isReserved('until');
    cursor.take();
    const condition = cursor.body();
    return { kind: 'loop', until, condition, body: doBody(cursor), redirections };
  }
  if (cursor.isReserved('for', 'select')) return forCommand(cursor);
  if (cursor.isReserved('[[')) {
    const { start } = cursor.take();
    const condition = readCondition(cursor);
    if (!cursor.keeps) return { kind: 'condition', condition, redirections };
    const within = cursor.text.slice(start + 2, cursor.behind - 2).trim();
    // A word alone is asked whether it is empty.
    const isBare = condition.kind === 'unary' && condition.operator === '-n';
    const text = `[[ ${isBare && !within.startsWith('-n') ? '-n ' : ''}${within} ]]`;
    return { kind: 'condition', condition, redirections, text };
  }
  return cursor.isReserved('case') ? caseCommand(cursor) : null;
}

/** The expression of `(( … ))` behind its first bracket; null when a second does not follow at once, or it is a subshell in a subshell. */
function readArithmetic(cursor: Cursor): Word | null {
  if (cursor.flavour !== 'bash' || cursor.text[cursor.at] !== '(') return null;
  const end = arithmeticEnd(cursor.text, cursor.at + 1);
  if (end < 0) return null;
  const expression = cursor.expressionIn(cursor.at + 1, end);
  cursor.at = end + 2;
  return expression;
}

function doBody(cursor: Cursor): Script {
  cursor.expectReserved('do');
  const body = cursor.body();
  cursor.expectReserved('done');
  return body;
}

function ifCommand(cursor: Cursor): CompoundCommand {
  const branches: { condition: Script; body: Script }[] = [];
  do {
    cursor.take();
    const condition = cursor.body();
    cursor.expectReserved('then');
    branches.push({ condition, body: cursor.body() });
  } while (cursor.isReserved('elif'));
  let otherwise: Script | null = null;
  if (cursor.isReserved('else')) {
    cursor.take();
    otherwise = cursor.body();
  }
  cursor.expectReserved('fi');
  return { kind: 'if', branches, otherwise, redirections: [] };
}

function forCommand(cursor: Cursor): CompoundCommand {
  const asks = cursor.isReserved('select') ? ({ asks: true } as const) : {};
  const { start } = cursor.take();
  const variable = cursor.peek();
  if (cursor.isOperator('(') && cursor.flavour === 'bash') return countingLoop(cursor);
  if (variable.kind === 'end') return cursor.unexpected(null, true);
  const name = variable.kind === 'word' ? variable.bare : null;
  if (name === null || (cursor.flavour !== 'bash' && !NAME.test(name)))
    cursor.fail({ kind: 'bad-for-variable' }, variable.start);
  cursor.take();
  let behind = cursor.at;
  cursor.skipNewlines();
  let words: Word[] | null = null;
  if (cursor.isReserved('in')) {
    cursor.assignable = false;
    cursor.take();
    words = [];
    for (let next = cursor.peek(); next.kind === 'word'; next = cursor.peek()) {
      words.push(next.word);
      cursor.take();
      behind = cursor.at;
    }
    cursor.assignable = true;
    if (!cursor.isOperator(';') && cursor.peek().kind !== 'newline') cursor.unexpected(null);
  }
  if (cursor.isOperator(';')) cursor.take();
  cursor.skipNewlines();
  const end = cursor.text.slice(start, behind);
  const head = words === null ? `${end} in "$@"` : end;
  const text = cursor.flavour === 'bash' ? { text: head } : {};
  return {
    kind: 'for',
    variable: name,
    words,
    body: doBody(cursor),
    redirections: [],
    ...text,
    ...asks,
  };
}

/** `((begin; test; step))` and the body, in bash also between curly brackets. */
function countingLoop(cursor: Cursor): CompoundCommand {
  const { start } = cursor.take();
  const from = cursor.at + 1;
  const end = cursor.text[cursor.at] === '(' ? arithmeticEnd(cursor.text, from) : -1;
  if (end < 0) cursor.unexpected(null);
  const text = cursor.text.slice(from, end);
  const [first = '', second = '', third, ...more] = text.split(';');
  if (third === undefined || more.length > 0)
    cursor.fail({ kind: 'bad-counting', text: `((${text}))` }, start);
  const begin = cursor.expressionIn(from, from + first.length);
  const middle = from + first.length + 1;
  const test = cursor.expressionIn(middle, middle + second.length);
  const step = cursor.expressionIn(end - third.length, end);
  cursor.at = end + 2;
  if (cursor.isOperator(';')) cursor.take();
  cursor.skipNewlines();
  return { kind: 'counting', begin, test, step, body: doBody(cursor), redirections: [] };
}

function caseCommand(cursor: Cursor): CompoundCommand {
  const { start } = cursor.take();
  const subject = cursor.peek();
  if (subject.kind !== 'word') return cursor.unexpected(null, true);
  cursor.take();
  const text =
    cursor.flavour === 'bash' ? { text: `${cursor.text.slice(start, cursor.at)} in` } : {};
  cursor.skipNewlines();
  cursor.expectReserved('in');
  const arms: CaseArm[] = [];
  for (cursor.skipNewlines(); !cursor.isReserved('esac'); cursor.skipNewlines()) {
    const arm = caseArm(cursor);
    const end = cursor.peek();
    const then = end.kind === 'operator' ? end.text : '';
    const goesOn = then === ';;' || then === ';&' || then === ';;&';
    arms.push({ ...arm, then: goesOn ? then : ';;' });
    if (end.kind === 'end') cursor.unexpected(';;');
    if (!goesOn) break;
    cursor.take();
  }
  cursor.expectReserved('esac');
  return { kind: 'case', subject: subject.word, arms, redirections: [], ...text };
}

function caseArm(cursor: Cursor): { readonly patterns: Word[]; readonly body: Script } {
  if (cursor.isOperator('(')) cursor.take();
  const patterns: Word[] = [];
  for (;;) {
    const pattern = cursor.peek();
    if (pattern.kind !== 'word') return cursor.unexpected(')');
    patterns.push(pattern.word);
    cursor.take();
    if (!cursor.isOperator('|')) break;
    cursor.take();
  }
  cursor.expectOperator(')');
  return { patterns, body: cursor.script() };
}
