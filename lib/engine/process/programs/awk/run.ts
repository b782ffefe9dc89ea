import { assertNever } from '../../../../kernel/assert-never';
import type { ProgramCall } from '../../program';
import type { AwkProgram, Statement } from './ast';
import { AwkEvaluator } from './evaluate';
import { AwkMemory } from './memory';
import { AwkOutput } from './output';
import { AwkRecords } from './records';
import { fieldOf, isTrue, numberOf, sprintf, textOf, UNSET, type Value } from './value';

/** A statement leaves what it stands in. */
/** `exit` or `next` within a function. No `Error`: it is no failure. */
class RuleLeft {
  constructor(readonly how: 'exit' | 'next') {}
}

type Leaving = 'break' | 'continue' | 'next' | 'exit' | 'return' | null;

/** A program at work on its input: its rules and its statements. */
export class AwkRun {
  readonly memory: AwkMemory;
  private readonly records: AwkRecords;
  private readonly output: AwkOutput;
  private readonly evaluator: AwkEvaluator;
  private readonly inRange = new Set<number>();
  /** What the latest `return` gives. */
  private result: Value = UNSET;

  constructor(
    private readonly program: AwkProgram,
    private readonly call: ProgramCall,
  ) {
    this.memory = new AwkMemory(call);
    this.records = new AwkRecords(call, this.memory);
    this.output = new AwkOutput(call);
    this.evaluator = new AwkEvaluator(
      call,
      this.memory,
      this.records,
      this.output,
      program.functions,
      (body) => this.perform(body),
    );
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
    this.memory.arrays.set('ARGV', new Map(argv));
    this.memory.variables.set('ARGC', argv.length);
    let leaving: Leaving = null;
    this.records.open(operands);
    for (const rule of this.program.rules)
      if (rule.when === 'BEGIN' && leaving !== 'exit')
        leaving = this.act(() => this.doAll(rule.action));
    while (leaving !== 'exit' && this.reads && this.nextRecord())
      leaving = this.act(() => this.rules());
    if (leaving !== 'exit' || this.reads) {
      const stopped = leaving === 'exit';
      for (const rule of this.program.rules)
        if (rule.when === 'END' && (!stopped || this.reads) && leaving !== 'return')
          if (this.act(() => this.doAll(rule.action)) === 'exit') break;
    }
    this.output.closeAll();
    return this.memory.exitCode;
  }

  private nextRecord(): boolean {
    this.memory.spend();
    const record = this.records.next();
    if (record === undefined) return false;
    this.memory.setRecord(record);
    return true;
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
      if (action === null) this.call.out(`${this.memory.record}${this.memory.text('ORS')}`);
      const leaving = this.doAll(action);
      if (leaving === 'exit') return leaving;
      if (leaving === 'next') break;
    }
    return null;
  }

  private valueOf: AwkEvaluator['valueOf'] = (expression) => this.evaluator.valueOf(expression);

  /** What a rule comes to, also when a function that it calls has left it. */
  private act(rule: () => Leaving): Leaving {
    try {
      return rule();
    } catch (left) {
      if (left instanceof RuleLeft) return left.how;
      throw left;
    }
  }

  /** Runs a function's body. @throws RuleLeft when it leaves more than the function */
  private perform(body: Statement): Value {
    this.result = UNSET;
    const leaving = this.do(body);
    if (leaving === 'exit' || leaving === 'next') throw new RuleLeft(leaving);
    const { result } = this;
    this.result = UNSET;
    return result;
  }

  private doAll(statement: Statement | null): Leaving {
    return statement === null ? null : this.do(statement);
  }

  private do(statement: Statement): Leaving {
    this.memory.spend();
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
      case 'each':
        return this.each(statement);
      case 'delete': {
        const array = this.memory.array(statement.array);
        if (statement.keys === null) array.clear();
        else array.delete(this.evaluator.key(statement.keys));
        return null;
      }
      case 'leave':
        return statement.how;
      case 'exit':
        if (statement.value !== null)
          this.memory.exitCode = numberOf(this.valueOf(statement.value)) & 255;
        return 'exit';
      case 'return':
        this.result = statement.value === null ? UNSET : this.valueOf(statement.value);
        return 'return';
      default:
        return assertNever(statement);
    }
  }

  private loop(loop: Statement & { readonly kind: 'loop' }): Leaving {
    const { begin, test, step, body, bodyFirst } = loop;
    this.doAll(begin);
    for (let first = true; ; first = false) {
      this.memory.spend();
      if (!(first && bodyFirst) && test !== null && !isTrue(this.valueOf(test))) return null;
      const leaving = this.do(body);
      if (leaving === 'break') return null;
      if (leaving !== null && leaving !== 'continue') return leaving;
      this.doAll(step);
    }
  }

  private each({ array: name, variable, body }: Statement & { readonly kind: 'each' }): Leaving {
    const array = this.memory.array(name);
    for (const key of [...array.keys()]) {
      if (!array.has(key)) continue;
      this.memory.setVariable(variable, fieldOf(key));
      const leaving = this.do(body);
      if (leaving === 'break') return null;
      if (leaving !== null && leaving !== 'continue') return leaving;
    }
    return null;
  }

  private print({ formatted, args, to }: Statement & { readonly kind: 'print' }): void {
    const { memory } = this;
    const values = args.map((arg) => this.valueOf(arg));
    const text = formatted
      ? sprintf(textOf(values[0] ?? ''), values.slice(1))
      : (values.length === 0
          ? memory.record
          : values.map((value) => textOf(value, memory.text('OFMT'))).join(memory.text('OFS'))) +
        memory.text('ORS');
    if (to === null) this.call.out(text);
    else this.output.redirect(text, to.operator, textOf(this.valueOf(to.target)));
  }
}
