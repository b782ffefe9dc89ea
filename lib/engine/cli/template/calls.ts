import { own } from '../../../kernel/own';
import type { Execution, Place } from './execution';
import type { Given } from './given';
import { goQuote } from './go-quote';
import { operandText } from './nodes';
import type { TemplateFunction } from './template-function';
import { concrete, isTrue, NO_VALUE, typeName, type GoValue } from './value';

/**
 * Calls a function of the template (text/template `exec.go`, `evalFunction`). Errors in how it is called point to `place`, its own ones to `whole`, the
 * name with its arguments.
 */
export function callFunction(
  execution: Execution,
  name: string,
  given: Given,
  whole: Place,
  place: Place,
): GoValue {
  const { functions } = execution;
  const found = own(functions, name);
  if (found === undefined) {
    return execution.fail(place, `${goQuote(name)} is not a defined function`);
  }
  checkCount(execution, name, found, given, place);
  if (name === 'and' || name === 'or') return shortCircuit(name === 'or', given);
  const { parameters } = found;
  const values: GoValue[] = [];
  for (let at = 0; at < given.count; at++) {
    values.push(given.value(at, parameters[Math.min(at, parameters.length - 1)] ?? 'value'));
  }
  const [first] = given.operands;
  if (name === 'call' && first && values[0]) {
    const type = typeName(concrete(values[0]).type);
    const reason = `non-function ${operandText(first)} of type ${type}`;
    return execution.fail(whole, `error calling call: ${reason}`);
  }
  const result = found.call(values);
  return result.ok ? result.value : execution.fail(whole, `error calling ${name}: ${result.error}`);
}

function checkCount(
  execution: Execution,
  name: string,
  { parameters, variadic }: TemplateFunction,
  { operands, count }: Given,
  place: Place,
): void {
  const least = variadic === true ? parameters.length - 1 : parameters.length;
  if (variadic === true) {
    if (count < least) {
      const got = operands.length;
      execution.fail(place, `wrong number of args for ${name}: want at least ${least} got ${got}`);
    }
  } else if (count !== least) {
    execution.fail(place, `wrong number of args for ${name}: want ${least} got ${count}`);
  }
}

/** `and` and `or` evaluate no more arguments than they need. */
function shortCircuit(wanted: boolean, { operands, count, value }: Given): GoValue {
  let last: GoValue = NO_VALUE;
  for (let at = 0; at < operands.length; at++) {
    last = value(at, 'value');
    if (isTrue(last) === wanted) return last;
  }
  return count > operands.length ? value(operands.length, 'value') : last;
}
