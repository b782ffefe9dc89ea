import type { Assignment, Redirection, SimpleCommand, Word, WordPart } from './ast';
import type { Cursor } from './parse-cursor';
import { readRedirection } from './parse-redirection';

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)(\+?)=/;
/** Commands whose words may be assignments. */
const DECLARES = /^(?:export|local|readonly)$/;
const DECLARES_IN_BASH = /^(?:declare|export|local|readonly|typeset)$/;

/** `{ name=word | redirection } { word | redirection }` */
export function readSimple(cursor: Cursor): SimpleCommand {
  const { start } = cursor.peek();
  const line = cursor.lineAt(start);
  let end = start;
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const declared: Assignment[] = [];
  const redirections: Redirection[] = [];
  let declares = false;
  /** Within the `[[` of ash, where no file patterns are. */
  let isDouble = false;
  for (;;) {
    const redirection = readRedirection(cursor);
    if (redirection !== null) {
      redirections.push(...redirection);
      end = cursor.at;
      continue;
    }
    const token = cursor.peek();
    const joins = isDouble && cursor.isOperator('&&', '||');
    if (joins && token.kind === 'operator') {
      words.push({ parts: [{ kind: 'text', text: token.text, quoted: true }] });
      cursor.take();
      continue;
    }
    if (token.kind !== 'word') break;
    const isFirst = words.length === 0;
    const assignment =
      isFirst || declares ? (token.assignment ?? asAssignment(token.word, cursor)) : null;
    if (isFirst && assignment === null) {
      declares =
        token.bare !== null &&
        (cursor.flavour === 'bash' ? DECLARES_IN_BASH : DECLARES).test(token.bare);
      cursor.assignable = declares;
    }
    cursor.take();
    end = cursor.at;
    if (isFirst && token.bare === '[[' && cursor.flavour === 'ash') isDouble = true;
    if (token.bare === ']]') isDouble = false;
    const { source } = token.word;
    const written = source === undefined ? {} : { source };
    if (assignment === null) words.push(isDouble ? { ...token.word, whole: true } : token.word);
    else if (isFirst) assignments.push({ ...assignment, ...written });
    else if (assignment.items !== undefined || assignment.subscript !== undefined)
      declared.push({ ...assignment, ...written });
    else words.push({ ...written, parts: token.word.parts, whole: true });
  }
  cursor.assignable = true;
  const command = {
    kind: 'simple',
    line,
    text: cursor.text.slice(start, end),
    assignments,
    words,
    redirections,
  } as const;
  return declared.length === 0 ? command : { ...command, declared };
}

function asAssignment(word: Word, { flavour }: Cursor): Assignment | null {
  const [first, ...others] = word.parts;
  if (first?.kind !== 'text' || first.quoted) return null;
  const [head, name, plus] = ASSIGNMENT.exec(first.text) ?? [];
  if (head === undefined || name === undefined || (plus !== '' && flavour !== 'bash')) return null;
  const text = first.text.slice(head.length);
  const start: WordPart[] = text === '' ? [] : [{ ...first, text }];
  const value: Word = { parts: [...start, ...others] };
  return plus === '' ? { name, value } : { name, value, append: true };
}
