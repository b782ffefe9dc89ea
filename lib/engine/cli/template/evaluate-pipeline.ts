import { callFunction } from './calls';
import { placeOf, type Execution, type Place } from './execution';
import { fieldOf } from './fields';
import { parameterType } from './functions';
import type { Given } from './given';
import { commandText, operandText, type CommandNode, type Operand, type Pipeline } from './nodes';
import { literalFor, literalValue, valueFor } from './parameters';
import type { Parameter } from './template-function';
import { concrete, NO_VALUE, zeroOf, type GoValue } from './value';

/** The value of a pipeline, kept in the variables that it names (text/template `exec.go`, `evalPipeline`). */
export function evaluatePipeline(execution: Execution, pipeline: Pipeline, dot: GoValue): GoValue {
  let value: GoValue | null = null;
  for (const command of pipeline.commands) {
    value = evaluateCommand(execution, command, dot, value);
    if (value.type.kind === 'any') value = concrete(value);
  }
  const result = value ?? NO_VALUE;
  for (const name of pipeline.variables) {
    if (pipeline.assigns) execution.assign(name, result);
    else execution.declare(name, result);
  }
  return result;
}

/** One command of a pipeline; `final` is what the one before it brings. */
function evaluateCommand(
  execution: Execution,
  command: CommandNode,
  dot: GoValue,
  final: GoValue | null,
): GoValue {
  const [first, ...args] = command.operands;
  const place = { at: first.at, text: () => operandText(first) };
  switch (first.kind) {
    case 'field':
    case 'chain':
      return fields(execution, first, dot, args, final);
    case 'variable':
      if (first.names.length > 0) return fields(execution, first, dot, args, final);
      break;
    case 'function': {
      const whole = { at: command.at, text: () => commandText(command) };
      const last = args.at(-1);
      const finalPlace = last === undefined ? place : placeOf(last);
      const given = givenBy(execution, dot, args, final, finalPlace);
      return callFunction(execution, first.name, given, whole, place);
    }
    case 'nil':
      return execution.fail(place, 'nil is not a command');
    default:
  }
  if (args.length > 0 || final !== null) {
    execution.fail(place, `can't give argument to non-function ${operandText(first)}`);
  }
  return evaluateOperand(execution, first, dot);
}

/** The value of an operand without arguments. */
function evaluateOperand(execution: Execution, node: Operand, dot: GoValue): GoValue {
  switch (node.kind) {
    case 'dot':
      return dot;
    case 'nil':
      return NO_VALUE;
    case 'bool':
    case 'number':
    case 'string':
      return literalValue(node);
    case 'variable':
    case 'field':
    case 'chain':
      return fields(execution, node, dot, [], null);
    case 'function': {
      const place = placeOf(node);
      const given = givenBy(execution, dot, [], null, place);
      return callFunction(execution, node.name, given, place, place);
    }
    case 'pipeline':
      return evaluatePipeline(execution, node.pipeline, dot);
  }
}

/** `.A.B`, `$x.A` and `(…).A`: the arguments belong to the last name. */
function fields(
  execution: Execution,
  node: Operand & { kind: 'field' | 'variable' | 'chain' },
  dot: GoValue,
  args: readonly Operand[],
  final: GoValue | null,
): GoValue {
  const place = placeOf(node);
  let receiver = dot;
  if (node.kind === 'variable') receiver = execution.variable(node.name);
  if (node.kind === 'chain') {
    if (node.base.kind === 'nil') {
      execution.fail(place, `indirection through explicit nil in ${operandText(node)}`);
    }
    receiver = evaluateOperand(execution, node.base, dot);
  }
  const { names } = node;
  const given = givenBy(execution, dot, args, final, place);
  names.forEach((name, at) => {
    receiver = fieldOf(execution, receiver, name, at === names.length - 1 ? given : NOTHING, place);
  });
  return receiver;
}

const NOTHING: Given = { operands: [], count: 0, value: () => NO_VALUE };

/** Arguments, and what the pipeline brings behind them; where that is of the wrong type, the error points to `finalPlace`. */
function givenBy(
  execution: Execution,
  dot: GoValue,
  operands: readonly Operand[],
  final: GoValue | null,
  finalPlace: Place,
): Given {
  if (operands.length === 0 && final === null) return NOTHING;
  return {
    operands,
    count: operands.length + (final === null ? 0 : 1),
    value: (at, parameter) => {
      const operand = operands[at];
      return operand === undefined
        ? valueFor(execution, final ?? NO_VALUE, parameter, finalPlace)
        : argument(execution, operand, parameter, dot);
    },
  };
}

function argument(
  execution: Execution,
  node: Operand,
  parameter: Parameter,
  dot: GoValue,
): GoValue {
  const place = placeOf(node);
  switch (node.kind) {
    case 'nil':
      if (parameter === 'string' || parameter === 'int') {
        execution.fail(place, `cannot assign nil to ${parameter}`);
      }
      return zeroOf(parameterType(parameter));
    case 'bool':
    case 'number':
    case 'string':
      return literalFor(execution, node, parameter, place);
    default:
      return valueFor(execution, evaluateOperand(execution, node, dot), parameter, place);
  }
}
