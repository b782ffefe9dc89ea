import { err, ok, type Result } from '../../../kernel/result';
import { compareFunctions } from './compare';
import type { Parameter, TemplateFunction } from './template-function';
import { jsonText } from './print';
import { sprint, sprintf, sprintln } from './printf';
import {
  concrete,
  elementsOf,
  GoValue,
  indirect,
  isInvalid,
  isNilInterface,
  isRaw,
  isTrue,
  lengthOf,
  ofType,
  STRING,
  typeName,
  zeroOf,
  BOOL,
  INT,
  type GoType,
} from './value';

/** The functions of every template: Go's own (text/template `funcs.go`) and docker's (docker/cli `templates.go`). */

export type TemplateFunctions = Readonly<Record<string, TemplateFunction>>;

/** The text of an argument whose type has been checked. */
const text = (value: GoValue | undefined): string =>
  typeof value?.data === 'string' ? value.data : '';
const stringValue = (value: string): Result<GoValue, string> => ok(new GoValue(STRING, value));

function stringFunction(change: (value: string) => string): TemplateFunction {
  return { parameters: ['string'], call: ([value]) => stringValue(change(text(value))) };
}

function anyFunction(change: (args: readonly GoValue[]) => string): TemplateFunction {
  return { parameters: ['value'], variadic: true, call: (args) => stringValue(change(args)) };
}

/** A value as a template would print it: behind a pointer what it points to, a missing one `<no value>` (text/template printableValue). */
function printable(value: GoValue): GoValue {
  const { value: target, isNil } = indirect(value);
  return isInvalid(value) ? new GoValue(STRING, '<no value>') : isNil ? value : target;
}

/** Go's own functions. `and` and `or` are evaluated by the evaluator, which stops early; here they only have a shape. */
const GO_FUNCTIONS: TemplateFunctions = {
  and: { parameters: ['value', 'value'], variadic: true, call: firstWith(false) },
  or: { parameters: ['value', 'value'], variadic: true, call: firstWith(true) },
  not: {
    parameters: ['value'],
    call: ([value]) => ok(new GoValue(BOOL, value === undefined || !isTrue(value))),
  },
  /** Nothing that a template of docker sees is a function; the evaluator says so with the operand's own words. */
  call: { parameters: ['value'], variadic: true, call: () => err('call of nil') },
  len: { parameters: ['value'], call: ([value]) => length(value) },
  index: { parameters: ['value', 'value'], variadic: true, call: index },
  slice: { parameters: ['value', 'value'], variadic: true, call: slice },
  print: anyFunction(sprint),
  printf: {
    parameters: ['string', 'value'],
    variadic: true,
    call: ([format, ...args]) => stringValue(sprintf(text(format), args)),
  },
  println: anyFunction(sprintln),
  html: anyFunction((args) => escapeHtml(sprint(args.map(printable)))),
  js: anyFunction((args) => escapeScript(sprint(args.map(printable)))),
  urlquery: anyFunction((args) => escapeQuery(sprint(args.map(printable)))),
  ...compareFunctions,
};

/** docker's functions for values. */
const DOCKER_FUNCTIONS: TemplateFunctions = {
  json: {
    parameters: ['value'],
    call: ([value]) => stringValue(value === undefined ? 'null' : jsonText(value)),
  },
  split: {
    parameters: ['string', 'string'],
    call: ([value, separator]) =>
      ok(new GoValue({ kind: 'slice', element: STRING }, split(text(value), text(separator)))),
  },
  join: {
    parameters: ['[]string', 'string'],
    call: ([list, separator]) =>
      stringValue(
        list === undefined
          ? ''
          : elementsOf(list)
              .map((element) => text(concrete(element)))
              .join(text(separator)),
      ),
  },
  title: stringFunction(title),
  lower: stringFunction((value) => value.toLowerCase()),
  upper: stringFunction((value) => value.toUpperCase()),
  pad: {
    parameters: ['string', 'int', 'int'],
    call: ([value, before, after]) => pad(text(value), Number(before?.data), Number(after?.data)),
  },
  truncate: {
    parameters: ['string', 'int'],
    call: ([value, length]) => truncate(text(value), Number(length?.data)),
  },
};

/** Go's and docker's functions together. */
export const STANDARD_FUNCTIONS: TemplateFunctions = { ...GO_FUNCTIONS, ...DOCKER_FUNCTIONS };

/** For the header of a table: the functions that would change a heading leave it alone (`pad` still pads). */
export const HEADER_FUNCTIONS: TemplateFunctions = {
  ...STANDARD_FUNCTIONS,
  json: stringFunction((value) => value),
  split: { parameters: ['string', 'string'], call: ([value]) => stringValue(text(value)) },
  join: { parameters: ['string', 'string'], call: ([value]) => stringValue(text(value)) },
  title: stringFunction((value) => value),
  lower: stringFunction((value) => value),
  upper: stringFunction((value) => value),
  truncate: { parameters: ['string', 'int'], call: ([value]) => stringValue(text(value)) },
};

function firstWith(wanted: boolean): TemplateFunction['call'] {
  return (args) => {
    const found = args.find((arg) => isTrue(arg) === wanted) ?? args.at(-1);
    return found === undefined ? err('missing argument') : ok(found);
  };
}

function length(argument: GoValue | undefined): Result<GoValue, string> {
  if (argument && isNilInterface(argument)) return err('len of nil pointer');
  if (argument === undefined || isInvalid(argument)) {
    return err('reflect: call of reflect.Value.Type on zero Value');
  }
  const { value, isNil } = indirect(argument);
  if (isNil) return err('len of nil pointer');
  const count = lengthOf(value);
  return count === null ? err(`len of type ${typeName(value.type)}`) : ok(new GoValue(INT, count));
}

function indexNumber(position: GoValue, limit: number): Result<number, string> {
  const { type, data } = concrete(position);
  if (isInvalid(position)) return err('cannot index slice/array with nil');
  if (type.kind !== 'int' && type.kind !== 'uint') {
    return err(`cannot index slice/array with type ${typeName(type)}`);
  }
  const number = Number(data);
  return number < 0 || number > limit ? err(`index out of range: ${number}`) : ok(number);
}

function index(args: readonly GoValue[]): Result<GoValue, string> {
  const [first, ...positions] = args;
  if (first === undefined || isInvalid(first)) return err('index of untyped nil');
  let item = first;
  for (const position of positions) {
    if (isInvalid(item)) return err('index of untyped nil');
    const { value, isNil } = indirect(item);
    if (isNil) return err('index of nil pointer');
    const found = indexOnce(value, position);
    if (!found.ok) return found;
    item = found.value;
  }
  return ok(item);
}

function indexOnce(value: GoValue, position: GoValue): Result<GoValue, string> {
  const { type } = value;
  switch (type.kind) {
    case 'map': {
      const key = concrete(position);
      if (isInvalid(key)) return err('value is nil; should be of type string');
      if (key.type.kind !== 'string' || key.type.name !== undefined)
        return err(`value has type ${typeName(key.type)}; should be string`);
      const record: unknown = value.data;
      const has = typeof record === 'object' && record !== null && Object.hasOwn(record, text(key));
      return ok(has ? ofType(type.element, Reflect.get(record, text(key))) : zeroOf(type.element));
    }
    case 'slice':
    case 'string': {
      const bytes = type.kind === 'string' ? [...new TextEncoder().encode(text(value))] : null;
      const count = bytes?.length ?? lengthOf(value) ?? 0;
      const number = indexNumber(position, count);
      if (!number.ok) return number;
      if (number.value >= count) {
        return err(`reflect: ${bytes ? 'string' : 'slice'} index out of range`);
      }
      if (bytes) return ok(new GoValue({ kind: 'uint', name: 'uint8' }, bytes[number.value]));
      return ok(elementsOf(value)[number.value] ?? zeroOf(value.type));
    }
    default:
      return err(`can't index item of type ${typeName(type)}`);
  }
}

function slice(args: readonly GoValue[]): Result<GoValue, string> {
  const [first, ...positions] = args;
  if (first === undefined || isInvalid(first)) return err('slice of untyped nil');
  const value = concrete(first);
  if (positions.length > 3) return err(`too many slice indexes: ${positions.length}`);
  if (value.type.kind !== 'string' && value.type.kind !== 'slice') {
    return err(`can't slice item of type ${typeName(value.type)}`);
  }
  if (value.type.kind === 'string' && positions.length === 3) {
    return err('cannot 3-index slice a string');
  }
  const count = lengthOf(value) ?? 0;
  const bounds = [0, count, count];
  for (const [at, position] of positions.entries()) {
    if (isRaw(position.type) && !isInvalid(position))
      return err('cannot index slice/array with type interface {}');
    const number = indexNumber(position, count);
    if (!number.ok) return number;
    bounds[at] = number.value;
  }
  const [from = 0, to = count, capacity = count] = bounds;
  if (from > to) return err(`invalid slice index: ${from} > ${to}`);
  if (to > capacity) return err(`invalid slice index: ${to} > ${capacity}`);
  return ok(
    new GoValue(
      value.type,
      value.type.kind === 'string'
        ? decode(new TextEncoder().encode(text(value)).slice(from, to))
        : elementsOf(value).slice(from, to),
    ),
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function split(value: string, separator: string): string[] {
  return separator === '' ? [...value] : value.split(separator);
}

/** Go's strings.Title: the first letter of every word in upper case. */
function title(value: string): string {
  return value.replace(/(?<![\p{L}\p{Nd}_'])\p{L}/gu, (letter) => letter.toUpperCase());
}

const MAX_PADDING = 100_000;

function pad(value: string, before: number, after: number): Result<GoValue, string> {
  if (value === '') return stringValue('');
  if (before < 0 || after < 0) return err('strings: negative Repeat count');
  const spaces = (count: number): string => ' '.repeat(Math.min(count, MAX_PADDING));
  return stringValue(spaces(before) + value + spaces(after));
}

/** Cuts after `length` bytes. */
function truncate(value: string, length: number): Result<GoValue, string> {
  const bytes = new TextEncoder().encode(value);
  if (length < 0) return err(`runtime error: slice bounds out of range [:${length}]`);
  return stringValue(bytes.length < length ? value : decode(bytes.slice(0, length)));
}

const HTML: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\ufffd',
};

function escapeHtml(value: string): string {
  return value.replace(/["'&<>\0]/g, (character) => HTML[character] ?? character);
}

function escapeScript(value: string): string {
  const named: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '<': '\\u003C',
    '>': '\\u003E',
    '&': '\\u0026',
    '=': '\\u003D',
  };
  return value.replace(/[\\'"<>&=\u0000-\u001f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return named[character] ?? `\\u${code}`;
  });
}

function escapeQuery(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** The Go type that a parameter's argument must have, for error texts. */
export function parameterType(parameter: Parameter): GoType {
  switch (parameter) {
    case 'string':
      return STRING;
    case 'int':
      return INT;
    case '[]string':
      return { kind: 'slice', element: STRING };
    case 'value':
      return { kind: 'any' };
  }
}
