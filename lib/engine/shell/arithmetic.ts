import { err, ok, type Result } from '../../kernel/result';
import { number, signed, wrap } from './arithmetic-number';

/** The variables that an arithmetic expression reads and writes, or an element of one that is an array; an unset one reads as ''. */
export interface ArithmeticVariables {
  get(name: string, subscript?: string): string;
  set(name: string, value: string, subscript?: string): void;
}

/** Why an expression has no value: `rest` is what stands from the wrong place on. */
export interface ArithmeticError {
  readonly kind: 'operand' | 'behind' | 'divide' | 'base' | 'exponent';
  readonly rest: string;
}

class ArithmeticFailure extends Error {
  constructor(readonly reason: ArithmeticError) {
    super(reason.kind);
  }
}

const TOKEN =
  /\s*(0[xX][0-9a-fA-F]+|[0-9]+#[0-9A-Za-z@_]+|[0-9]+|[A-Za-z_][A-Za-z0-9_]*(?:\[[^[\]]*\])?|<<=|>>=|\+\+|--|&&|\|\||[=!<>]=|<<|>>|\*\*|[-+*/%&|^]=|[-+*/%&|^~!<>=?:(),])/y;
/** The same without `++`, `--` and `**`, which POSIX does not know. */
const POSIX_TOKEN =
  /\s*(0[xX][0-9a-fA-F]+|[0-9]+#[0-9A-Za-z@_]+|[0-9]+|[A-Za-z_][A-Za-z0-9_]*(?:\[[^[\]]*\])?|<<=|>>=|&&|\|\||[=!<>]=|<<|>>|[-+*/%&|^]=|[-+*/%&|^~!<>=?:(),])/y;
const MAX_DEPTH = 100;

/** Binary operators from loosest to tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/**
 * Evaluates `$((…))` in 64-bit integers, with C's operators and precedence, assignments included (POSIX.1-2017, 2.6.4). How a shell words an error:
 * arithmetic-error.ts. `isPosix`: no more operators than POSIX asks for, as in dash.
 */
export function evaluateArithmetic(
  source: string,
  variables: ArithmeticVariables,
  isPosix = false,
): Result<bigint, ArithmeticError> {
  try {
    return ok(new Evaluator(source, variables, 0, isPosix).whole());
  } catch (failure) {
    if (failure instanceof ArithmeticFailure) return err(failure.reason);
    throw failure;
  }
}

interface Token {
  readonly text: string;
  readonly start: number;
}

function tokenize(source: string, pattern: RegExp): Token[] {
  const tokens: Token[] = [];
  const end = source.trimEnd().length;
  for (let at = 0; at < end;) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[1];
    if (text === undefined)
      throw new ArithmeticFailure({ kind: 'operand', rest: source.slice(at).trimStart() });
    at = pattern.lastIndex;
    tokens.push({ text, start: at - text.length });
  }
  return tokens;
}

class Evaluator {
  private at = 0;
  /** False inside the branch not taken of `&&`, `||` and `?:`: nothing is assigned or divided there. */
  private live = true;

  private readonly tokens: readonly Token[];

  constructor(
    private readonly source: string,
    private readonly variables: ArithmeticVariables,
    private depth: number,
    private readonly isPosix: boolean,
  ) {
    this.tokens = tokenize(source, isPosix ? POSIX_TOKEN : TOKEN);
  }

  whole(): bigint {
    if (this.tokens.length === 0) return 0n;
    const value = this.comma();
    return this.at === this.tokens.length ? value : this.fail('behind');
  }

  /** What stands here is wrong; at the end, what stands before it. */
  private fail(kind: ArithmeticError['kind'] = 'operand', at = this.at): never {
    const token = this.tokens[Math.min(at, this.tokens.length - 1)];
    throw new ArithmeticFailure({ kind, rest: this.source.slice(token?.start ?? 0) });
  }

  private text(at: number): string {
    return this.tokens[at]?.text ?? '';
  }

  private accept(...texts: string[]): string | null {
    const token = this.tokens[this.at]?.text;
    if (token === undefined || !texts.includes(token)) return null;
    this.at += 1;
    return token;
  }

  private comma(): bigint {
    let value = this.assignment();
    while (!this.isPosix && this.accept(',') !== null) value = this.assignment();
    return value;
  }

  private assignment(): bigint {
    if (++this.depth > MAX_DEPTH) this.fail();
    const name = this.text(this.at);
    const operator = this.text(this.at + 1);
    let value: bigint;
    if (isName(name) && /^(?:[-+*/%&|^]|<<|>>)?=$/.test(operator)) {
      this.at += 2;
      const right = this.assignment();
      value = operator === '=' ? right : this.binary(operator.slice(0, -1), this.read(name), right);
      this.write(name, value);
    } else value = this.conditional();
    this.depth -= 1;
    return value;
  }

  private conditional(): bigint {
    const condition = this.level(0);
    if (this.accept('?') === null) return condition;
    const yes = this.when(condition !== 0n, () => this.comma());
    if (this.accept(':') === null) this.fail();
    const no = this.when(condition === 0n, () => this.assignment());
    return condition !== 0n ? yes : no;
  }

  private when(live: boolean, evaluate: () => bigint): bigint {
    const before = this.live;
    this.live = before && live;
    const value = evaluate();
    this.live = before;
    return value;
  }

  /** `a ** b`, from the right. */
  private power(): bigint {
    const base = this.unary();
    if (this.accept('**') === null) return base;
    if (++this.depth > MAX_DEPTH) this.fail();
    const exponent = this.power();
    this.depth -= 1;
    if (exponent < 0n) this.fail('exponent', this.at - 1);
    let value = 1n;
    let square = base;
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
      if (rest & 1n) value = wrap(value * square);
      square = wrap(square * square);
    }
    return value;
  }

  private level(index: number): bigint {
    const operators = LEVELS[index];
    if (operators === undefined) return this.power();
    let left = this.level(index + 1);
    for (let found = this.accept(...operators); found !== null; found = this.accept(...operators)) {
      const operator = found;
      const decided = (operator === '&&' && left === 0n) || (operator === '||' && left !== 0n);
      const right = this.when(!decided, () => this.level(index + 1));
      left = this.binary(operator, left, right);
    }
    return left;
  }

  private unary(): bigint {
    const operator = this.accept('-', '+', '!', '~', '++', '--');
    if (operator === null) return this.primary();
    if (++this.depth > MAX_DEPTH) this.fail();
    let value: bigint;
    if (operator === '++' || operator === '--') {
      const name = this.text(this.at++);
      if (!isName(name)) this.fail('operand', this.at - 1);
      value = wrap(this.read(name) + (operator === '++' ? 1n : -1n));
      this.write(name, value);
    } else {
      const operand = this.unary();
      if (operator === '-') value = wrap(-operand);
      else if (operator === '!') value = operand === 0n ? 1n : 0n;
      else value = operator === '~' ? ~operand : operand;
    }
    this.depth -= 1;
    return value;
  }

  private primary(): bigint {
    const at = this.at++;
    const token = this.text(at);
    if (token === '(') {
      const value = this.comma();
      return this.accept(')') === null ? this.fail() : value;
    }
    if (/^[0-9]/.test(token)) return number(token) ?? this.fail('base', at);
    if (!isName(token)) return this.fail('operand', at);
    const value = this.read(token);
    const step = this.accept('++', '--');
    if (step !== null) this.write(token, wrap(value + (step === '++' ? 1n : -1n)));
    return value;
  }

  /** A variable's value is itself an expression; a name that leads to itself is an error. */
  private read(name: string): bigint {
    const text = this.variables.get(...placeOf(name)).trim();
    const plain = /^[-+]?[0-9]+$/.test(text) ? signed(text) : null;
    if (plain !== null) return plain;
    if (text === '' || this.depth >= MAX_DEPTH) return text === '' ? 0n : this.fail();
    return new Evaluator(text, this.variables, this.depth + 1, this.isPosix).whole();
  }

  private write(place: string, value: bigint): void {
    if (!this.live) return;
    const [name, subscript] = placeOf(place);
    this.variables.set(name, value.toString(), subscript);
  }

  private binary(operator: string, left: bigint, right: bigint): bigint {
    switch (operator) {
      case '/':
      case '%':
        if (!this.live) return 0n;
        if (right === 0n) this.fail('divide', this.at - 1);
        return wrap(operator === '/' ? left / right : left % right);
      case '+':
        return wrap(left + right);
      case '-':
        return wrap(left - right);
      case '*':
        return wrap(left * right);
      case '<<':
        return wrap(left << (right & 63n));
      case '>>':
        return left >> (right & 63n);
      case '&':
        return left & right;
      case '|':
        return left | right;
      case '^':
        return left ^ right;
      default:
        return compare(operator, left, right) ? 1n : 0n;
    }
  }
}

function compare(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '&&':
      return left !== 0n && right !== 0n;
    case '||':
      return left !== 0n || right !== 0n;
    default:
      throw new Error(`not an operator: ${operator}`);
  }
}

/** The name and the subscript of `a[1]`. */
function placeOf(token: string): [string, string | undefined] {
  const [name = '', subscript] = token.split(/\[|\]$/);
  return [name, subscript];
}

function isName(token: string): boolean {
  return /^[A-Za-z_]/.test(token);
}
