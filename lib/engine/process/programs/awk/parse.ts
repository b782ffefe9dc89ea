import type { AwkFunction, AwkProgram, Expression, Rule, Statement } from './ast';
import { tokensOf } from './lex';
import { ExpressionParser } from './parse-expression';

/** Reads a program. @throws AwkError */
export function parseAwk(source: string): AwkProgram {
  return new Parser(tokensOf(source)).program();
}

/** Recursive descent over the rules and statements of POSIX awk. */
class Parser extends ExpressionParser {
  private readonly functions = new Map<string, AwkFunction>();

  program(): AwkProgram {
    const rules: Rule[] = [];
    for (this.newlines(); this.token.kind !== 'end'; this.newlines()) {
      if (this.is('function')) this.functionDefinition();
      else rules.push(this.rule());
      while (this.take(';')) this.newlines();
    }
    return { rules, functions: this.functions };
  }

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
    return this.nested(() => this.plainStatement());
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
}
