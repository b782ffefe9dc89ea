import type { AwkFunction, AwkProgram, Expression, Place, Rule, Statement } from './ast';
import { AwkError, tokensOf, type Token } from './lex';

const DEEPEST = 200;
const ASSIGNMENTS: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=', '**=']);
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '==', '!=', '>', '>=']);

/** Reads a program. @throws AwkError */
export function parseAwk(source: string): AwkProgram {
  return new Parser(tokensOf(source)).program();
}

/** Recursive descent over the grammar of POSIX awk, the weakest operator first. */
class Parser {
  private at = 0;
  private depth = 0;
  /** In the list of a `print` a `>` redirects. */
  private redirects = false;
  private readonly functions = new Map<string, AwkFunction>();

  constructor(private readonly tokens: readonly Token[]) {}

  program(): AwkProgram {
    const rules: Rule[] = [];
    for (this.newlines(); this.token.kind !== 'end'; this.newlines()) {
      if (this.is('function')) this.functionDefinition();
      else rules.push(this.rule());
      while (this.take(';')) this.newlines();
    }
    return { rules, functions: this.functions };
  }

  // ------------------------------------------------------------------------------------------ tokens

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', line: 1 };
  }

  private is(text: string): boolean {
    const { kind } = this.token;
    return (kind === 'sign' || kind === 'word') && this.token.text === text;
  }

  private take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  private fail(): never {
    const { kind, text, line } = this.token;
    throw new AwkError(kind === 'end' ? 'end' : 'token', text, line);
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail();
  }

  private newlines(): void {
    while (this.take('\n') || this.take(';'));
  }

  private lines(): void {
    while (this.take('\n'));
  }

  private name(): string {
    const { kind, text } = this.token;
    if (kind !== 'name' && kind !== 'call') return this.fail();
    this.at++;
    return text;
  }

  // ------------------------------------------------------------------------------------------ rules and statements

  private functionDefinition(): void {
    this.at++;
    const name = this.name();
    this.expect('(');
    const parameters: string[] = [];
    while (!this.take(')')) {
      parameters.push(this.name());
      if (!this.is(')')) this.expect(',');
      this.lines();
    }
    this.lines();
    this.functions.set(name, { parameters, body: this.block() });
  }

  private rule(): Rule {
    for (const when of ['BEGIN', 'END'] as const)
      if (this.take(when)) return { when, first: null, last: null, action: this.block() };
    const first = this.is('{') ? null : this.expression();
    let last: Expression | null = null;
    if (this.take(',')) {
      this.lines();
      last = this.expression();
    }
    return { when: 'record', first, last, action: this.is('{') ? this.block() : null };
  }

  private block(): Statement {
    this.expect('{');
    const body: Statement[] = [];
    for (this.newlines(); !this.take('}'); this.newlines()) body.push(this.statement());
    return { kind: 'block', body };
  }

  /** A statement behind a head, which may stand on the next line; `;` alone does nothing. */
  private body(): Statement {
    this.lines();
    return this.take(';') ? { kind: 'block', body: [] } : this.statement();
  }

  private statement(): Statement {
    if (++this.depth > DEEPEST) throw new AwkError('limit', '', this.token.line);
    const statement = this.plainStatement();
    this.depth--;
    return statement;
  }

  private plainStatement(): Statement {
    if (this.is('{')) return this.block();
    if (this.take('if')) return this.conditional();
    if (this.take('while')) {
      const test = this.inBrackets();
      return { kind: 'loop', begin: null, test, step: null, body: this.body(), bodyFirst: false };
    }
    if (this.take('do')) {
      const body = this.body();
      this.newlines();
      this.expect('while');
      const test = this.inBrackets();
      this.ends();
      return { kind: 'loop', begin: null, test, step: null, body, bodyFirst: true };
    }
    if (this.take('for')) return this.forLoop();
    const statement = this.simple();
    this.ends();
    return statement;
  }

  /** Behind a statement: `;`, the end of the line, or of the block. */
  private ends(): void {
    if (!this.take(';') && !this.take('\n') && !this.is('}') && this.token.kind !== 'end')
      this.fail();
  }

  private conditional(): Statement {
    const test = this.inBrackets();
    const yes = this.body();
    const back = this.at;
    this.newlines();
    if (this.take('else')) return { kind: 'if', test, yes, no: this.body() };
    this.at = back;
    return { kind: 'if', test, yes, no: null };
  }

  private inBrackets(): Expression {
    this.expect('(');
    const value = this.expression();
    this.expect(')');
    return value;
  }

  private forLoop(): Statement {
    this.expect('(');
    const [name, word, array, close] = this.tokens.slice(this.at, this.at + 4);
    if (
      name?.kind === 'name' &&
      word?.text === 'in' &&
      array?.kind === 'name' &&
      close?.text === ')'
    ) {
      this.at += 4;
      return { kind: 'each', variable: name.text, array: array.text, body: this.body() };
    }
    const begin = this.is(';') ? null : this.simple();
    this.expect(';');
    this.lines();
    const test = this.is(';') ? null : this.expression();
    this.expect(';');
    this.lines();
    const step = this.is(')') ? null : this.simple();
    this.expect(')');
    return { kind: 'loop', begin, test, step, body: this.body(), bodyFirst: false };
  }

  private simple(): Statement {
    for (const how of ['break', 'continue', 'next'] as const)
      if (this.take(how)) return { kind: 'leave', how };
    for (const kind of ['exit', 'return'] as const)
      if (this.take(kind)) return { kind, value: this.atEnd() ? null : this.expression() };
    if (this.take('delete')) {
      const array = this.name();
      return { kind: 'delete', array, keys: this.take('[') ? this.keys() : null };
    }
    if (this.take('print')) return this.print(false);
    if (this.take('printf')) return this.print(true);
    return { kind: 'expression', value: this.expression() };
  }

  private atEnd(): boolean {
    return [';', '\n', '}'].some((sign) => this.is(sign)) || this.token.kind === 'end';
  }

  private print(formatted: boolean): Statement {
    const args: Expression[] = [];
    const begin = this.at;
    if (!this.atEnd() && !this.is('>') && !this.is('|')) {
      const all = this.bracketed();
      if (all) args.push(...all);
      else {
        this.at = begin;
        this.redirects = true;
        do {
          this.lines();
          args.push(this.expression());
        } while (this.take(','));
        this.redirects = false;
      }
    }
    for (const operator of ['>>', '>', '|'] as const)
      if (this.take(operator))
        return { kind: 'print', formatted, args, to: { operator, target: this.joined() } };
    return { kind: 'print', formatted, args, to: null };
  }

  /** `print (a, b)`: the list in brackets where nothing else comes behind them; else null. */
  private bracketed(): readonly Expression[] | null {
    if (!this.take('(')) return null;
    const args: Expression[] = [];
    do {
      this.lines();
      args.push(this.expression());
    } while (this.take(','));
    if (!this.take(')')) return null;
    return this.atEnd() || this.is('>') || this.is('>>') || this.is('|') ? args : null;
  }

  // ------------------------------------------------------------------------------------------ expressions

  private expression(): Expression {
    if (++this.depth > DEEPEST) throw new AwkError('limit', '', this.token.line);
    const value = this.assignment();
    this.depth--;
    return value;
  }

  private assignment(): Expression {
    const left = this.choice();
    const { kind, text } = this.token;
    if (kind !== 'sign' || !ASSIGNMENTS.has(text) || !isPlace(left)) return left;
    this.at++;
    this.lines();
    const operator = text === '**=' ? '^' : text.slice(0, -1);
    return { kind: 'assign', operator, to: left, value: this.assignment() };
  }

  private choice(): Expression {
    const test = this.either();
    if (!this.take('?')) return test;
    this.lines();
    const yes = this.assignment();
    this.lines();
    this.expect(':');
    this.lines();
    return { kind: 'choice', test, yes, no: this.assignment() };
  }

  private either(): Expression {
    let left = this.both();
    while (this.take('||')) {
      this.lines();
      left = { kind: 'binary', operator: '||', left, right: this.both() };
    }
    return left;
  }

  private both(): Expression {
    let left = this.membership();
    while (this.take('&&')) {
      this.lines();
      left = { kind: 'binary', operator: '&&', left, right: this.membership() };
    }
    return left;
  }

  private membership(): Expression {
    let left = this.matching();
    while (this.take('in')) left = { kind: 'in', keys: [left], array: this.name() };
    return left;
  }

  private matching(): Expression {
    let text = this.comparison();
    for (;;) {
      const negated = this.is('!~');
      if (!negated && !this.is('~')) return text;
      this.at++;
      text = { kind: 'match', negated, text, pattern: this.comparison() };
    }
  }

  private comparison(): Expression {
    const left = this.joined();
    const { kind, text } = this.token;
    if (kind !== 'sign' || !COMPARISONS.has(text) || (text === '>' && this.redirects)) return left;
    this.at++;
    return { kind: 'binary', operator: text, left, right: this.joined() };
  }

  /** Values side by side are joined. */
  private joined(): Expression {
    let left = this.sum();
    while (this.beginsValue()) left = { kind: 'binary', operator: ' ', left, right: this.sum() };
    return left;
  }

  private beginsValue(): boolean {
    const { kind, text } = this.token;
    if (kind === 'sign') return ['$', '(', '++', '--'].includes(text);
    return kind !== 'end' && kind !== 'word';
  }

  private sum(): Expression {
    let left = this.product();
    for (;;) {
      const { kind, text } = this.token;
      if (kind !== 'sign' || (text !== '+' && text !== '-')) return left;
      this.at++;
      left = { kind: 'binary', operator: text, left, right: this.product() };
    }
  }

  private product(): Expression {
    let left = this.unary();
    for (;;) {
      const { kind, text } = this.token;
      if (kind !== 'sign' || !['*', '/', '%'].includes(text)) return left;
      this.at++;
      left = { kind: 'binary', operator: text, left, right: this.unary() };
    }
  }

  private unary(): Expression {
    for (const operator of ['!', '-', '+'] as const)
      if (this.take(operator)) {
        if (++this.depth > DEEPEST) throw new AwkError('limit', '', this.token.line);
        const value = this.unary();
        this.depth--;
        return { kind: 'unary', operator, value };
      }
    return this.power();
  }

  private power(): Expression {
    const left = this.stepped();
    if (!this.take('^') && !this.take('**')) return left;
    return { kind: 'binary', operator: '^', left, right: this.unary() };
  }

  private stepped(): Expression {
    for (const [sign, by] of [
      ['++', 1],
      ['--', -1],
    ] as const)
      if (this.take(sign)) {
        const to = this.primary();
        return isPlace(to) ? { kind: 'step', by, before: true, to } : this.fail();
      }
    const value = this.primary();
    if (isPlace(value)) {
      if (this.take('++')) return { kind: 'step', by: 1, before: false, to: value };
      if (this.take('--')) return { kind: 'step', by: -1, before: false, to: value };
    }
    return value;
  }

  private primary(): Expression {
    const { kind, text } = this.token;
    switch (kind) {
      case 'number':
        this.at++;
        return { kind: 'number', value: Number(text) };
      case 'text':
        this.at++;
        return { kind: 'text', value: text };
      case 'pattern':
        this.at++;
        return { kind: 'pattern', source: text };
      case 'call':
        this.at += 2;
        return { kind: 'call', name: text, own: false, args: this.args() };
      case 'builtin':
        this.at++;
        return { kind: 'call', name: text, own: true, args: this.take('(') ? this.args() : [] };
      case 'name':
        this.at++;
        return this.take('[')
          ? { kind: 'element', name: text, keys: this.keys() }
          : { kind: 'name', name: text };
      case 'word':
        return text === 'getline' ? this.getline() : this.fail();
      case 'sign':
        if (this.take('$')) {
          const before = this.is('++') || this.is('--');
          return { kind: 'field', index: before ? this.stepped() : this.primary() };
        }
        return this.group();
      default:
        return this.fail();
    }
  }

  private group(): Expression {
    const outer = this.redirects;
    this.expect('(');
    this.redirects = false;
    const keys: Expression[] = [];
    do {
      this.lines();
      keys.push(this.expression());
    } while (this.take(','));
    this.lines();
    this.expect(')');
    this.redirects = outer;
    const [only] = keys;
    if (keys.length === 1 && only && !this.is('in')) return only;
    this.expect('in');
    return { kind: 'in', keys, array: this.name() };
  }

  private args(): readonly Expression[] {
    const outer = this.redirects;
    this.redirects = false;
    const args: Expression[] = [];
    while (!this.take(')')) {
      this.lines();
      args.push(this.expression());
      this.lines();
      if (!this.is(')')) this.expect(',');
    }
    this.redirects = outer;
    return args;
  }

  private keys(): readonly Expression[] {
    const outer = this.redirects;
    this.redirects = false;
    const keys: Expression[] = [];
    do keys.push(this.expression());
    while (this.take(','));
    this.expect(']');
    this.redirects = outer;
    return keys;
  }

  private getline(): Expression {
    this.at++;
    const { kind } = this.token;
    const to = kind === 'name' || this.is('$') ? this.primary() : null;
    if (to !== null && !isPlace(to)) return this.fail();
    return { kind: 'getline', to, file: this.take('<') ? this.primary() : null };
  }
}

function isPlace(expression: Expression): expression is Place {
  return ['name', 'element', 'field'].includes(expression.kind);
}
