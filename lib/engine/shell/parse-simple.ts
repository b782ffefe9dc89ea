import type { Redirection, SimpleCommand, Word, WordPart } from './ast';
import type { Cursor } from './parse-cursor';

const REDIRECTIONS = new Set(['>', '>>', '>|', '<', '<>', '>&', '<&', '<<', '<<-', '<<<']);
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=/;

/** Is it an operator that begins a redirection? */
export function isRedirection(operator: string): boolean {
  return REDIRECTIONS.has(operator);
}

/** `{ name=word | redirection } { word | redirection }` */
export function readSimple(cursor: Cursor): SimpleCommand {
  const assignments: { name: string; value: Word }[] = [];
  const words: Word[] = [];
  const redirections: Redirection[] = [];
  for (;;) {
    const redirection = readRedirection(cursor);
    if (redirection !== null) {
      redirections.push(redirection);
      continue;
    }
    const token = cursor.peek();
    if (token.kind !== 'word') return { kind: 'simple', assignments, words, redirections };
    cursor.take();
    const assignment = words.length === 0 ? asAssignment(token.word) : null;
    if (assignment !== null) assignments.push(assignment);
    else words.push(token.word);
  }
}

/** A redirection if one begins here. */
export function readRedirection(cursor: Cursor): Redirection | null {
  const numbered = cursor.peek().kind === 'number';
  const number = numbered ? cursor.take() : null;
  const token = cursor.peek();
  if (token.kind !== 'operator' || !REDIRECTIONS.has(token.text)) return null;
  cursor.take();
  const target = cursor.peek();
  if (target.kind !== 'word') return cursor.unexpected(null);
  const fd = number?.kind === 'number' ? number.fd : token.text.startsWith('<') ? 0 : 1;
  if (token.text === '<<' || token.text === '<<-') return readHereDocument(cursor, token.text, fd);
  cursor.take();
  const operator = token.text;
  switch (operator) {
    case '<<<': {
      const newline = { kind: 'text', text: '\n', quoted: true } as const;
      return { operator: '<<', fd, content: { parts: [...target.word.parts, newline] } };
    }
    case '>':
    case '>>':
    case '>|':
    case '<':
    case '<>':
    case '>&':
    case '<&':
      return { operator, fd, target: target.word };
    default:
      throw new Error(`not a redirection: ${operator}`);
  }
}

/** The lines are read when the newline behind this command is; until then the content is empty. */
function readHereDocument(cursor: Cursor, operator: '<<' | '<<-', fd: number): Redirection {
  const token = cursor.take();
  const parts = token.kind === 'word' ? token.word.parts : [];
  const redirection: { operator: '<<'; fd: number; content: Word } = {
    operator: '<<',
    fd,
    content: { parts: [] },
  };
  cursor.hereDocuments.push({
    delimiter: parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
    quoted: parts.some((part) => part.quoted),
    stripTabs: operator === '<<-',
    fill: (content) => {
      redirection.content = content;
    },
  });
  return redirection;
}

function asAssignment(word: Word): { name: string; value: Word } | null {
  const [first, ...others] = word.parts;
  if (first?.kind !== 'text' || first.quoted) return null;
  const name = ASSIGNMENT.exec(first.text)?.[1];
  if (name === undefined) return null;
  const text = first.text.slice(name.length + 1);
  const head: WordPart[] = text === '' ? [] : [{ ...first, text }];
  return { name, value: { parts: [...head, ...others] } };
}
