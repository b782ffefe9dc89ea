import { assertNever } from '../../../kernel/assert-never';
import { formatGeneral } from '../humanize';
import { goQuote } from './go-quote';
import {
  ANY,
  asRecord,
  compareBytes,
  dataOf,
  concrete,
  elementsOf,
  entriesOf,
  GoValue,
  indirect,
  isMethod,
  isNull,
  NO_VALUE,
  ofType,
  type GoType,
  type StructType,
} from './value';

/** Values as Go prints them: `fmt`'s `%v` and `encoding/json`. */

const MAX_DEPTH = 200;

/** Go prints where a pointer inside of a value points to; every run another address. */
const ADDRESS = '0xc000012180';

/** The text of a value in a template's output: a missing one is `<no value>`, a nil pointer `<nil>`. */
export function printValue(value: GoValue): string {
  const { value: target, isNil } = indirect(value);
  if (isNil) return '<nil>';
  return target === NO_VALUE ? '<no value>' : formatValue(target);
}

/** `%v`, or `%+v` with the names of fields: `map[a:1 b:2]`, `[x y]`, `{x y}`, `<nil>`. */
export function formatValue(value: GoValue, withNames = false, depth = 0): string {
  const at = concrete(value);
  if (depth > MAX_DEPTH) return '...';
  const inner = (element: GoValue): string => formatValue(element, withNames, depth + 1);
  switch (at.type.kind) {
    case 'any':
      return '<nil>';
    case 'string':
      return at.type.name === 'time.Time' ? formatTime(String(at.data)) : String(at.data);
    case 'bool':
    case 'int':
    case 'uint':
      return String(at.data);
    case 'float':
      return formatFloat(Number(at.data));
    case 'slice':
      return `[${elementsOf(at).map(inner).join(' ')}]`;
    case 'map':
      return `map[${entriesOf(at)
        .map(([key, element]) => `${key}:${inner(element)}`)
        .join(' ')}]`;
    case 'pointer':
      if (isNull(at.data)) return '<nil>';
      return depth === 0 ? `&${inner(indirect(at).value)}` : ADDRESS;
    case 'struct': {
      const text = structFields(at, at.type)
        .filter(({ field }) => !isMethod(field.data))
        .map(({ name, field }) => (withNames ? `${name}:${inner(field)}` : inner(field)));
      return `{${text.join(' ')}}`;
    }
    default:
      return assertNever(at.type);
  }
}

/** Go's Time.String of an RFC 3339 text in UTC: `2026-01-15 09:00:00.5 +0000 UTC`. */
function formatTime(text: string): string {
  const [, day, clock, decimals = ''] = /^(.{10})T(.{8})(\.\d+)?Z$/.exec(text) ?? [];
  if (day === undefined || clock === undefined)
    return text === '' ? '0001-01-01 00:00:00 +0000 UTC' : text;
  return `${day} ${clock}${decimals.replace(/\.?0*$/, '')} +0000 UTC`;
}

/** Go's shortest `%v` of a float64: `0.5`, `1e+21`. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return formatGeneral(value, 6);
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e21))
    return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function structFields(value: GoValue, type: StructType): { name: string; field: GoValue }[] {
  const record = asRecord(value.data);
  return Object.entries(type.fields).map(([name, field]) => {
    const data = dataOf(record, name, field);
    return {
      name,
      field: isMethod(data) ? new GoValue(field.type, data) : ofType(field.type, data),
    };
  });
}

/**
 * The `json` function: one line, keys of maps sorted, fields in their order, `<>&` left alone (docker/cli
 * `templates.go` sets SetEscapeHTML(false)). Methods without parameters count as fields, sorted by name, as docker's
 * formatters do.
 */
export function jsonText(value: GoValue, depth = 0): string {
  const at = concrete(value);
  if (at === NO_VALUE || isNull(at.data) || depth > MAX_DEPTH) return 'null';
  const inner = (element: GoValue): string => jsonText(element, depth + 1);
  switch (at.type.kind) {
    case 'any':
      return 'null';
    case 'string':
      return at.type.name === 'json.Number' ? String(at.data) : jsonString(String(at.data));
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
      return String(at.data);
    case 'slice':
      return `[${elementsOf(at).map(inner).join(',')}]`;
    case 'map':
      return jsonObject(entriesOf(at).map(([key, element]) => [key, inner(element)]));
    case 'pointer':
      return inner(indirect(at).value);
    case 'struct': {
      const text = jsonObject(
        jsonFields(at, at.type).map(([key, element]) => [key, inner(element)]),
      );
      return at.type.escapesJson === true ? escapeJson(text) : text;
    }
    default:
      return assertNever(at.type);
  }
}

/** encoding/json's escapes of the characters that HTML knows. */
export function escapeJson(text: string): string {
  return text.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
}

/** Data keeps its own order of keys, which is the order in which the engine wrote them. */
function jsonFields(value: GoValue, type: StructType): [string, GoValue][] {
  const fields = structFields(value, type);
  const hasMethods = fields.some(({ field }) => isMethod(field.data));
  if (hasMethods) {
    return fields
      .map(({ name, field }): [string, GoValue | null] => [name, computed(field)])
      .filter((entry): entry is [string, GoValue] => entry[1] !== null)
      .sort(([left], [right]) => compareBytes(left, right));
  }
  const record = asRecord(value.data);
  const types = typesByKey(type);
  return Object.keys(record).map((key) => [key, ofType(types.get(key) ?? ANY, record[key])]);
}

/** The types of what a struct's JSON holds, with those of the structs embedded in it. */
function typesByKey(type: StructType): ReadonlyMap<string, GoType> {
  return new Map(
    Object.entries(type.fields).flatMap(([name, field]): (readonly [string, GoType])[] => {
      const inner = field.type.kind === 'pointer' ? field.type.element : field.type;
      return field.embedded === true && inner.kind === 'struct'
        ? [...typesByKey(inner)]
        : [[field.json ?? name, field.type]];
    }),
  );
}

/** A field's value, calling a method without parameters; null for one with parameters. */
function computed(field: GoValue): GoValue | null {
  const method: unknown = field.data;
  if (!isMethod(method)) return field;
  if (method.length > 0) return null;
  const result: unknown = method();
  return ofType(field.type, result);
}

function jsonObject(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, text]) => `${jsonString(key)}:${text}`).join(',')}}`;
}

/** encoding/json's string: control characters as `\u001b`, also U+2028 and U+2029. */
function jsonString(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** `%q` of a value: strings quoted, in slices too. */
export function quoteValue(value: GoValue): string {
  const at = concrete(value);
  if (at.type.kind === 'slice') return `[${elementsOf(at).map(quoteValue).join(' ')}]`;
  return at.type.kind === 'string' ? goQuote(String(at.data)) : formatValue(at);
}
