import { assertNever } from '../../../kernel/assert-never';
import { own } from '../../../kernel/own';

/**
 * Values of a template. The data is plain JSON; a Go type beside it says how Go would see it, because a nil map, a
 * nil pointer and a missing entry print differently (`map[]`, `<nil>`, `<no value>`) though JSON has one `null` for all.
 */

/** How Go declares a value. Named strings and numbers (`container.NetworkMode`) carry their name. */
export type GoType =
  /** `interface{}`: the type follows from the data. `jsonNumbers`: numbers are json.Number, as in `inspect`'s fallback. */
  | { readonly kind: 'any'; readonly jsonNumbers?: boolean }
  | { readonly kind: 'string' | 'bool' | 'int' | 'uint' | 'float'; readonly name?: string }
  | { readonly kind: 'slice'; readonly element: GoType; readonly name?: string }
  | { readonly kind: 'map'; readonly element: GoType; readonly name?: string }
  | { readonly kind: 'pointer'; readonly element: GoType }
  | StructType;

/**
 * A struct, or what a formatter offers a template. A function in the data is a method: without parameters it is a field
 * computed when asked for, with parameters it takes the template's arguments (`{{.Label "app"}}`).
 */
export interface StructType {
  readonly kind: 'struct';
  /** As Go prints it: `system.dockerInfo`. */
  readonly name: string;
  /** By Go name, in the order of declaration. */
  readonly fields: Readonly<Record<string, Field>>;
  /** Its JSON is made by a method of its own, which escapes `<`, `>` and `&`. */
  readonly escapesJson?: boolean;
}

export interface Field {
  readonly type: GoType;
  /** The key in the data when it differs from the name. */
  readonly json?: string;
  /** An embedded struct: its fields stand in the same data and can be named without it. */
  readonly embedded?: boolean;
}

/** A struct's field by its name, an embedded struct's too. */
export function fieldNamed(type: StructType, name: string): Field | null {
  const direct = own(type.fields, name);
  if (direct) return direct;
  for (const field of Object.values(type.fields)) {
    const inner = field.type.kind === 'pointer' ? field.type.element : field.type;
    const found =
      field.embedded === true && inner.kind === 'struct' ? fieldNamed(inner, name) : null;
    if (found) return found;
  }
  return null;
}

/** A field's data: an embedded struct's is that of the struct around it. */
export function dataOf(
  record: Readonly<Record<string, unknown>>,
  name: string,
  field: Field,
): unknown {
  return field.embedded === true ? record : record[field.json ?? name];
}

export const ANY: GoType = { kind: 'any' };
export const STRING: GoType = { kind: 'string' };
export const INT: GoType = { kind: 'int' };
export const BOOL: GoType = { kind: 'bool' };
const FLOAT: GoType = { kind: 'float' };
const JSON_NUMBER: GoType = { kind: 'string', name: 'json.Number' };
const INVALID: GoType = { kind: 'any' };

/** Data with its Go type: what `execute` takes beside plain JSON, and what expressions are evaluated to. */
export class GoValue {
  constructor(
    readonly type: GoType,
    readonly data: unknown,
  ) {}
}

/** Go's zero reflect.Value: a missing entry or an untyped nil. */
export const NO_VALUE = new GoValue(INVALID, undefined);

/** Plain JSON as `interface{}`; a GoValue stays what it is. */
export function toGoValue(data: unknown): GoValue {
  return data instanceof GoValue ? data : new GoValue(ANY, data);
}

/**
 * An object whose entries are fields of a struct named `name`, every type following from the data. Functions are
 * methods. The name is what errors show: `*formatter.ContainerContext`.
 */
export function recordOf(
  name: string,
  entries: Readonly<Record<string, unknown>>,
  options: Pick<StructType, 'escapesJson'> = {},
): GoValue {
  const fields: Record<string, { type: GoType }> = {};
  for (const key of Object.keys(entries)) fields[key] = { type: ANY };
  return new GoValue({ kind: 'struct', name, fields, ...options }, entries);
}

/** Looks through `interface{}`: the concrete type follows from the data. A null becomes `NO_VALUE`. */
export function concrete(value: GoValue): GoValue {
  const { type, data } = value;
  if (type.kind !== 'any') return value;
  if (data instanceof GoValue) return concrete(data);
  switch (typeof data) {
    case 'string':
      return new GoValue(STRING, data);
    case 'boolean':
      return new GoValue(BOOL, data);
    case 'bigint':
      return new GoValue(INT, Number(data));
    case 'number':
      if (type.jsonNumbers === true) return new GoValue(JSON_NUMBER, String(data));
      return new GoValue(Number.isInteger(data) ? INT : FLOAT, data);
    case 'object':
      if (data === null) return NO_VALUE;
      return new GoValue({ kind: Array.isArray(data) ? 'slice' : 'map', element: type }, data);
    default:
      return NO_VALUE;
  }
}

/** A value out of raw JSON, which Go holds in an interface. */
export function isRaw(type: GoType): boolean {
  return type.kind === 'any' && type.jsonNumbers === true;
}

/** A `null` that stands in raw JSON: there, other than a missing entry. */
export function isNilInterface(value: GoValue): boolean {
  return value.data === null && isRaw(value.type);
}

/** True for a missing value and for an untyped nil. */
export function isInvalid(value: GoValue): boolean {
  return concrete(value) === NO_VALUE;
}

/** Follows pointers; `isNil` when one of them is nil. */
export function indirect(value: GoValue): { value: GoValue; isNil: boolean } {
  let at = concrete(value);
  while (at.type.kind === 'pointer') {
    if (isNull(at.data)) return { value: at, isNil: true };
    at = concrete(new GoValue(at.type.element, at.data));
  }
  return { value: at, isNil: false };
}

/** A method of a record: `{{.Label "app"}}` calls it with strings. */
export type Method = (...args: readonly unknown[]) => unknown;

export function isMethod(data: unknown): data is Method {
  return typeof data === 'function';
}

export function isNull(data: unknown): boolean {
  return data === null || data === undefined;
}

/** The type as Go writes it: `map[string]interface {}`, `[]string`, `*container.Health`. */
export function typeName(type: GoType): string {
  switch (type.kind) {
    case 'any':
      return 'interface {}';
    case 'string':
    case 'bool':
      return type.name ?? type.kind;
    case 'int':
    case 'uint':
      return type.name ?? type.kind;
    case 'float':
      return type.name ?? 'float64';
    case 'slice':
      return type.name ?? `[]${typeName(type.element)}`;
    case 'map':
      return type.name ?? `map[string]${typeName(type.element)}`;
    case 'pointer':
      return `*${typeName(type.element)}`;
    case 'struct':
      return type.name;
    default:
      return assertNever(type);
  }
}

/** What a variable of the type holds before anything is assigned. */
export function zeroOf(type: GoType): GoValue {
  switch (type.kind) {
    case 'string':
      return new GoValue(type, '');
    case 'bool':
      return new GoValue(type, false);
    case 'int':
    case 'uint':
    case 'float':
      return new GoValue(type, 0);
    case 'struct':
      return new GoValue(type, {});
    case 'any':
      return NO_VALUE;
    case 'slice':
    case 'map':
    case 'pointer':
      return new GoValue(type, null);
    default:
      return assertNever(type);
  }
}

/** Data of a declared type; JSON's omitted and null entries become the zero value. */
export function ofType(type: GoType, data: unknown): GoValue {
  if (data instanceof GoValue) return data;
  if (data === null && isRaw(type)) return new GoValue(type, null);
  return isNull(data) ? zeroOf(type) : new GoValue(type, data);
}

/** The elements of a slice; a nil slice has none. */
export function elementsOf(value: GoValue): GoValue[] {
  const { type, data } = value;
  if (type.kind !== 'slice' || !Array.isArray(data)) return [];
  return data.map((element: unknown) => ofType(type.element, element));
}

/** The entries of a map, sorted by key as Go's formatter and `range` do. */
export function entriesOf(value: GoValue): [string, GoValue][] {
  const { type } = value;
  if (type.kind !== 'map') return [];
  const record = asRecord(value.data);
  return Object.keys(record)
    .sort(compareBytes)
    .map((key) => [key, ofType(type.element, record[key])]);
}

/** An object's own entries; nothing for anything else. */
export function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Readonly<Record<string, unknown>>)
    : {};
}

/** Go compares strings byte by byte, which is the order of code points. */
export function compareBytes(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [[...left], [...right]];
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The number of elements, entries or bytes; null for what has no length. */
export function lengthOf(value: GoValue): number | null {
  switch (value.type.kind) {
    case 'string':
      return new TextEncoder().encode(String(value.data)).length;
    case 'slice':
      return Array.isArray(value.data) ? value.data.length : 0;
    case 'map':
      return Object.keys(asRecord(value.data)).length;
    default:
      return null;
  }
}

/** The truth of a value, as `if` sees it: empty, zero and nil are false, a struct is always true. */
export function isTrue(value: GoValue): boolean {
  const at = concrete(value);
  switch (at.type.kind) {
    case 'any':
      return false;
    case 'struct':
      return true;
    case 'pointer':
      return !isNull(at.data);
    case 'bool':
      return at.data === true;
    case 'int':
    case 'uint':
    case 'float':
      return at.data !== 0;
    case 'string':
    case 'slice':
    case 'map':
      return (lengthOf(at) ?? 0) > 0;
    default:
      return assertNever(at.type);
  }
}
