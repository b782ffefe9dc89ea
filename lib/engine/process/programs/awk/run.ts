import { assertNever } from '../../../../kernel/assert-never';
import { resolvePath } from '../../../files/path';
import type { ProgramCall } from '../../program';
import { unescapeText } from '../escapes';
import { linesOf, textOfEntry, unreadable } from '../input';
import { complain, isBusybox } from '../options';
import { entryOf, owned } from '../paths';
import { MOST_LINE, posixPattern } from '../regex';
import type { AwkProgram, Expression, Place, Statement } from './ast';
import { callBuiltin } from './builtins';
import { AwkError } from './lex';
import { compare, fieldOf, isTrue, numberOf, sprintf, textOf, UNSET, type Value } from './value';

/** How many statements and expressions a program may go through, and how long a text may grow. */
const MOST_STEPS = 400_000;
const MOST_TEXT = 1_000_000;
const MOST_FIELDS = 10_000;
const DEEPEST_CALL = 200;

type AwkArray = Map<string, Value>;

/** A statement leaves what it stands in. */
type Leaving = 'break' | 'continue' | 'next' | 'exit' | 'return' | null;

/** A program at work on its input. */
export class AwkRun {
  readonly variables = new Map<string, Value>([
    ['FS', ' '],
    ['OFS', ' '],
    ['ORS', '\n'],
    ['RS', '\n'],
    ['CONVFMT', '%.6g'],
    ['OFMT', '%.6g'],
    ['SUBSEP', '\x1c'],
    ['NR', 0],
    ['FNR', 0],
    ['RSTART', 0],
    ['RLENGTH', -1],
    ['FILENAME', ''],
  ]);
  readonly arrays = new Map<string, AwkArray>();
  private readonly patterns = new Map<string, RegExp>();
  private readonly pipes = new Map<string, string>();
  private readonly opened = new Set<string>();
  private readonly reading = new Map<string, { readonly lines: readonly string[]; at: number }>();
  private record = '';
  private fields: Value[] | null = [];
  private local: {
    readonly values: Map<string, Value>;
    readonly arrays: Map<string, AwkArray>;
  } | null = null;
  private input: Iterator<string> = [][Symbol.iterator]();
  private result: Value = UNSET;
  private steps = 0;
  private calls = 0;
  private inRange = new Set<number>();
  private code = 0;
  seed = 0;
  /** The state of its random numbers. */
  random = 0;

  constructor(
    private readonly program: AwkProgram,
    readonly call: ProgramCall,
  ) {
    const environment = Object.entries(call.environment()).map(
      ([key, text]) => [key, fieldOf(text)] as const,
    );
    this.arrays.set('ENVIRON', new Map(environment));
  }

  /** Does the program read anything at all? One that has nothing but BEGIN does not. */
  get reads(): boolean {
    return this.program.rules.some(({ when }) => when !== 'BEGIN');
  }

  /** Runs the program over its operands; returns the exit code. @throws AwkError */
  run(operands: readonly string[]): number {
    const argv = [this.call.argv[0] ?? 'awk', ...operands].map(
      (text, at) => [String(at), fieldOf(text)] as const,
    );
    this.arrays.set('ARGV', new Map(argv));
    this.variables.set('ARGC', argv.length);
    let leaving: Leaving = null;
    this.input = this.records(operands);
    for (const rule of this.program.rules)
      if (rule.when === 'BEGIN' && leaving !== 'exit') leaving = this.doAll(rule.action);
    while (leaving !== 'exit' && this.reads && this.nextRecord()) leaving = this.rules();
    if (leaving !== 'exit' || this.reads) {
      const stopped = leaving === 'exit';
      for (const rule of this.program.rules)
        if (rule.when === 'END' && (!stopped || this.reads) && leaving !== 'return')
          if (this.doAll(rule.action) === 'exit') break;
    }
    for (const command of this.pipes.keys()) this.close(command);
    return this.code;
  }

  private rules(): Leaving {
    for (const [index, { when, first, last, action }] of this.program.rules.entries()) {
      if (when !== 'record') continue;
      if (last !== null && this.inRange.has(index)) {
        if (isTrue(this.valueOf(last))) this.inRange.delete(index);
      } else if (first !== null) {
        if (!isTrue(this.valueOf(first))) continue;
        if (last !== null && !isTrue(this.valueOf(last))) this.inRange.add(index);
      }
      if (action === null) this.call.out(`${this.record}${this.text('ORS')}`);
      const leaving = this.doAll(action);
      if (leaving === 'exit') return leaving;
      if (leaving === 'next') break;
    }
    return null;
  }

  // ------------------------------------------------------------------------------------------ input

  private *records(operands: readonly string[]): Generator<string> {
    let files = 0;
    for (const operand of operands) {
      const [, name, text = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(operand) ?? [];
      if (name !== undefined) this.variables.set(name, fieldOf(unescapeText(text)));
      else {
        files++;
        yield* this.file(operand);
      }
    }
    if (files === 0) yield* this.file('-');
  }

  private *file(name: string): Generator<string> {
    let text = this.call.stdin ?? '';
    if (name !== '-') {
      const complaint = unreadable(this.call, name);
      const entry = entryOf(this.call, name);
      if (complaint !== null || entry === null) {
        complain(
          this.call,
          isBusybox(this.call)
            ? (complaint ?? '')
            : `cannot open ${name} (No such file or directory)`,
        );
        this.code = isBusybox(this.call) ? 1 : 2;
        return;
      }
      text = textOfEntry(entry);
      this.variables.set('FILENAME', name);
    }
    this.variables.set('FNR', 0);
    while (text !== '') {
      const [record, rest] = this.cutRecord(text);
      text = rest;
      if (record === null) return;
      this.variables.set('FNR', numberOf(this.variable('FNR')) + 1);
      yield record;
    }
  }

  private cutRecord(text: string): readonly [record: string | null, rest: string] {
    const separator = this.text('RS');
    if (separator === '') {
      const from = text.replace(/^\n+/, '');
      if (from === '') return [null, ''];
      const end = from.search(/\n\n/);
      return end < 0
        ? [from.replace(/\n$/, ''), '']
        : [from.slice(0, end), from.slice(end).replace(/^\n+/, '')];
    }
    const pattern = separator.length === 1 ? null : this.pattern(separator);
    const found = pattern?.exec(text);
    const at = pattern === null ? text.indexOf(separator) : (found?.index ?? -1);
    if (at >= 0)
      return [text.slice(0, at), text.slice(at + (found?.[0].length ?? separator.length))];
    return [separator === '\n' ? text : text.replace(/\n$/, ''), ''];
  }

  private nextRecord(): boolean {
    this.spend();
    const next = this.input.next();
    if (next.done === true) return false;
    this.variables.set('NR', numberOf(this.variable('NR')) + 1);
    this.setRecord(next.value);
    return true;
  }

  private setRecord(text: string): void {
    this.record = text;
    this.fields = null;
  }

  /** The fields of the record, the first at 0. */
  private split(): Value[] {
    this.fields ??= this.cut(this.record, this.text('FS')).map(fieldOf);
    return this.fields;
  }

  /** Cuts a text as FS says: one blank stands for all white space, another character for itself, anything longer is a pattern. */
  cut(text: string, separator: string): readonly string[] {
    if (separator === ' ') {
      const trimmed = text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
      return trimmed === '' ? [] : trimmed.split(/[ \t\n]+/).slice(0, MOST_FIELDS);
    }
    if (text === '') return [];
    if (separator === '') return [...text].slice(0, MOST_FIELDS);
    const by = separator.length === 1 && separator !== '\\' ? separator : this.pattern(separator);
    return text.slice(0, MOST_TEXT).split(by, MOST_FIELDS);
  }

  // ------------------------------------------------------------------------------------------ statements

  private spend(): void {
    if (++this.steps > MOST_STEPS) throw new AwkError('limit', '', 1);
    if (this.steps % 4_000 === 0) this.call.host.giveWay();
  }

  private doAll(statement: Statement | null): Leaving {
    return statement === null ? null : this.do(statement);
  }

  private do(statement: Statement): Leaving {
    this.spend();
    switch (statement.kind) {
      case 'expression':
        this.valueOf(statement.value);
        return null;
      case 'print':
        this.print(statement);
        return null;
      case 'block':
        for (const each of statement.body) {
          const leaving = this.do(each);
          if (leaving !== null) return leaving;
        }
        return null;
      case 'if':
        return this.doAll(isTrue(this.valueOf(statement.test)) ? statement.yes : statement.no);
      case 'loop':
        return this.loop(statement);
      case 'each': {
        const array = this.array(statement.array);
        for (const key of [...array.keys()]) {
          if (!array.has(key)) continue;
          this.assign({ kind: 'name', name: statement.variable }, fieldOf(key));
          const leaving = this.do(statement.body);
          if (leaving === 'break') break;
          if (leaving !== null && leaving !== 'continue') return leaving;
        }
        return null;
      }
      case 'delete':
        if (statement.keys === null) this.array(statement.array).clear();
        else this.array(statement.array).delete(this.key(statement.keys));
        return null;
      case 'leave':
        return statement.how;
      case 'exit':
        if (statement.value !== null) this.code = numberOf(this.valueOf(statement.value)) & 255;
        return 'exit';
      case 'return':
        this.result = statement.value === null ? UNSET : this.valueOf(statement.value);
        return 'return';
      default:
        return assertNever(statement);
    }
  }

  private loop({
    begin,
    test,
    step,
    body,
    bodyFirst,
  }: Statement & { readonly kind: 'loop' }): Leaving {
    this.doAll(begin);
    for (let first = true; ; first = false) {
      this.spend();
      if (!(first && bodyFirst) && test !== null && !isTrue(this.valueOf(test))) return null;
      const leaving = this.do(body);
      if (leaving === 'break') return null;
      if (leaving !== null && leaving !== 'continue') return leaving;
      this.doAll(step);
    }
  }

  private print({ formatted, args, to }: Statement & { readonly kind: 'print' }): void {
    const values = args.map((arg) => this.valueOf(arg));
    const text = formatted
      ? sprintf(textOf(values[0] ?? ''), values.slice(1))
      : (values.length === 0
          ? this.record
          : values.map((value) => textOf(value, this.text('OFMT'))).join(this.text('OFS'))) +
        this.text('ORS');
    if (to === null) return this.call.out(text);
    const target = textOf(this.valueOf(to.target));
    if (to.operator === '|') {
      this.pipes.set(target, (this.pipes.get(target) ?? '') + text);
      return;
    }
    if (target === '/dev/stdout' || target === '-') return this.call.out(text);
    if (target === '/dev/stderr') return this.call.error(text);
    const { host, cwd } = this.call;
    const path = resolvePath(cwd, target);
    const before = host.files.get(path);
    const keeps = to.operator === '>>' || this.opened.has(path);
    this.opened.add(path);
    const content = (keeps && before?.kind === 'text' ? before.text : '') + text;
    host.files.write(path, owned(this.call, { kind: 'text', text: content }));
  }

  /** Ends a pipe: the command reads what was printed into it. Returns its exit code, -1 without one. */
  close(name: string): number {
    const text = this.pipes.get(name);
    this.pipes.delete(name);
    this.reading.delete(name);
    return text === undefined ? -1 : this.call.run(['sh', '-c', name], text);
  }

  // ------------------------------------------------------------------------------------------ variables

  variable(name: string): Value {
    if (name === 'NF') return this.split().length;
    return this.local?.values.get(name) ?? this.variables.get(name) ?? UNSET;
  }

  text(name: string): string {
    return textOf(this.variable(name));
  }

  array(name: string): AwkArray {
    const own = this.local?.arrays.get(name);
    if (own) return own;
    const isLocal = this.local?.values.has(name) === true;
    const arrays = isLocal && this.local ? this.local.arrays : this.arrays;
    const array = arrays.get(name) ?? new Map<string, Value>();
    arrays.set(name, array);
    return array;
  }

  private key(keys: readonly Expression[]): string {
    return keys
      .map((key) => textOf(this.valueOf(key), this.text('CONVFMT')))
      .join(this.text('SUBSEP'));
  }

  assign(place: Place, value: Value): void {
    if (typeof value === 'string' && value.length > MOST_TEXT) throw new AwkError('limit', '', 1);
    switch (place.kind) {
      case 'name':
        if (place.name === 'NF') this.resize(numberOf(value));
        else if (this.local?.values.has(place.name)) this.local.values.set(place.name, value);
        else this.variables.set(place.name, value);
        return;
      case 'element': {
        const array = this.array(place.name);
        array.set(this.key(place.keys), value);
        if (array.size > MOST_FIELDS * 10) throw new AwkError('limit', '', 1);
        return;
      }
      case 'field': {
        const index = numberOf(this.valueOf(place.index));
        if (index === 0) return this.setRecord(textOf(value));
        const fields = this.split();
        if (index > fields.length) this.resize(index);
        fields[index - 1] = value;
        this.rebuild(fields);
        return;
      }
      default:
        assertNever(place);
    }
  }

  private resize(count: number): void {
    if (!(count >= 0 && count <= MOST_FIELDS)) throw new AwkError('limit', '', 1);
    const fields = this.split();
    while (fields.length < count) fields.push('');
    fields.length = Math.trunc(count);
    this.rebuild(fields);
  }

  private rebuild(fields: Value[]): void {
    this.record = fields.map((field) => textOf(field)).join(this.text('OFS'));
    this.fields = fields;
  }

  // ------------------------------------------------------------------------------------------ expressions

  /** A pattern ready to be tried; one that cannot be read matches nothing. */
  pattern(source: string): RegExp {
    const known = this.patterns.get(source);
    if (known) return known;
    const made = posixPattern(source, true) ?? /(?!)/;
    this.patterns.set(source, made);
    return made;
  }

  patternOf(expression: Expression): RegExp {
    return this.pattern(
      expression.kind === 'pattern' ? expression.source : textOf(this.valueOf(expression)),
    );
  }

  valueOf(expression: Expression): Value {
    this.spend();
    switch (expression.kind) {
      case 'number':
      case 'text':
        return expression.value;
      case 'pattern':
        return this.pattern(expression.source).test(this.record.slice(0, MOST_LINE)) ? 1 : 0;
      case 'name':
        return this.variable(expression.name);
      case 'element': {
        const array = this.array(expression.name);
        const key = this.key(expression.keys);
        if (!array.has(key)) array.set(key, UNSET);
        return array.get(key) ?? UNSET;
      }
      case 'field': {
        const index = numberOf(this.valueOf(expression.index));
        return index === 0 ? fieldOf(this.record) : (this.split()[Math.trunc(index) - 1] ?? UNSET);
      }
      case 'assign': {
        const value = this.valueOf(expression.value);
        const result =
          expression.operator === ''
            ? value
            : this.calculate(
                expression.operator,
                numberOf(this.valueOf(expression.to)),
                numberOf(value),
              );
        this.assign(expression.to, result);
        return result;
      }
      case 'step': {
        const before = numberOf(this.valueOf(expression.to));
        this.assign(expression.to, before + expression.by);
        return expression.before ? before + expression.by : before;
      }
      case 'unary': {
        const value = this.valueOf(expression.value);
        if (expression.operator === '!') return isTrue(value) ? 0 : 1;
        return expression.operator === '-' ? -numberOf(value) : numberOf(value);
      }
      case 'binary':
        return this.binary(expression);
      case 'match': {
        const text = textOf(this.valueOf(expression.text)).slice(0, MOST_LINE);
        return this.patternOf(expression.pattern).test(text) === expression.negated ? 0 : 1;
      }
      case 'in':
        return this.array(expression.array).has(this.key(expression.keys)) ? 1 : 0;
      case 'choice':
        return this.valueOf(isTrue(this.valueOf(expression.test)) ? expression.yes : expression.no);
      case 'call':
        return expression.own
          ? callBuiltin(this, expression.name, expression.args)
          : this.callOwn(expression);
      case 'getline':
        return this.getline(expression);
      default:
        return assertNever(expression);
    }
  }

  private binary({ operator, left, right }: Expression & { readonly kind: 'binary' }): Value {
    const first = this.valueOf(left);
    if (operator === '&&') return isTrue(first) && isTrue(this.valueOf(right)) ? 1 : 0;
    if (operator === '||') return isTrue(first) || isTrue(this.valueOf(right)) ? 1 : 0;
    const second = this.valueOf(right);
    const format = this.text('CONVFMT');
    if (operator === ' ') {
      const joined = textOf(first, format) + textOf(second, format);
      if (joined.length > MOST_TEXT) throw new AwkError('limit', '', 1);
      return joined;
    }
    const order = (): number => compare(first, second);
    switch (operator) {
      case '<':
        return order() < 0 ? 1 : 0;
      case '<=':
        return order() <= 0 ? 1 : 0;
      case '==':
        return order() === 0 ? 1 : 0;
      case '!=':
        return order() === 0 ? 0 : 1;
      case '>':
        return order() > 0 ? 1 : 0;
      case '>=':
        return order() >= 0 ? 1 : 0;
      default:
        return this.calculate(operator, numberOf(first), numberOf(second));
    }
  }

  private calculate(operator: string, left: number, right: number): number {
    switch (operator) {
      case '+':
        return left + right;
      case '-':
        return left - right;
      case '*':
        return left * right;
      case '/':
      case '%':
        if (right === 0 && isBusybox(this.call)) throw new AwkError('division', '', 1);
        return operator === '/' ? left / right : left % right;
      default:
        return this.mathOnly(left ** right);
    }
  }

  /** What needs a mathematical library, which a busybox may have been built without. */
  mathOnly(value: number): number {
    if (isBusybox(this.call) && this.call.host.machine.busybox.version.includes('Debian'))
      throw new AwkError('math', '', 1);
    return value;
  }

  private callOwn({ name, args }: Expression & { readonly kind: 'call' }): Value {
    const own = this.program.functions.get(name);
    if (!own) throw new AwkError('function', name, 1);
    if (++this.calls > DEEPEST_CALL) throw new AwkError('limit', '', 1);
    const values = new Map<string, Value>();
    const arrays = new Map<string, AwkArray>();
    own.parameters.forEach((parameter, index) => {
      const arg = args[index];
      values.set(parameter, UNSET);
      if (arg?.kind === 'name' && !this.isSet(arg.name))
        arrays.set(parameter, this.array(arg.name));
      else if (arg) values.set(parameter, this.valueOf(arg));
    });
    const outer = this.local;
    this.local = { values, arrays };
    this.result = UNSET;
    this.do(own.body);
    this.local = outer;
    this.calls--;
    const { result } = this;
    this.result = UNSET;
    return result;
  }

  /** Holds the name a value, so that it is no array? */
  private isSet(name: string): boolean {
    const own = this.local?.values.get(name);
    return own === undefined || own === UNSET ? this.variables.has(name) : true;
  }

  private getline({ to, file }: Expression & { readonly kind: 'getline' }): Value {
    let line: string | undefined;
    if (file === null) {
      const next = this.input.next();
      line = next.done === true ? undefined : next.value;
      if (line !== undefined) this.variables.set('NR', numberOf(this.variable('NR')) + 1);
    } else {
      const name = textOf(this.valueOf(file));
      const entry = entryOf(this.call, name);
      if (!this.reading.has(name) && (!entry || entry.kind === 'directory')) return -1;
      const open = this.reading.get(name) ?? {
        lines: entry ? linesOf(textOfEntry(entry)) : [],
        at: 0,
      };
      this.reading.set(name, open);
      line = open.lines[open.at++];
    }
    if (line === undefined) return 0;
    if (to === null) this.setRecord(line);
    else this.assign(to, fieldOf(line));
    return 1;
  }
}
