import type { ParameterOperation, Word, WordPart } from './ast';
import type { LexerCursor } from './lexer-cursor';

/** What stands for a parameter. */
export const PARAMETER = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[?$!#@*-]/y;
const INDIRECT = /!(?=[A-Za-z_0-9]|#\})/y;
const OPERATION = /:?[-=?+]|##?|%%?/y;
const TRANSFORM = /@[QULu](?=\})/y;
const CASE = /\^\^?|,,?/y;

type Parameter = Extract<WordPart, { readonly kind: 'parameter' }>;

/** `${…}` with the lexer on its brace. What makes no sense is found by a shell when it comes to it. */
export function readBraced(lexer: LexerCursor, quoted: boolean): Parameter {
  const start = lexer.at - 1;
  const isBash = lexer.flavour === 'bash';
  lexer.at += 1;
  const isLength = /^#[^}]/.test(lexer.text.slice(lexer.at, lexer.at + 2));
  if (isLength) lexer.at += 1;
  const indirect = isBash && !isLength && lexer.matchAt(INDIRECT) !== null;
  if (indirect) lexer.at += 1;
  const name = lexer.matchAt(PARAMETER);
  if (name === null) return bad(lexer, start, quoted);
  lexer.at += name.length;
  const subscript = isBash && lexer.text[lexer.at] === '[' ? readSubscript(lexer) : null;
  const prefix =
    indirect && subscript === null && /^[*@]\}/.test(lexer.text.slice(lexer.at, lexer.at + 2));
  if (prefix) lexer.at += 1;
  const operation = isLength ? ({ kind: 'length' } as const) : readOperation(lexer, quoted);
  if (lexer.text[lexer.at] !== '}') return bad(lexer, start, quoted);
  lexer.at += 1;
  return {
    kind: 'parameter',
    name: prefix ? `${name}*` : name,
    operation,
    quoted,
    ...(subscript === null ? {} : { subscript }),
    ...(indirect ? { indirect } : {}),
  };
}

function bad(lexer: LexerCursor, start: number, quoted: boolean): Parameter {
  const end = lexer.text.indexOf('}', start);
  if (end < 0) lexer.fail({ kind: 'missing-brace' }, start);
  const text = lexer.text.slice(start, end + 1);
  lexer.at = end + 1;
  return { kind: 'parameter', name: '', operation: { kind: 'bad', text }, quoted };
}

function readSubscript(lexer: LexerCursor): Word | null {
  let depth = 0;
  for (let at = lexer.at; at < lexer.text.length && lexer.text[at] !== '\n'; at++) {
    if (lexer.text[at] === '[') depth += 1;
    else if (lexer.text[at] === ']' && --depth === 0) {
      const within = lexer.expressionIn(lexer.at + 1, at);
      lexer.at = at + 1;
      return within;
    }
  }
  return null;
}

function readOperation(lexer: LexerCursor, quoted: boolean): ParameterOperation | null {
  const operator = lexer.matchAt(OPERATION);
  if (operator === null) return readCut(lexer);
  lexer.at += operator.length;
  const isPattern = /[#%]$/.test(operator);
  const parts = lexer.readParts((next) => next === '}', quoted && !isPattern);
  const word: Word = {
    parts: quoted ? parts.map((part) => ({ ...part, quoted: true })) : parts,
  };
  const whenEmpty = operator.startsWith(':');
  switch (operator.slice(-1)) {
    case '-':
      return { kind: 'default', whenEmpty, word };
    case '=':
      return { kind: 'assign', whenEmpty, word };
    case '+':
      return { kind: 'alternative', whenEmpty, word };
    case '?':
      return { kind: 'error', whenEmpty, word };
    case '#':
      return { kind: 'trim-prefix', longest: operator.length === 2, pattern: { parts } };
    default:
      return { kind: 'trim-suffix', longest: operator.length === 2, pattern: { parts } };
  }
}

/** `:1:2`, `/a/b` and `^^` behind a name. */
function readCut(lexer: LexerCursor): ParameterOperation | null {
  const first = lexer.text[lexer.at];
  if (first === ':') {
    lexer.at += 1;
    const offset = { parts: lexer.readParts((next) => next === '}' || next === ':') };
    if (lexer.text[lexer.at] !== ':') return { kind: 'slice', offset, length: null };
    lexer.at += 1;
    return { kind: 'slice', offset, length: { parts: lexer.readParts((next) => next === '}') } };
  }
  const letters = lexer.flavour === 'bash' ? lexer.matchAt(CASE) : null;
  if (letters !== null) {
    lexer.at += letters.length;
    return { kind: 'case', upper: letters.startsWith('^'), all: letters.length === 2 };
  }
  const how = lexer.flavour === 'bash' ? lexer.matchAt(TRANSFORM) : null;
  if (how !== null) {
    lexer.at += how.length;
    if (how === '@Q') return { kind: 'quote' };
    return { kind: 'case', upper: how !== '@L', all: how !== '@u' };
  }
  return first === '/' ? readReplacement(lexer) : null;
}

function readReplacement(lexer: LexerCursor): ParameterOperation {
  const second = lexer.text[lexer.at + 1];
  const all = second === '/';
  const anchors = { '#': 'start', '%': 'end' } as const;
  const anchor = second === '#' || second === '%' ? anchors[second] : null;
  lexer.at += all || anchor !== null ? 2 : 1;
  const pattern = { parts: lexer.readParts((next) => next === '}' || next === '/') };
  if (lexer.text[lexer.at] === '/') lexer.at += 1;
  const replacement = { parts: lexer.readParts((next) => next === '}') };
  return { kind: 'replace', all, anchor, pattern, replacement };
}
