import type { ProgramCall } from '../../program';
import { isBusybox } from '../options';
import { posixPattern } from '../regex';
import { AwkError } from './lex';
import { fieldOf, numberOf, textOf, UNSET, type Value } from './value';

/** How many statements and expressions a program may go through, and how long a text may grow. */
const MOST_STEPS = 400_000;
export const MOST_TEXT = 1_000_000;
const MOST_FIELDS = 10_000;
const MOST_ELEMENTS = MOST_FIELDS * 10;

export type AwkArray = Map<string, Value>;

/** The parameters of a function at work; a parameter is a value or an array. */
export interface Frame {
  readonly values: Map<string, Value>;
  readonly arrays: Map<string, AwkArray>;
}

/** What a program at work holds: its variables and arrays, the record and its fields, the patterns it has used, the steps it has made. */
export class AwkMemory {
  readonly variables = new Map<string, Value>([
    ['FS', ' '],
    ['OFS', ' '],
    ['ORS', '\n'],
    ['RS', '\n'],
    ['CONVFMT', '%.6g'],
    ['OFMT', '%.6g'],
    ['SUBSEP', '\x1c'],
    ['NR', 0],
    ['FNR', 0],
    ['RSTART', 0],
    ['RLENGTH', -1],
    ['FILENAME', ''],
  ]);
  readonly arrays = new Map<string, AwkArray>();
  /** The function that is being called; null outside of functions. */
  frame: Frame | null = null;
  record = '';
  exitCode = 0;
  private fields: Value[] | null = [];
  private readonly patterns = new Map<string, RegExp>();
  private steps = 0;

  constructor(private readonly call: ProgramCall) {
    const environment = Object.entries(call.environment()).map(
      ([key, text]) => [key, fieldOf(text)] as const,
    );
    this.arrays.set('ENVIRON', new Map(environment));
  }

  /** Counts a step. @throws AwkError when a program makes too many */
  spend(): void {
    if (++this.steps > MOST_STEPS) throw new AwkError('limit', '', 1);
    if (this.steps % 4_000 === 0) this.call.host.giveWay();
  }

  // ------------------------------------------------------------------------------------------ variables

  variable(name: string): Value {
    if (name === 'NF') return this.split().length;
    return this.frame?.values.get(name) ?? this.variables.get(name) ?? UNSET;
  }

  text(name: string): string {
    return textOf(this.variable(name));
  }

  /** Adds one to NR or FNR. */
  count(name: 'NR' | 'FNR'): void {
    this.variables.set(name, numberOf(this.variable(name)) + 1);
  }

  /** @throws AwkError when the text is too long */
  setVariable(name: string, value: Value): void {
    checkLength(value);
    if (name === 'NF') this.resize(numberOf(value));
    else if (this.frame?.values.has(name)) this.frame.values.set(name, value);
    else this.variables.set(name, value);
  }

  /** Holds the name a value, so that it is no array? */
  isSet(name: string): boolean {
    const own = this.frame?.values.get(name);
    return own === undefined || own === UNSET ? this.variables.has(name) : true;
  }

  array(name: string): AwkArray {
    const own = this.frame?.arrays.get(name);
    if (own) return own;
    const isLocal = this.frame?.values.has(name) === true;
    const arrays = isLocal && this.frame ? this.frame.arrays : this.arrays;
    const array = arrays.get(name) ?? new Map<string, Value>();
    arrays.set(name, array);
    return array;
  }

  /** @throws AwkError when the text is too long, or the array too large */
  setElement(name: string, key: string, value: Value): void {
    checkLength(value);
    const array = this.array(name);
    array.set(key, value);
    if (array.size > MOST_ELEMENTS) throw new AwkError('limit', '', 1);
  }

  // ------------------------------------------------------------------------------------------ the record

  setRecord(text: string): void {
    this.record = text;
    this.fields = null;
  }

  /** The field of a number; 0 is the whole record. */
  field(index: number): Value {
    return index === 0 ? fieldOf(this.record) : (this.split()[Math.trunc(index) - 1] ?? UNSET);
  }

  /** @throws AwkError when the text is too long, or there would be too many fields */
  setField(index: number, value: Value): void {
    if (index === 0) return this.setRecord(textOf(value));
    const fields = this.split();
    if (index > fields.length) this.resize(index);
    fields[index - 1] = value;
    this.rebuild(fields);
  }

  /** The fields of the record, the first at 0. */
  private split(): Value[] {
    this.fields ??= this.cut(this.record, this.text('FS')).map(fieldOf);
    return this.fields;
  }

  private resize(count: number): void {
    if (!(count >= 0 && count <= MOST_FIELDS)) throw new AwkError('limit', '', 1);
    const fields = this.split();
    while (fields.length < count) fields.push('');
    fields.length = Math.trunc(count);
    this.rebuild(fields);
  }

  private rebuild(fields: Value[]): void {
    this.record = fields.map((field) => textOf(field)).join(this.text('OFS'));
    this.fields = fields;
  }

  // ------------------------------------------------------------------------------------------ patterns

  /** Cuts a text as FS says: one blank stands for all white space, another character for itself, anything longer is a pattern. */
  cut(text: string, separator: string): readonly string[] {
    if (separator === ' ') {
      const trimmed = text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
      return trimmed === '' ? [] : trimmed.split(/[ \t\n]+/).slice(0, MOST_FIELDS);
    }
    if (text === '') return [];
    if (separator === '') return [...text].slice(0, MOST_FIELDS);
    const by = separator.length === 1 && separator !== '\\' ? separator : this.pattern(separator);
    return text.slice(0, MOST_TEXT).split(by, MOST_FIELDS);
  }

  /** A pattern ready to be tried; one that cannot be read matches nothing. */
  pattern(source: string): RegExp {
    const known = this.patterns.get(source);
    if (known) return known;
    const made = posixPattern(source, true) ?? /(?!)/;
    this.patterns.set(source, made);
    return made;
  }

  /** What needs a mathematical library, which a busybox may have been built without. */
  mathOnly(value: number): number {
    if (isBusybox(this.call) && this.call.host.machine.busybox.version.includes('Debian'))
      throw new AwkError('math', '', 1);
    return value;
  }
}

/** @throws AwkError when a text is longer than a program may hold */
export function checkLength(value: Value): void {
  if (typeof value === 'string' && value.length > MOST_TEXT) throw new AwkError('limit', '', 1);
}
