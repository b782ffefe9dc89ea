import { err, ok, type Result } from '../../../kernel/result';
import { formatValue } from './print';
import type { TemplateFunction } from './template-function';
import { BOOL, compareBytes, concrete, GoValue, isInvalid, isNull, typeName } from './value';

/** `eq ne lt le gt ge` (text/template `funcs.go`). */

const INCOMPATIBLE = 'incompatible types for comparison';
const NO_ARGUMENT = 'missing argument for comparison';
const BAD_TYPE = 'invalid type for comparison';

type Basic = 'bool' | 'integer' | 'float' | 'string';

function basic(value: GoValue): Basic | null {
  switch (value.type.kind) {
    case 'int':
    case 'uint':
      return 'integer';
    case 'bool':
    case 'float':
    case 'string':
      return value.type.kind;
    default:
      return null;
  }
}

function equalTo(first: GoValue, second: GoValue): Result<boolean, string> {
  const [left, right] = [concrete(first), concrete(second)];
  const [leftKind, rightKind] = [basic(left), basic(right)];
  if (leftKind !== rightKind) {
    return isInvalid(left) || isInvalid(right) ? ok(false) : err(INCOMPATIBLE);
  }
  if (leftKind !== null) return ok(left.data === right.data);
  const comparable = ({ type }: GoValue): boolean => type.kind !== 'map' && type.kind !== 'slice';
  if (!isInvalid(left) && !isInvalid(right) && !(comparable(left) && comparable(right))) {
    const nothing = isNull(left.data) || isNull(right.data);
    if (!nothing) {
      return err(
        `non-comparable types ${formatValue(left)}: ${typeName(left.type)}, ${typeName(right.type)}: ${formatValue(right)}`,
      );
    }
  }
  if (isNull(left.data) || isNull(right.data)) return ok(isNull(left.data) === isNull(right.data));
  return ok(left.data === right.data);
}

function lessThan(first: GoValue, second: GoValue): Result<boolean, string> {
  const [left, right] = [concrete(first), concrete(second)];
  const [leftKind, rightKind] = [basic(left), basic(right)];
  if (leftKind === null || rightKind === null) return err(BAD_TYPE);
  if (leftKind !== rightKind) return err(INCOMPATIBLE);
  if (leftKind === 'bool') return err(BAD_TYPE);
  if (leftKind === 'string') return ok(compareBytes(String(left.data), String(right.data)) < 0);
  return ok(Number(left.data) < Number(right.data));
}

type Comparison = (left: GoValue, right: GoValue) => Result<boolean, string>;

function both(compare: Comparison): TemplateFunction {
  return {
    parameters: ['value', 'value'],
    call: ([left, right]) => {
      if (left === undefined || right === undefined) return err(NO_ARGUMENT);
      const result = compare(left, right);
      return result.ok ? ok(new GoValue(BOOL, result.value)) : result;
    },
  };
}

function not(compare: Comparison): Comparison {
  return (left, right) => {
    const result = compare(left, right);
    return result.ok ? ok(!result.value) : result;
  };
}

const lessOrEqual: Comparison = (left, right) => {
  const less = lessThan(left, right);
  return !less.ok || less.value ? less : equalTo(left, right);
};

/** `eq a b c`: a equals any of the others. */
const equal: TemplateFunction = {
  parameters: ['value', 'value'],
  variadic: true,
  call: ([first, ...others]) => {
    if (first === undefined || others.length === 0) return err(NO_ARGUMENT);
    for (const other of others) {
      const result = equalTo(first, other);
      if (!result.ok) return result;
      if (result.value) return ok(new GoValue(BOOL, true));
    }
    return ok(new GoValue(BOOL, false));
  },
};

export const compareFunctions = {
  eq: equal,
  ne: both(not(equalTo)),
  lt: both(lessThan),
  le: both(lessOrEqual),
  gt: both(not(lessOrEqual)),
  ge: both(not(lessThan)),
};
