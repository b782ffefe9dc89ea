import type { CompoundCommand, Redirection, Script, Word } from './ast';
import type { Cursor } from './parse-cursor';
import { readRedirection } from './parse-simple';

/** What stands for a variable and a function. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `( … )`, `{ … }`, `if`, `while`, `until`, `for`, `case` with their redirections; null when none begins here. */
export function readCompound(cursor: Cursor): CompoundCommand | null {
  const command = withoutRedirections(cursor);
  if (command === null) return null;
  const redirections: Redirection[] = [];
  for (let next = readRedirection(cursor); next !== null; next = readRedirection(cursor)) {
    redirections.push(next);
  }
  return { ...command, redirections };
}

function withoutRedirections(cursor: Cursor): CompoundCommand | null {
  const redirections: readonly Redirection[] = [];
  if (cursor.isOperator('(')) {
    cursor.take();
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
  if (cursor.isReserved('for')) return forCommand(cursor);
  return cursor.isReserved('case') ? caseCommand(cursor) : null;
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
  cursor.take();
  const variable = cursor.take();
  if (variable.kind !== 'word' || variable.bare === null || !NAME.test(variable.bare)) {
    cursor.fail({ kind: 'bad-for-variable' }, variable.start);
  }
  cursor.skipNewlines();
  let words: Word[] | null = null;
  if (cursor.isReserved('in')) {
    cursor.take();
    words = [];
    for (let next = cursor.peek(); next.kind === 'word'; next = cursor.peek()) {
      words.push(next.word);
      cursor.take();
    }
    if (!cursor.isOperator(';') && cursor.peek().kind !== 'newline') cursor.unexpected(null);
  }
  if (cursor.isOperator(';')) cursor.take();
  cursor.skipNewlines();
  return { kind: 'for', variable: variable.bare, words, body: doBody(cursor), redirections: [] };
}

function caseCommand(cursor: Cursor): CompoundCommand {
  cursor.take();
  const subject = cursor.peek();
  if (subject.kind !== 'word') return cursor.unexpected(null);
  cursor.take();
  cursor.skipNewlines();
  cursor.expectReserved('in');
  const arms: { patterns: Word[]; body: Script }[] = [];
  for (cursor.skipNewlines(); !cursor.isReserved('esac'); cursor.skipNewlines()) {
    arms.push(caseArm(cursor));
    if (!cursor.isOperator(';;')) break;
    cursor.take();
  }
  cursor.expectReserved('esac');
  return { kind: 'case', subject: subject.word, arms, redirections: [] };
}

function caseArm(cursor: Cursor): { patterns: Word[]; body: Script } {
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
