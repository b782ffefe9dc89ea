import { assertNever } from '../../kernel/assert-never';

/** Why a script cannot be read. The shells word it differently: see `parseErrorText`. */
export type ParseError = { readonly line: number } & (
  | { readonly kind: 'unterminated-quote'; readonly quote: "'" | '"' | '`' }
  | {
      readonly kind: 'unexpected';
      readonly token: ErrorToken;
      readonly expecting: string | null;
    }
  | { readonly kind: 'end-of-file'; readonly expecting: string | null }
  | { readonly kind: 'missing-brace' }
  | { readonly kind: 'bad-substitution'; readonly text: string }
  | { readonly kind: 'bad-function-name' }
  | { readonly kind: 'bad-for-variable' }
  | { readonly kind: 'too-deep' }
);

/** The token that should not be there: `text` as typed, `isWord` unless it is an operator or a reserved word. */
export interface ErrorToken {
  readonly text: string;
  readonly isWord: boolean;
}

/** True when more lines could complete the script: an interactive shell then asks with its second prompt. */
export function isIncomplete(error: ParseError): boolean {
  return ['unterminated-quote', 'end-of-file', 'missing-brace'].includes(error.kind);
}

/** busybox (alpine, busybox images), dash (debian, ubuntu: `/bin/sh`), bash (the host). */
export type ShellDialect = 'busybox' | 'dash' | 'bash';

/**
 * The line that a shell prints for an error, without a newline: `sh: syntax error: unterminated quoted string`
 * (busybox), `sh: 1: Syntax error: Unterminated quoted string` (dash), ``bash: syntax error near unexpected token `|'``
 * (bash, at its prompt). `name` is the shell's own name, as in argv[0]. Sources: busybox shell/ash.c, dash
 * src/parser.c, bash parse.y. The exit code is 2.
 */
export function parseErrorText(error: ParseError, dialect: ShellDialect, name: string): string {
  switch (dialect) {
    case 'busybox':
      return `${name}: syntax error: ${ashProblem(error, (what) => `unexpected ${what}`)}`;
    case 'dash': {
      const problem = ashProblem(error, (what) => `${what} unexpected`);
      const isToken = error.kind === 'unexpected' || error.kind === 'end-of-file';
      return `${name}: ${error.line}: Syntax error: ${isToken ? problem : capital(problem)}`;
    }
    case 'bash':
      return `${name}: ${bashProblem(error)}`;
    default:
      return assertNever(dialect);
  }
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
    case 'bad-substitution':
      return 'bad substitution';
    case 'bad-function-name':
      return 'bad function name';
    case 'bad-for-variable':
      return 'bad for loop variable';
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

function bashProblem(error: ParseError): string {
  switch (error.kind) {
    case 'unterminated-quote':
      return `unexpected EOF while looking for matching \`${error.quote}'`;
    case 'unexpected':
      return `syntax error near unexpected token \`${error.token.text === '\n' ? 'newline' : error.token.text}'`;
    case 'end-of-file':
      return error.expecting === ')'
        ? "unexpected EOF while looking for matching `)'"
        : 'syntax error: unexpected end of file';
    case 'missing-brace':
      return "unexpected EOF while looking for matching `}'";
    case 'bad-substitution':
      return `${error.text}: bad substitution`;
    case 'bad-function-name':
      return 'syntax error: not a valid identifier';
    case 'bad-for-variable':
      return 'syntax error: not a valid identifier';
    case 'too-deep':
      return 'syntax error: nested too deeply';
    default:
      return assertNever(error);
  }
}
