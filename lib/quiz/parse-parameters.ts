import { parametersIn } from './parameters';
import type { Parameter, ParameterValue } from './template';
import type { RawTemplate } from './template-schema';

/** A complaint about a part of a template: the path from the template's top. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly instead: string;
  /** Offset in the text at `path`, when the mistake is inside it. */
  readonly offset?: number;
}

type RawParameters = NonNullable<RawTemplate['with']>;
type RawDraw = RawParameters[string];

const namePattern = /^[a-zA-Z][\w-]*$/;
const rangePattern = /^(\d{1,6})\s*\.\.\s*(\d{1,6})$/;
/** `<port> + 1`; a minus has spaces around it, for `<name>-1` is a text. */
const sumPattern = /^(<[a-zA-Z][\w-]*>|\d{1,6})(?:\s*([+*])\s*| +(-) +)(<[a-zA-Z][\w-]*>|\d{1,6})$/;

/** Reads `with`: each key holds one or several names, each value a list, a list of rows, a range, or what is made of other parameters. */
export function parseParameters(raw: RawParameters): {
  readonly parameters: readonly Parameter[];
  readonly complaints: readonly Complaint[];
} {
  const parameters: Parameter[] = [];
  const complaints: Complaint[] = [];
  const seen = new Set<string>();
  for (const [key, draw] of Object.entries(raw)) {
    const path = ['with', key];
    const names = key.split(',').map((name) => name.trim());
    for (const name of names) {
      if (!namePattern.test(name)) {
        complaints.push({
          path,
          message: `"${name}" cannot be a parameter's name`,
          instead: 'use letters, digits, - and _, beginning with a letter',
        });
      } else if (name === 'value') {
        complaints.push({
          path,
          message: '`value` is kept for the outcome in `say`',
          instead: 'choose another name',
        });
      } else if (seen.has(name)) {
        complaints.push({
          path,
          message: `the parameter \`${name}\` is declared twice`,
          instead: 'declare each name once',
        });
      }
      seen.add(name);
    }
    const result = parseDraw(names, draw);
    if ('message' in result) complaints.push({ path, ...result });
    else parameters.push({ names, draw: result });
  }
  return { parameters, complaints };
}

function parseDraw(
  names: readonly string[],
  draw: RawDraw,
): Parameter['draw'] | { readonly message: string; readonly instead: string } {
  if (!Array.isArray(draw)) {
    const texts = typeof draw === 'string' ? [draw] : [draw.ko, draw.en];
    if (texts.some((text) => parametersIn(text).length > 0)) return parseMade(names, draw);
    if (typeof draw !== 'string') {
      return {
        message: 'a parameter with one value never changes',
        instead: 'write the words out, make a list of them, or use another parameter in them',
      };
    }
    const range = rangePattern.exec(draw);
    if (range === null) {
      return {
        message: `"${draw}" is neither a list nor a range`,
        instead: /^\d+\s*(-|–|…|\.\.\.+|to)\s*\d+$/.test(draw)
          ? `write the range \`${draw.replace(/\D+/, '..')}\``
          : `write a list \`[${draw}, …]\`, a range \`8080..8089\`, or use another parameter: \`<name>-${draw}\``,
      };
    }
    const [from, to] = [Number(range[1]), Number(range[2])];
    if (to - from + 1 < Math.max(2, names.length)) {
      return {
        message: `the range ${draw} has too few numbers`,
        instead: 'let it end later than it begins',
      };
    }
    return { kind: 'range', from, to };
  }
  const rows: (readonly ParameterValue[])[] = [];
  const values: ParameterValue[] = [];
  for (const item of draw) {
    if (Array.isArray(item)) rows.push(item);
    else values.push(item);
  }
  if (rows.length > 0 && values.length > 0) {
    return {
      message: 'rows and single values are mixed',
      instead: 'make every entry a row: [[a, 1], [b, 2]]',
    };
  }
  const twice = firstRepeated(rows.length > 0 ? rows : values);
  if (twice !== null) {
    return { message: `${twice} stands in the list twice`, instead: 'write each value once' };
  }
  if (rows.length > 0) {
    const odd = rows.find((row) => row.length !== names.length);
    if (odd !== undefined) {
      return {
        message: `a row has ${odd.length} value(s) for ${names.length} name(s)`,
        instead: `give each row ${names.length} value(s), in the order of the names`,
      };
    }
    if (rows.length < 2)
      return { message: 'one row never changes', instead: 'add a row, or write the values out' };
    return { kind: 'rows', rows };
  }
  if (values.length < Math.max(2, names.length)) {
    return {
      message:
        names.length > 1
          ? `${values.length} value(s) are too few for ${names.length} different names`
          : 'a parameter with one value never changes',
      instead: 'add values, or write the value out',
    };
  }
  return names.length === 1
    ? { kind: 'rows', rows: values.map((value) => [value]) }
    : { kind: 'distinct', values };
}

/** A value made of other parameters, or reckoned from them. */
function parseMade(
  names: readonly string[],
  value: ParameterValue,
): Parameter['draw'] | { readonly message: string; readonly instead: string } {
  if (names.length > 1) {
    return {
      message: `${names.length} names cannot have one value`,
      instead: 'write a line for each name',
    };
  }
  const sum = typeof value === 'string' ? sumPattern.exec(value) : null;
  const [, left, close, wide, right] = sum ?? [];
  const sign = close ?? wide;
  if (left !== undefined && right !== undefined && (sign === '+' || sign === '-' || sign === '*')) {
    return { kind: 'reckoned', left, sign, right };
  }
  return { kind: 'made', value };
}

function firstRepeated(items: readonly unknown[]): string | null {
  const seen = new Set<string>();
  for (const item of items) {
    const text = JSON.stringify(item);
    if (seen.has(text)) return text;
    seen.add(text);
  }
  return null;
}
