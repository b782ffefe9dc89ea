import type { ParameterOperation, Word, WordPart } from './ast';
import type { Lexer } from './lexer';

/** What is read is the lexer's text from its place on. */
type Source = Pick<Lexer, 'at' | 'text' | 'matchAt' | 'fail' | 'readParts'>;

/** What stands for a parameter. */
export const PARAMETER = /[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[?$!#@*-]/y;
const OPERATION = /:?[-=?+]|##?|%%?/y;

/** `${…}` with the cursor on its brace. */
export function readBraced(source: Source, quoted: boolean): WordPart {
  const start = source.at - 1;
  const bad = (): never => {
    const end = source.text.indexOf('}', start);
    if (end < 0) source.fail({ kind: 'missing-brace' }, start);
    source.fail({ kind: 'bad-substitution', text: source.text.slice(start, end + 1) }, start);
  };
  source.at += 1;
  const isLength = /^#[^}]/.test(source.text.slice(source.at, source.at + 2));
  if (isLength) source.at += 1;
  const name = source.matchAt(PARAMETER) ?? bad();
  source.at += name.length;
  const change = isLength ? ({ kind: 'length' } as const) : operation(source, quoted);
  if (source.text[source.at] !== '}') bad();
  source.at += 1;
  return { kind: 'parameter', name, operation: change, quoted };
}

function operation(source: Source, quoted: boolean): ParameterOperation | null {
  const operator = source.matchAt(OPERATION);
  if (operator === null) return cut(source);
  source.at += operator.length;
  const parts = source.readParts((next) => next === '}');
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

/** `:1:2` and `/a/b` behind a name. */
function cut(source: Source): ParameterOperation | null {
  const first = source.text[source.at];
  if (first === ':') {
    source.at += 1;
    const offset = { parts: source.readParts((next) => next === '}' || next === ':') };
    if (source.text[source.at] !== ':') return { kind: 'slice', offset, length: null };
    source.at += 1;
    return { kind: 'slice', offset, length: { parts: source.readParts((next) => next === '}') } };
  }
  if (first !== '/') return null;
  const all = source.text[source.at + 1] === '/';
  source.at += all ? 2 : 1;
  const pattern = { parts: source.readParts((next) => next === '}' || next === '/') };
  if (source.text[source.at] === '/') source.at += 1;
  const replacement = { parts: source.readParts((next) => next === '}') };
  return { kind: 'replace', all, pattern, replacement };
}
