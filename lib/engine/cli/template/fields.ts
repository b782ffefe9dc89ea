import type { Execution, Place } from './execution';
import type { Given } from './given';
import { goQuote } from './go-quote';
import {
  asRecord,
  concrete,
  dataOf,
  fieldNamed,
  indirect,
  isInvalid,
  isMethod,
  isRaw,
  NO_VALUE,
  ofType,
  typeName,
  type GoValue,
} from './value';

/** `.Name` of a value: a struct's field or method, a map's entry (text/template `exec.go`, `evalField`). */
export function fieldOf(
  execution: Execution,
  receiver: GoValue,
  name: string,
  given: Given,
  place: Place,
): GoValue {
  if (isInvalid(receiver)) {
    if (execution.missingKey === 'error') {
      execution.fail(place, `nil data; no entry for key ${goQuote(name)}`);
    }
    return NO_VALUE;
  }
  const outer = concrete(receiver);
  const { value, isNil } = indirect(receiver);
  if (isNil) return nilField(execution, outer, name, place);
  if (value.type.kind === 'map') {
    if (given.count > 0) execution.fail(place, `${name} is not a method but has arguments`);
    const record = asRecord(value.data);
    if (Object.hasOwn(record, name)) return ofType(value.type.element, record[name]);
    if (execution.missingKey === 'error') {
      execution.fail(place, `map has no entry for key ${goQuote(name)}`);
    }
    return NO_VALUE;
  }
  const field = value.type.kind === 'struct' ? fieldNamed(value.type, name) : null;
  if (field) {
    const data = dataOf(asRecord(value.data), name, field);
    if (isMethod(data)) {
      const result: unknown = data(...methodArguments(execution, name, data.length, given, place));
      return ofType(field.type, result);
    }
    if (given.count > 0) {
      execution.fail(place, `${name} has arguments but cannot be invoked as function`);
    }
    return ofType(field.type, data);
  }
  // A value out of raw JSON is seen as the interface that holds it.
  const type = typeName(isRaw(receiver.type) ? receiver.type : outer.type);
  return execution.fail(place, `can't evaluate field ${name} in type ${type}`);
}

function nilField(execution: Execution, pointer: GoValue, name: string, place: Place): never {
  const type = typeName(pointer.type);
  const element = pointer.type.kind === 'pointer' ? pointer.type.element : null;
  if (element?.kind === 'struct' && !fieldNamed(element, name)) {
    return execution.fail(place, `can't evaluate field ${name} in type ${type}`);
  }
  return execution.fail(place, `nil pointer evaluating ${type}.${name}`);
}

/** Methods of records take strings. */
function methodArguments(
  execution: Execution,
  name: string,
  wanted: number,
  { count, value }: Given,
  place: Place,
): unknown[] {
  if (count !== wanted) {
    execution.fail(place, `wrong number of args for ${name}: want ${wanted} got ${count}`);
  }
  return Array.from({ length: count }, (_, at) => value(at, 'string').data);
}
