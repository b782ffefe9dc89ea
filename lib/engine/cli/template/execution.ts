import type { TemplateFunctions } from './functions';
import { goQuote } from './go-quote';
import { operandText, pipelineText, type Operand, type Pipeline } from './nodes';
import type { ParsedTemplate } from './parser';
import { NO_VALUE, type GoValue } from './value';

const MAX_OUTPUT = 4_000_000;
const MAX_STEPS = 1_000_000;
const MAX_CALLS = 100;

/** Leaves the execution with its message; caught by `execute`. */
export class ExecutionFailure extends Error {}

/** A node that an error can point to. */
export interface Place {
  readonly at: number;
  readonly text: () => string;
}

export function placeOf(node: Operand): Place {
  return node.kind === 'pipeline'
    ? lastPlace(node.pipeline)
    : { at: node.at, text: () => operandText(node) };
}

/** Go's errors point to the node that it looked at last. */
export function lastPlace(pipeline: Pipeline): Place {
  const last = pipeline.commands.at(-1)?.operands.at(-1);
  return last === undefined
    ? { at: pipeline.at, text: () => pipelineText(pipeline) }
    : placeOf(last);
}

interface Variable {
  readonly name: string;
  value: GoValue;
}

/** A template while it runs: what it has written, its variables and bounds (text/template `exec.go`, `state`). The words of every error are Go's. */
export class Execution {
  output = '';
  private steps = 0;
  private calls = 0;
  private variables: Variable[];
  /** The name of the template that is being run: the whole one's, or a defined one's. */
  private executing: string;

  constructor(
    readonly template: ParsedTemplate,
    readonly functions: TemplateFunctions,
    readonly missingKey: 'no-value' | 'error',
    data: GoValue,
  ) {
    this.variables = [{ name: '$', value: data }];
    this.executing = template.name;
  }

  /** `executing "" at <.Nope>` names the template and the text of the node. */
  fail(place: Place, message: string): never {
    const before = this.template.text.slice(0, place.at);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    const column = new TextEncoder().encode(before.slice(lineStart)).length;
    const { name } = this.template;
    throw new ExecutionFailure(
      `template: ${name}:${line}:${column}: executing ${goQuote(this.executing)} at <${place.text()}>: ${message}`,
    );
  }

  write(text: string): void {
    this.output += text;
    if (this.output.length > MAX_OUTPUT) throw new ExecutionFailure('template: output too long');
  }

  step(): void {
    this.steps += 1;
    this.mayStep(0);
  }

  /** Refuses what would take so many more steps. */
  mayStep(count: number): void {
    if (this.steps + count > MAX_STEPS) throw new ExecutionFailure('template: too many steps');
  }

  variable(name: string): GoValue {
    return this.variables.findLast((candidate) => candidate.name === name)?.value ?? NO_VALUE;
  }

  declare(name: string, value: GoValue): void {
    this.variables.push({ name, value });
  }

  assign(name: string, value: GoValue): void {
    const variable = this.variables.findLast((candidate) => candidate.name === name);
    if (variable !== undefined) variable.value = value;
  }

  /** Forgets the variables that are declared meanwhile. */
  scoped<T>(run: () => T): T {
    const depth = this.variables.length;
    const result = run();
    this.variables.length = depth;
    return result;
  }

  /** Runs a defined template, which sees no variable but `$`. */
  call(name: string, argument: GoValue, run: () => void): void {
    const { variables, executing } = this;
    this.variables = [{ name: '$', value: argument }];
    this.executing = name;
    this.calls += 1;
    run();
    this.calls -= 1;
    this.executing = executing;
    this.variables = variables;
  }

  /** Refuses a call deeper than the bound. */
  mayCall(place: Place): void {
    if (this.calls >= MAX_CALLS) {
      this.fail(place, `exceeded maximum template depth (${MAX_CALLS})`);
    }
  }
}
