import { assertNever } from '../../kernel/assert-never';
import type { ShellFlavour } from './flavour';

/** Why a script cannot be read, in which line (from 1) and what that line is. The shells word it differently: see `parseErrorText`. */
export type ParseError = { readonly line: number; readonly lineText: string } & (
  | { readonly kind: 'unterminated-quote'; readonly quote: "'" | '"' | '`' }
  | {
      readonly kind: 'unexpected';
      readonly token: ErrorToken;
      readonly expecting: string | null;
    }
  /** `newline`: the line may not end here either; `matching`: it is the bracket of a `$(`. */
  | {
      readonly kind: 'end-of-file';
      readonly expecting: string | null;
      readonly newline?: boolean;
      readonly matching?: true;
    }
  | { readonly kind: 'missing-brace' }
  /** The round bracket of a list is never closed. */
  | { readonly kind: 'open-list' }
  | { readonly kind: 'bad-function-name' }
  | { readonly kind: 'bad-for-variable' }
  | { readonly kind: 'bad-descriptor' }
  /** `for ((…))` without its two semicolons. */
  | { readonly kind: 'bad-counting'; readonly text: string }
  /** Of `[[ … ]]`. */
  | { readonly kind: 'open-condition' }
  | { readonly kind: 'bad-condition' }
  | { readonly kind: 'bad-operand'; readonly text: string; readonly what: 'unary' | 'binary' }
  | { readonly kind: 'too-deep' }
);

/** The token that should not be there: `text` as typed, `isWord` unless it is an operator or a reserved word. */
export interface ErrorToken {
  readonly text: string;
  readonly isWord: boolean;
}

const INCOMPLETE: readonly ParseError['kind'][] = [
  'unterminated-quote',
  'end-of-file',
  'missing-brace',
  'open-list',
  'open-condition',
];

/** True when more lines could complete the script: an interactive shell then asks with its second prompt. */
export function isIncomplete(error: ParseError): boolean {
  if (error.kind === 'end-of-file' && error.newline === true) return false;
  return INCOMPLETE.includes(error.kind);
}

/** Where a script comes from: typed at a prompt, `-c`, a file or the input, or `eval`. */
export type ScriptPlace = 'prompt' | 'command' | 'file' | 'eval';

/**
 * What a shell prints for an error, without the last newline: `sh: syntax error: unterminated quoted string` (ash), `sh: 1: Syntax error: Unterminated
 * quoted string` (dash), ``bash: -c: line 1: syntax error near unexpected token `|'`` and the line (bash). `name` is the shell's own
 * name, as in argv[0]. Sources: busybox shell/ash.c, dash src/parser.c, bash parse.y. The exit code is 2.
 */
export function parseErrorText(
  error: ParseError,
  flavour: ShellFlavour,
  name: string,
  place: ScriptPlace = 'command',
): string {
  const isEval = place === 'eval';
  switch (flavour) {
    case 'ash':
      return `${name}: ${isEval ? 'eval: line 0: ' : ''}syntax error: ${ashProblem(error, (what) => `unexpected ${what}`)}`;
    case 'dash': {
      const problem = ashProblem(error, (what) => `${what} unexpected`);
      const isToken = error.kind === 'unexpected' || error.kind === 'end-of-file';
      const head = `${name}: ${error.line}: ${isEval ? 'eval: ' : ''}`;
      return `${head}Syntax error: ${isToken ? problem : capital(problem)}`;
    }
    case 'bash': {
      if (place === 'prompt') return `${name}: ${bashProblem(error)[0] ?? ''}`;
      const from = isEval ? 'eval: ' : place === 'command' ? '-c: ' : '';
      const head = `${name}: ${from}line ${bashLine(error)}: `;
      return bashProblem(error)
        .map((line) => head + line)
        .join('\n');
    }
    default:
      return assertNever(flavour);
  }
}

/** bash comes to the end of a script in the line behind its last. */
function bashLine(error: ParseError): number {
  const isEnd = error.kind === 'end-of-file' && error.newline !== true;
  return isEnd && error.lineText !== '' ? error.line + 1 : error.line;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** busybox's ash and dash come from the same parser; they differ in capitals and in the order of the words. */
function ashProblem(error: ParseError, unexpected: (what: string) => string): string {
  switch (error.kind) {
    case 'unterminated-quote':
      return error.quote === '`' ? 'EOF in backquote substitution' : 'unterminated quoted string';
    case 'unexpected':
      return unexpected(ashToken(error.token)) + expecting(error.expecting);
    case 'end-of-file':
      return unexpected('end of file') + expecting(error.expecting);
    case 'missing-brace':
      return "missing '}'";
    case 'bad-function-name':
      return 'bad function name';
    case 'bad-for-variable':
      return 'bad for loop variable';
    case 'bad-descriptor':
      return 'bad fd number';
    case 'open-list':
    case 'open-condition':
    case 'bad-condition':
    case 'bad-operand':
    case 'bad-counting':
    case 'too-deep':
      return 'nested too deeply';
    default:
      return assertNever(error);
  }
}

function ashToken({ text, isWord }: ErrorToken): string {
  if (text === '\n') return 'newline';
  if (/^[<>]/.test(text)) return 'redirection';
  return isWord ? 'word' : `"${text}"`;
}

function expecting(token: string | null): string {
  return token === null ? '' : ` (expecting "${token}")`;
}

/** One or two lines: where a word is out of place, what it stands in is shown behind. */
function bashProblem(error: ParseError): readonly string[] {
  const near = (token: string): readonly string[] => [
    `syntax error near unexpected token \`${token}'`,
    `\`${error.lineText}'`,
  ];
  const matching = (what: string): readonly string[] => [
    `unexpected EOF while looking for matching \`${what}'`,
  ];
  switch (error.kind) {
    case 'unterminated-quote':
      return matching(error.quote);
    case 'unexpected':
      return near(error.token.text === '\n' ? 'newline' : error.token.text);
    case 'end-of-file':
      if (error.newline === true) return near('newline');
      return error.matching ? matching(')') : ['syntax error: unexpected end of file'];
    case 'missing-brace':
      return matching('}');
    case 'open-list':
      return matching(')');
    case 'bad-function-name':
    case 'bad-for-variable':
      return ['syntax error: not a valid identifier'];
    case 'bad-counting':
      return ['syntax error: arithmetic expression required', `syntax error: \`${error.text}'`];
    case 'open-condition':
      return ["unexpected EOF while looking for `]]'"];
    case 'bad-condition':
      return ['conditional binary operator expected'];
    case 'bad-operand':
      return [`unexpected argument \`${error.text}' to conditional ${error.what} operator`];
    case 'bad-descriptor':
    case 'too-deep':
      return ['syntax error: nested too deeply'];
    default:
      return assertNever(error);
  }
}
