import type { Execution, Place } from './execution';
import { parameterType } from './functions';
import { operandText, type Operand } from './nodes';
import type { Parameter } from './template-function';
import {
  BOOL,
  concrete,
  GoValue,
  INT,
  isInvalid,
  isNilInterface,
  STRING,
  typeName,
  zeroOf,
} from './value';

/** What is written out in the template itself. */
export type Literal = Operand & { kind: 'bool' | 'number' | 'string' };

export function literalValue(node: Literal): GoValue {
  switch (node.kind) {
    case 'bool':
      return new GoValue(BOOL, node.value);
    case 'number':
      return new GoValue(node.isInteger ? INT : { kind: 'float' }, node.value);
    case 'string':
      return new GoValue(STRING, node.value);
  }
}

/** A literal as a function's parameter needs it; refuses another type. */
export function literalFor(
  execution: Execution,
  node: Literal,
  parameter: Parameter,
  place: Place,
): GoValue {
  switch (parameter) {
    case 'string':
      if (node.kind !== 'string')
        execution.fail(place, `expected string; found ${operandText(node)}`);
      break;
    case 'int':
      if (node.kind !== 'number' || !Number.isInteger(node.value)) {
        execution.fail(place, `expected integer; found ${operandText(node)}`);
      }
      return new GoValue(INT, node.value);
    case '[]string':
      return execution.fail(place, `can't handle ${operandText(node)} for arg of type []string`);
    case 'value':
  }
  return literalValue(node);
}

/** A value as a function's parameter needs it; refuses another type. */
export function valueFor(
  execution: Execution,
  value: GoValue,
  parameter: Parameter,
  place: Place,
): GoValue {
  if (parameter === 'value') return value;
  const wanted = parameterType(parameter);
  if (isInvalid(value)) {
    if (isNilInterface(value))
      return execution.fail(place, `wrong type for value; expected ${parameter}; got interface {}`);
    if (parameter === '[]string') return zeroOf(wanted);
    return execution.fail(place, `invalid value; expected ${parameter}`);
  }
  const { type, data } = concrete(value);
  const same = typeName(type) === typeName(wanted);
  const named =
    parameter === '[]string' && type.kind === 'slice' && typeName(type.element) === 'string';
  if (same || named) return new GoValue(type, data);
  return execution.fail(
    place,
    `wrong type for value; expected ${parameter}; got ${typeName(type)}`,
  );
}
