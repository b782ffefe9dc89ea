import type { Expression, Place } from './ast';
import { TokenCursor } from './cursor';

const ASSIGNMENTS: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=', '**=']);
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '==', '!=', '>', '>=']);

/** Recursive descent over the expressions of POSIX awk, the weakest operator first. */
export class ExpressionParser extends TokenCursor {
  /** In the list of a `print` a `>` redirects. */
  protected redirects = false;

  protected expression(): Expression {
    return this.nested(() => this.assignment());
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
  protected joined(): Expression {
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
      if (this.take(operator))
        return { kind: 'unary', operator, value: this.nested(() => this.unary()) };
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

  protected keys(): readonly Expression[] {
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
