import { assertNever } from '../../../../kernel/assert-never';
import type { ProgramCall } from '../../program';
import { isBusybox } from '../options';
import { MOST_LINE } from '../regex';
import type { AwkFunction, Expression, Place } from './ast';
import { callBuiltin } from './builtins';
import { AwkError } from './lex';
import { checkLength, type AwkArray, type AwkMemory, type Frame } from './memory';
import type { AwkOutput } from './output';
import type { AwkRecords } from './records';
import { compare, fieldOf, isTrue, numberOf, textOf, UNSET, type Value } from './value';

const DEEPEST_CALL = 200;

/** The values of a program's expressions. */
export class AwkEvaluator {
  private calls = 0;
  seed = 0;
  /** The state of its random numbers. */
  random = 0;

  /** `perform` does the body of one of the program's own functions and gives what it returns. */
  constructor(
    readonly call: ProgramCall,
    readonly memory: AwkMemory,
    private readonly records: AwkRecords,
    private readonly output: AwkOutput,
    private readonly functions: ReadonlyMap<string, AwkFunction>,
    private readonly perform: (body: AwkFunction['body']) => Value,
  ) {}

  /** The value of an expression, which may assign, read and call on its way. @throws AwkError */
  valueOf(expression: Expression): Value {
    const { memory } = this;
    memory.spend();
    switch (expression.kind) {
      case 'number':
      case 'text':
        return expression.value;
      case 'pattern':
        return memory.pattern(expression.source).test(memory.record.slice(0, MOST_LINE)) ? 1 : 0;
      case 'name':
        return memory.variable(expression.name);
      case 'element': {
        const array = memory.array(expression.name);
        const key = this.key(expression.keys);
        if (!array.has(key)) array.set(key, UNSET);
        return array.get(key) ?? UNSET;
      }
      case 'field':
        return memory.field(numberOf(this.valueOf(expression.index)));
      case 'assign':
        return this.assignment(expression);
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
        return memory.array(expression.array).has(this.key(expression.keys)) ? 1 : 0;
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

  /** The key of an element: its subscripts, joined by SUBSEP. */
  key(keys: readonly Expression[]): string {
    return keys
      .map((key) => textOf(this.valueOf(key), this.memory.text('CONVFMT')))
      .join(this.memory.text('SUBSEP'));
  }

  /** The pattern that an expression stands for. */
  patternOf(expression: Expression): RegExp {
    return this.memory.pattern(
      expression.kind === 'pattern' ? expression.source : textOf(this.valueOf(expression)),
    );
  }

  assign(place: Place, value: Value): void {
    const { memory } = this;
    switch (place.kind) {
      case 'name':
        return memory.setVariable(place.name, value);
      case 'element':
        return memory.setElement(place.name, this.key(place.keys), value);
      case 'field':
        checkLength(value);
        return memory.setField(numberOf(this.valueOf(place.index)), value);
      default:
        assertNever(place);
    }
  }

  /** Ends a pipe or a file that is read. Returns the exit code of the pipe's command, -1 without one. */
  close(name: string): number {
    this.records.close(name);
    return this.output.close(name);
  }

  private assignment({ operator, to, value }: Expression & { readonly kind: 'assign' }): Value {
    const right = this.valueOf(value);
    const result =
      operator === ''
        ? right
        : this.calculate(operator, numberOf(this.valueOf(to)), numberOf(right));
    this.assign(to, result);
    return result;
  }

  private binary({ operator, left, right }: Expression & { readonly kind: 'binary' }): Value {
    const first = this.valueOf(left);
    if (operator === '&&') return isTrue(first) && isTrue(this.valueOf(right)) ? 1 : 0;
    if (operator === '||') return isTrue(first) || isTrue(this.valueOf(right)) ? 1 : 0;
    const second = this.valueOf(right);
    const format = this.memory.text('CONVFMT');
    if (operator === ' ') {
      const joined = textOf(first, format) + textOf(second, format);
      checkLength(joined);
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
        return this.memory.mathOnly(left ** right);
    }
  }

  private callOwn({ name, args }: Expression & { readonly kind: 'call' }): Value {
    const { memory } = this;
    const own = this.functions.get(name);
    if (!own) throw new AwkError('function', name, 1);
    if (++this.calls > DEEPEST_CALL) throw new AwkError('limit', '', 1);
    const frame: Frame = { values: new Map<string, Value>(), arrays: new Map<string, AwkArray>() };
    own.parameters.forEach((parameter, index) => {
      const arg = args[index];
      frame.values.set(parameter, UNSET);
      if (arg?.kind === 'name' && !memory.isSet(arg.name))
        frame.arrays.set(parameter, memory.array(arg.name));
      else if (arg) frame.values.set(parameter, this.valueOf(arg));
    });
    const outer = memory.frame;
    memory.frame = frame;
    const result = this.perform(own.body);
    memory.frame = outer;
    this.calls--;
    return result;
  }

  private getline({ to, file }: Expression & { readonly kind: 'getline' }): Value {
    const line =
      file === null ? this.records.next() : this.records.nextOf(textOf(this.valueOf(file)));
    if (line === null) return -1;
    if (line === undefined) return 0;
    if (to === null) this.memory.setRecord(line);
    else this.assign(to, fieldOf(line));
    return 1;
  }
}
