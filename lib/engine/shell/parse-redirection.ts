import type { Redirection, Word } from './ast';
import { plainText } from './plain-text';
import type { Cursor } from './parse-cursor';

const REDIRECTIONS = new Set([
  '>',
  '>>',
  '>|',
  '<',
  '<>',
  '>&',
  '<&',
  '<<',
  '<<-',
  '<<<',
  '&>',
  '&>>',
]);

/** Is it an operator that begins a redirection? */
export function isRedirection(operator: string): boolean {
  return REDIRECTIONS.has(operator);
}

/** The second output goes where the first does. */
export const ERRORS_TOO: Redirection = {
  operator: '>&',
  fd: 2,
  target: { parts: [{ kind: 'text', text: '1', quoted: false }] },
};

/** A redirection if one begins here; `&>` is two. */
export function readRedirection(cursor: Cursor): readonly Redirection[] | null {
  const numbered = cursor.peek().kind === 'number';
  const number = numbered ? cursor.take() : null;
  const token = cursor.peek();
  if (token.kind !== 'operator' || !isRedirection(token.text)) return null;
  cursor.take();
  const target = cursor.peek();
  if (target.kind !== 'word') return cursor.unexpected(null, true);
  const fd = number?.kind === 'number' ? number.fd : token.text.startsWith('<') ? 0 : 1;
  if (token.text === '<<' || token.text === '<<-')
    return [readHereDocument(cursor, token.text, fd)];
  cursor.take();
  const { word } = target;
  const operator = token.text;
  switch (operator) {
    case '<<<': {
      const newline = { kind: 'text', text: '\n', quoted: true } as const;
      return [{ operator: '<<', fd, content: { ...word, parts: [...word.parts, newline] } }];
    }
    case '&>':
    case '&>>':
      return [{ operator: operator === '&>' ? '>' : '>>', fd: 1, target: word }, ERRORS_TOO];
    case '>&': {
      const descriptor = cursor.flavour === 'bash' ? /^(?:\d+-?|-)$/ : /^(?:\d+|-)$/;
      if (descriptor.test(plainText(word) ?? '-')) return [{ operator, fd, target: word }];
      if (cursor.flavour === 'dash') cursor.fail({ kind: 'bad-descriptor' }, target.start);
      return [{ operator: '>', fd, target: word }, ERRORS_TOO];
    }
    case '>':
    case '>>':
    case '>|':
    case '<':
    case '<>':
    case '<&':
      return [{ operator, fd, target: word }];
    default:
      throw new Error(`not a redirection: ${operator}`);
  }
}

/** The lines are read when the newline behind this command is; until then the content is empty. */
function readHereDocument(cursor: Cursor, operator: '<<' | '<<-', fd: number): Redirection {
  const token = cursor.take();
  const parts = token.kind === 'word' ? token.word.parts : [];
  const delimiter = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  const redirection: {
    operator: '<<';
    fd: number;
    content: Word;
    open?: { line: number; last: number; delimiter: string };
    written?: { operator: string; shown: string; delimiter: string; text: string };
  } = { operator: '<<', fd, content: { parts: [] } };
  cursor.hereDocuments.push({
    delimiter,
    quoted: parts.some((part) => part.quoted),
    stripTabs: operator === '<<-',
    start: token.start,
    fill: (content, ended, at, text) => {
      redirection.content = content;
      const shown = token.kind === 'word' ? token.word.source : undefined;
      if (shown !== undefined) redirection.written = { operator, shown, delimiter, text };
      if (ended || cursor.flavour !== 'bash') return;
      redirection.open = { line: cursor.lineAt(token.start), last: cursor.lineAt(at), delimiter };
    },
  });
  return redirection;
}
