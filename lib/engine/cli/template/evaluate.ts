import { goQuote } from './go-quote';
import { parameterType, type TemplateFunctions } from './functions';
import type { Parameter, TemplateFunction } from './template-function';
import {
  commandText,
  operandText,
  pipelineText,
  type CommandNode,
  type Operand,
  type Pipeline,
  type TemplateNode,
} from './nodes';
import type { ParsedTemplate } from './parser';
import { formatValue, printValue } from './print';
import {
  asRecord,
  BOOL,
  concrete,
  dataOf,
  elementsOf,
  entriesOf,
  fieldNamed,
  GoValue,
  indirect,
  INT,
  isInvalid,
  isMethod,
  isNilInterface,
  isRaw,
  isTrue,
  NO_VALUE,
  ofType,
  STRING,
  typeName,
  zeroOf,
} from './value';

/**
 * Runs a parsed template (text/template `exec.go`). The words of every error are Go's; `executing "" at <.Nope>` names
 * the template and the text of the node. The file is long because statements, pipelines and operands evaluate one
 * another and share the variables and the bounds.
 */

const MAX_OUTPUT = 4_000_000;
const MAX_STEPS = 1_000_000;
const MAX_CALLS = 100;

/** Leaves the evaluation with its message; caught by `execute`. */
export class ExecutionFailure extends Error {}

/** A node that an error can point to. */
type Place = { readonly at: number; readonly text: () => string };

type Flow = 'next' | 'break' | 'continue';

interface Variable {
  readonly name: string;
  value: GoValue;
}

function placeOf(node: Operand): Place {
  return node.kind === 'pipeline'
    ? lastPlace(node.pipeline)
    : { at: node.at, text: () => operandText(node) };
}

/** Go's errors point to the node that it looked at last. */
function lastPlace(pipeline: Pipeline): Place {
  const last = pipeline.commands.at(-1)?.operands.at(-1);
  return last === undefined
    ? { at: pipeline.at, text: () => pipelineText(pipeline) }
    : placeOf(last);
}

export class Evaluator {
  private output = '';
  private steps = 0;
  private calls = 0;
  private variables: Variable[];
  /** The name of the template that is being run: the whole one's, or a defined one's. */
  private executing: string;

  constructor(
    private readonly template: ParsedTemplate,
    private readonly functions: TemplateFunctions,
    private readonly missingKey: 'no-value' | 'error',
    data: GoValue,
  ) {
    this.variables = [{ name: '$', value: data }];
    this.executing = template.name;
  }

  run(dot: GoValue): string {
    this.nodes(this.template.root, dot);
    return this.output;
  }

  private fail(place: Place, message: string): never {
    const before = this.template.text.slice(0, place.at);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    const column = new TextEncoder().encode(before.slice(lineStart)).length;
    const { name } = this.template;
    throw new ExecutionFailure(
      `template: ${name}:${line}:${column}: executing ${goQuote(this.executing)} at <${place.text()}>: ${message}`,
    );
  }

  private write(text: string): void {
    this.output += text;
    if (this.output.length > MAX_OUTPUT) throw new ExecutionFailure('template: output too long');
  }

  private step(): void {
    if (++this.steps > MAX_STEPS) throw new ExecutionFailure('template: too many steps');
  }

  private nodes(list: readonly TemplateNode[], dot: GoValue): Flow {
    for (const node of list) {
      this.step();
      const flow = this.node(node, dot);
      if (flow !== 'next') return flow;
    }
    return 'next';
  }

  private node(node: TemplateNode, dot: GoValue): Flow {
    switch (node.kind) {
      case 'text':
        this.write(node.text);
        return 'next';
      case 'action': {
        const value = this.pipeline(node.pipeline, dot);
        if (node.pipeline.variables.length === 0) this.write(printValue(value));
        return 'next';
      }
      case 'if':
      case 'with':
        return this.scoped(() => {
          const value = this.pipeline(node.pipeline, dot);
          if (!isTrue(value)) return this.nodes(node.otherwise ?? [], dot);
          return this.nodes(node.body, node.kind === 'with' ? value : dot);
        });
      case 'range':
        return this.scoped(() => this.range(node, dot));
      case 'template':
        return this.call(node, dot);
      default:
        return node.kind;
    }
  }

  private scoped(run: () => Flow): Flow {
    const depth = this.variables.length;
    const flow = run();
    this.variables.length = depth;
    return flow;
  }

  private range(node: TemplateNode & { kind: 'if' | 'with' | 'range' }, dot: GoValue): Flow {
    const place = lastPlace(node.pipeline);
    const { value } = indirect(this.pipeline(node.pipeline, dot));
    const { variables } = node.pipeline;
    const items = this.items(value, place, variables.length);
    if (items.length === 0) return this.nodes(node.otherwise ?? [], dot);
    const depth = this.variables.length;
    for (const [key, element] of items) {
      this.step();
      const names = [...variables].reverse();
      if (names[0] !== undefined) this.setVariable(names[0], element);
      if (names[1] !== undefined) this.setVariable(names[1], key);
      const flow = this.nodes(node.body, element);
      this.variables.length = depth;
      if (flow === 'break') break;
    }
    return 'next';
  }

  private items(value: GoValue, place: Place, variables: number): [GoValue, GoValue][] {
    switch (value.type.kind) {
      case 'slice':
        return elementsOf(value).map((element, at) => [new GoValue(INT, at), element]);
      case 'map':
        return entriesOf(value).map(([key, element]) => [new GoValue(STRING, key), element]);
      case 'int':
      case 'uint': {
        const count = Number(value.data);
        if (variables > 1) {
          this.fail(place, `can't use ${count} to iterate over more than one variable`);
        }
        if (count > MAX_STEPS - this.steps) throw new ExecutionFailure('template: too many steps');
        return Array.from({ length: Math.max(0, count) }, (_, at) => {
          const number = new GoValue(value.type, at);
          return [number, number];
        });
      }
      default:
        if (isInvalid(value)) return [];
        return this.fail(place, `range can't iterate over ${formatValue(value)}`);
    }
  }

  private call(node: TemplateNode & { kind: 'template' }, dot: GoValue): Flow {
    const shown = node.pipeline === null ? '' : ` ${pipelineText(node.pipeline)}`;
    const place = { at: node.at, text: () => `{{template ${goQuote(node.name)}${shown}}}` };
    const body = this.template.defined.get(node.name);
    if (body === undefined) return this.fail(place, `template ${goQuote(node.name)} not defined`);
    if (this.calls >= MAX_CALLS) {
      this.fail(place, `exceeded maximum template depth (${MAX_CALLS})`);
    }
    const argument = node.pipeline === null ? NO_VALUE : this.pipeline(node.pipeline, dot);
    const outer = this.variables;
    this.variables = [{ name: '$', value: argument }];
    const caller = this.executing;
    this.calls += 1;
    this.executing = node.name;
    this.nodes(body, argument);
    this.executing = caller;
    this.calls -= 1;
    this.variables = outer;
    return 'next';
  }

  private setVariable(name: string, value: GoValue): void {
    const variable = this.variables.findLast((candidate) => candidate.name === name);
    if (variable !== undefined) variable.value = value;
  }

  private pipeline(pipeline: Pipeline, dot: GoValue): GoValue {
    let value: GoValue | null = null;
    for (const command of pipeline.commands) {
      value = this.command(command, dot, value);
      if (value.type.kind === 'any') value = concrete(value);
    }
    const result = value ?? NO_VALUE;
    for (const name of pipeline.variables) {
      if (pipeline.assigns) this.setVariable(name, result);
      else this.variables.push({ name, value: result });
    }
    return result;
  }

  private command(command: CommandNode, dot: GoValue, final: GoValue | null): GoValue {
    const [first, ...args] = command.operands;
    const place = { at: first.at, text: () => operandText(first) };
    switch (first.kind) {
      case 'field':
      case 'chain':
        return this.fields(first, dot, args, final);
      case 'variable':
        if (first.names.length > 0) return this.fields(first, dot, args, final);
        break;
      case 'function':
        return this.invoke(
          first.name,
          { at: command.at, text: () => commandText(command) },
          place,
          args,
          dot,
          final,
        );
      case 'nil':
        return this.fail(place, 'nil is not a command');
      default:
    }
    if (args.length > 0 || final !== null) {
      this.fail(place, `can't give argument to non-function ${operandText(first)}`);
    }
    return this.operand(first, dot);
  }

  /** The value of an operand without arguments. */
  private operand(node: Operand, dot: GoValue): GoValue {
    const place = { at: node.at, text: () => operandText(node) };
    switch (node.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return NO_VALUE;
      case 'bool':
        return new GoValue(BOOL, node.value);
      case 'number':
        return new GoValue(node.isInteger ? INT : { kind: 'float' }, node.value);
      case 'string':
        return new GoValue(STRING, node.value);
      case 'variable':
        if (node.names.length === 0) return this.variable(node.name);
        return this.fields(node, dot, [], null);
      case 'field':
      case 'chain':
        return this.fields(node, dot, [], null);
      case 'function':
        return this.invoke(node.name, place, place, [], dot, null);
      case 'pipeline':
        return this.pipeline(node.pipeline, dot);
    }
  }

  private variable(name: string): GoValue {
    return this.variables.findLast((candidate) => candidate.name === name)?.value ?? NO_VALUE;
  }

  private fields(
    node: Operand & { kind: 'field' | 'variable' | 'chain' },
    dot: GoValue,
    args: readonly Operand[],
    final: GoValue | null,
  ): GoValue {
    const place = { at: node.at, text: () => operandText(node) };
    let receiver = dot;
    if (node.kind === 'variable') receiver = this.variable(node.name);
    if (node.kind === 'chain') {
      if (node.base.kind === 'nil') {
        this.fail(place, `indirection through explicit nil in ${operandText(node)}`);
      }
      receiver = this.operand(node.base, dot);
    }
    node.names.forEach((name, at) => {
      const last = at === node.names.length - 1;
      receiver = this.field(receiver, name, place, last ? args : [], last ? final : null, dot);
    });
    return receiver;
  }

  private field(
    receiver: GoValue,
    name: string,
    place: Place,
    args: readonly Operand[],
    final: GoValue | null,
    dot: GoValue,
  ): GoValue {
    if (isInvalid(receiver)) {
      if (this.missingKey === 'error') {
        this.fail(place, `nil data; no entry for key ${goQuote(name)}`);
      }
      return NO_VALUE;
    }
    const outer = concrete(receiver);
    const { value, isNil } = indirect(receiver);
    const hasArguments = args.length > 0 || final !== null;
    if (isNil) return this.nilField(outer, name, place);
    if (value.type.kind === 'map') {
      if (hasArguments) this.fail(place, `${name} is not a method but has arguments`);
      const record = asRecord(value.data);
      if (Object.hasOwn(record, name)) return ofType(value.type.element, record[name]);
      if (this.missingKey === 'error') {
        this.fail(place, `map has no entry for key ${goQuote(name)}`);
      }
      return NO_VALUE;
    }
    const field = value.type.kind === 'struct' ? fieldNamed(value.type, name) : null;
    if (field) {
      const data = dataOf(asRecord(value.data), name, field);
      const { type } = field;
      if (isMethod(data)) {
        const values = this.methodArguments(name, data.length, args, final, dot, place);
        const result: unknown = data(...values);
        return ofType(type, result);
      }
      if (hasArguments) {
        this.fail(place, `${name} has arguments but cannot be invoked as function`);
      }
      return ofType(type, data);
    }
    // A value out of raw JSON is seen as the interface that holds it.
    const type = typeName(isRaw(receiver.type) ? receiver.type : outer.type);
    return this.fail(place, `can't evaluate field ${name} in type ${type}`);
  }

  private nilField(pointer: GoValue, name: string, place: Place): never {
    const type = typeName(pointer.type);
    const element = pointer.type.kind === 'pointer' ? pointer.type.element : null;
    if (element?.kind === 'struct' && !fieldNamed(element, name)) {
      return this.fail(place, `can't evaluate field ${name} in type ${type}`);
    }
    return this.fail(place, `nil pointer evaluating ${type}.${name}`);
  }

  /** Methods of records take strings. */
  private methodArguments(
    name: string,
    count: number,
    args: readonly Operand[],
    final: GoValue | null,
    dot: GoValue,
    place: Place,
  ): unknown[] {
    const given = args.length + (final === null ? 0 : 1);
    if (given !== count) {
      this.fail(place, `wrong number of args for ${name}: want ${count} got ${given}`);
    }
    const values = args.map((arg) => this.argument(arg, 'string', dot));
    if (final !== null) values.push(this.checked(final, 'string', place));
    return values.map(({ data }) => data);
  }

  private invoke(
    name: string,
    callPlace: Place,
    place: Place,
    args: readonly Operand[],
    dot: GoValue,
    final: GoValue | null,
  ): GoValue {
    const found = Object.hasOwn(this.functions, name) ? this.functions[name] : undefined;
    if (found === undefined) return this.fail(place, `${goQuote(name)} is not a defined function`);
    this.checkCount(name, found, args.length, final === null ? 0 : 1, place);
    if (name === 'and' || name === 'or') return this.shortCircuit(name === 'or', args, dot, final);
    const { parameters } = found;
    const parameterAt = (at: number): Parameter =>
      parameters[Math.min(at, parameters.length - 1)] ?? 'value';
    const values = args.map((arg, at) => this.argument(arg, parameterAt(at), dot));
    if (final !== null) {
      const last = args.at(-1);
      const finalPlace = last === undefined ? place : placeOf(last);
      values.push(this.checked(final, parameterAt(args.length), finalPlace));
    }
    const [first] = args;
    if (name === 'call' && first && values[0]) {
      const type = typeName(concrete(values[0]).type);
      const reason = `non-function ${operandText(first)} of type ${type}`;
      return this.fail(callPlace, `error calling call: ${reason}`);
    }
    const result = found.call(values);
    return result.ok
      ? result.value
      : this.fail(callPlace, `error calling ${name}: ${result.error}`);
  }

  private checkCount(
    name: string,
    { parameters, variadic }: TemplateFunction,
    given: number,
    final: number,
    place: Place,
  ): void {
    const fixed = variadic === true ? parameters.length - 1 : parameters.length;
    const count = given + final;
    if (variadic === true) {
      if (count < fixed) {
        this.fail(place, `wrong number of args for ${name}: want at least ${fixed} got ${given}`);
      }
    } else if (count !== fixed) {
      this.fail(place, `wrong number of args for ${name}: want ${fixed} got ${count}`);
    }
  }

  /** `and` and `or` evaluate no more arguments than they need. */
  private shortCircuit(
    wanted: boolean,
    args: readonly Operand[],
    dot: GoValue,
    final: GoValue | null,
  ): GoValue {
    let value: GoValue = NO_VALUE;
    for (const arg of args) {
      value = this.argument(arg, 'value', dot);
      if (isTrue(value) === wanted) return value;
    }
    return final ?? value;
  }

  private argument(node: Operand, parameter: Parameter, dot: GoValue): GoValue {
    const place = placeOf(node);
    switch (node.kind) {
      case 'nil':
        if (parameter === 'string' || parameter === 'int') {
          this.fail(place, `cannot assign nil to ${parameter}`);
        }
        return zeroOf(parameterType(parameter));
      case 'bool':
      case 'number':
      case 'string':
        return this.literal(node, parameter, place);
      default:
        return this.checked(this.operand(node, dot), parameter, place);
    }
  }

  private literal(
    node: Operand & { kind: 'bool' | 'number' | 'string' },
    parameter: Parameter,
    place: Place,
  ): GoValue {
    switch (parameter) {
      case 'string':
        if (node.kind !== 'string') this.fail(place, `expected string; found ${operandText(node)}`);
        break;
      case 'int':
        if (node.kind !== 'number' || !Number.isInteger(node.value)) {
          this.fail(place, `expected integer; found ${operandText(node)}`);
        }
        return new GoValue(INT, node.value);
      case '[]string':
        return this.fail(place, `can't handle ${operandText(node)} for arg of type []string`);
      case 'value':
    }
    return this.operand(node, NO_VALUE);
  }

  /** The value as a function's parameter needs it; refuses another type. */
  private checked(value: GoValue, parameter: Parameter, place: Place): GoValue {
    if (parameter === 'value') return value;
    const wanted = parameterType(parameter);
    if (isInvalid(value)) {
      if (isNilInterface(value))
        return this.fail(place, `wrong type for value; expected ${parameter}; got interface {}`);
      if (parameter === '[]string') return zeroOf(wanted);
      return this.fail(place, `invalid value; expected ${parameter}`);
    }
    const { type, data } = concrete(value);
    const same = typeName(type) === typeName(wanted);
    const named =
      parameter === '[]string' && type.kind === 'slice' && typeName(type.element) === 'string';
    if (same || named) return new GoValue(type, data);
    return this.fail(place, `wrong type for value; expected ${parameter}; got ${typeName(type)}`);
  }
}
