import { assertNever } from '../../kernel/assert-never';
import { err, ok, type Result } from '../../kernel/result';
import { goQuote } from './template/go-quote';
import { readCsv } from './options/csv';
import { parseBoolean, parseDuration, parseInteger } from './flag-values';

/**
 * Flags as the docker CLI reads them: spf13/pflag (`flag.go`) under spf13/cobra. A command lists its flags as data;
 * `parseFlags` turns its arguments into values and operands, or into pflag's error text.
 */

/** What a flag takes. `duration` is kept in milliseconds, `map` as `key=value` pairs, `list` in the order typed. */
export type FlagKind = 'bool' | 'string' | 'int' | 'duration' | 'list' | 'map';

/** One flag of a command. */
export interface FlagSpec {
  /** The long name, without dashes. */
  readonly name: string;
  /** One letter. */
  readonly shorthand?: string;
  readonly kind: FlagKind;
  /** The value when the flag is not given; by default false, '', 0 or nothing. */
  readonly initial?: boolean | string | number;
  /** The value of the flag when it is given without one (pflag's NoOptDefVal), as in `--opt` beside `--opt=x`. */
  readonly whenBare?: string;
  /** Refuses (in words that follow `invalid argument "x" for "--flag" flag: `) or rewrites each value given. */
  readonly check?: (value: string) => Result<string, string>;
  /** A list whose values are comma-separated values themselves: `--flag a,b`. */
  readonly splits?: boolean;
  /** Works, and no help shows it. */
  readonly hidden?: boolean;
  /** What is said when the flag is used: `use --timeout instead`. */
  readonly deprecated?: string;
  /** The flag under whose name the value is kept, when this one is another name of it. */
  readonly into?: string;
}

/** What was typed, by flag name. Asking for a flag that the command does not have is an error of the programmer. */
export interface ParsedFlags {
  /** Everything that is not a flag, in order. */
  readonly args: readonly string[];
  /** The number of operands before `--`, or -1 without one. */
  readonly argsBeforeDash: number;
  /** `--help`, or `-h` where the command has no other use for it. */
  readonly help: boolean;
  changed(name: string): boolean;
  bool(name: string): boolean;
  string(name: string): string;
  /** Integers and durations (milliseconds). */
  number(name: string): number;
  list(name: string): readonly string[];
  map(name: string): ReadonlyMap<string, string>;
}

/** How a command reads its arguments. */
export interface ParseOptions {
  /** False when flags end at the first operand, as for `docker run IMAGE` and `docker exec CONTAINER`. Default true. */
  readonly interspersed?: boolean;
  /** Is told what pflag prints while it reads: a line on a deprecated flag. */
  readonly warn?: (line: string) => void;
}

type Stored = boolean | string | number | string[];

/** Parses the arguments of one command (its own name removed). The error is pflag's text, without usage lines. */
export function parseFlags(
  args: readonly string[],
  specs: readonly FlagSpec[],
  options: ParseOptions = {},
): Result<ParsedFlags, string> {
  const reader = new Reader(args, specs, options.warn ?? (() => undefined));
  const problem = reader.readAll(options.interspersed ?? true);
  return problem === null ? ok(reader) : err(problem);
}

/** A command's flags by their long and short names. */
interface FlagIndex {
  readonly byName: ReadonlyMap<string, FlagSpec>;
  readonly byShorthand: ReadonlyMap<string, FlagSpec>;
}

const indexes = new WeakMap<readonly FlagSpec[], FlagIndex>();

/** Made once a command: its flags never change. */
function indexOf(specs: readonly FlagSpec[]): FlagIndex {
  const known = indexes.get(specs);
  if (known) return known;
  const byName = new Map<string, FlagSpec>();
  const byShorthand = new Map<string, FlagSpec>();
  for (const spec of specs) {
    byName.set(spec.name, spec);
    if (spec.shorthand !== undefined) byShorthand.set(spec.shorthand, spec);
  }
  const index = { byName, byShorthand };
  indexes.set(specs, index);
  return index;
}

class Reader implements ParsedFlags {
  readonly args: string[] = [];
  argsBeforeDash = -1;
  help = false;
  private readonly flags: FlagIndex;
  private readonly values = new Map<string, Stored>();
  private at = 0;

  constructor(
    private readonly words: readonly string[],
    specs: readonly FlagSpec[],
    private readonly warn: (line: string) => void,
  ) {
    this.flags = indexOf(specs);
  }

  /** Reads until the end; an error in words, or null. */
  readAll(interspersed: boolean): string | null {
    for (let arg = this.next(); arg !== undefined; arg = this.next()) {
      if (!arg.startsWith('-') || arg === '-') {
        this.args.push(arg);
        if (!interspersed) this.takeRest();
        continue;
      }
      if (arg === '--') {
        this.argsBeforeDash = this.args.length;
        this.takeRest();
        continue;
      }
      const problem = arg.startsWith('--') ? this.long(arg) : this.shorthands(arg.slice(1));
      if (problem !== null) return problem;
    }
    return null;
  }

  private next(): string | undefined {
    return this.words[this.at++];
  }

  private takeRest(): void {
    this.args.push(...this.words.slice(this.at));
    this.at = this.words.length;
  }

  private long(arg: string): string | null {
    const body = arg.slice(2);
    if (body.startsWith('-') || body.startsWith('=')) return `bad flag syntax: ${arg}`;
    const equals = body.indexOf('=');
    const name = equals >= 0 ? body.slice(0, equals) : body;
    const spec = this.flags.byName.get(name);
    if (!spec) {
      if (name !== 'help') return `unknown flag: --${name}`;
      const typed = equals < 0 ? 'true' : body.slice(equals + 1);
      const help = convert('bool', typed, undefined);
      if (!help.ok) return `invalid argument ${goQuote(typed)} for "--help" flag: ${help.error}`;
      this.help = help.value === true;
      return null;
    }
    if (equals >= 0) return this.set(spec, body.slice(equals + 1));
    const bare = valueWhenBare(spec);
    if (bare !== null) return this.set(spec, bare);
    const value = this.next();
    return value === undefined ? `flag needs an argument: --${name}` : this.set(spec, value);
  }

  /** `-it`, `-p80:80`, `-p 80:80`, `-d=false`. */
  private shorthands(letters: string): string | null {
    for (let rest = letters; rest !== '';) {
      const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      const after = rest.slice(letter.length);
      const spec = this.flags.byShorthand.get(letter);
      if (!spec) {
        if (letter !== 'h') return `unknown shorthand flag: '${letter}' in -${rest}`;
        this.help = true;
        this.warn('Flag shorthand -h has been deprecated, use --help');
        rest = after;
        continue;
      }
      const bare = valueWhenBare(spec);
      if (after.length > 1 && after.startsWith('=')) return this.set(spec, after.slice(1));
      if (bare === null) {
        const value = after !== '' ? after : this.next();
        if (value === undefined) return `flag needs an argument: '${letter}' in -${rest}`;
        return this.set(spec, value);
      }
      const problem = this.set(spec, bare);
      if (problem !== null) return problem;
      rest = after;
    }
    return null;
  }

  private set(spec: FlagSpec, typed: string): string | null {
    const shown = spec.shorthand === undefined ? '' : `-${spec.shorthand}, `;
    const refuse = (reason: string): string =>
      `invalid argument ${goQuote(typed)} for "${shown}--${spec.name}" flag: ${reason}`;
    const checked = spec.check ? spec.check(typed) : ok(typed);
    if (!checked.ok) return refuse(checked.error);
    const name = spec.into ?? spec.name;
    const stored =
      spec.splits === true
        ? split(checked.value, this.values.get(name))
        : convert(spec.kind, checked.value, this.values.get(name));
    if (!stored.ok) return refuse(stored.error);
    this.values.set(name, stored.value);
    if (spec.deprecated !== undefined)
      this.warn(`Flag --${spec.name} has been deprecated, ${spec.deprecated}`);
    return null;
  }

  changed(name: string): boolean {
    return this.values.has(name);
  }

  bool(name: string): boolean {
    const value = this.value(name);
    return typeof value === 'boolean' ? value : wrongKind(name);
  }

  string(name: string): string {
    const value = this.value(name);
    return typeof value === 'string' ? value : wrongKind(name);
  }

  number(name: string): number {
    const value = this.value(name);
    return typeof value === 'number' ? value : wrongKind(name);
  }

  list(name: string): readonly string[] {
    const value = this.value(name);
    return Array.isArray(value) ? value : wrongKind(name);
  }

  map(name: string): ReadonlyMap<string, string> {
    return new Map(this.list(name).map(splitPair));
  }

  private value(name: string): Stored {
    const spec = this.flags.byName.get(name);
    if (!spec) throw new Error(`the command has no flag --${name}`);
    return this.values.get(name) ?? spec.initial ?? emptyValue(spec.kind);
  }
}

function wrongKind(name: string): never {
  throw new Error(`flag --${name} is asked for as another kind`);
}

function valueWhenBare(spec: FlagSpec): string | null {
  return spec.whenBare ?? (spec.kind === 'bool' ? 'true' : null);
}

function emptyValue(kind: FlagKind): Stored {
  switch (kind) {
    case 'bool':
      return false;
    case 'string':
      return '';
    case 'int':
    case 'duration':
      return 0;
    case 'list':
    case 'map':
      return [];
    default:
      return assertNever(kind);
  }
}

function splitPair(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function split(text: string, before: Stored | undefined): Result<Stored, string> {
  const fields = text === '' ? ok([]) : readCsv(text);
  return fields.ok ? ok([...(Array.isArray(before) ? before : []), ...fields.value]) : fields;
}

function convert(kind: FlagKind, text: string, before: Stored | undefined): Result<Stored, string> {
  switch (kind) {
    case 'bool': {
      const value = parseBoolean(text);
      const reason = `strconv.ParseBool: parsing ${goQuote(text)}: invalid syntax`;
      return value === null ? err(reason) : ok(value);
    }
    case 'string':
      return ok(text);
    case 'int':
      return parseInteger(text);
    case 'duration':
      return parseDuration(text);
    case 'list':
    case 'map':
      return ok(Array.isArray(before) ? [...before, text] : [text]);
    default:
      return assertNever(kind);
  }
}
