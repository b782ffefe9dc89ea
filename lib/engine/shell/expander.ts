import { assertNever } from '../../kernel/assert-never';
import { own } from '../../kernel/own';
import { evaluateArithmetic } from './arithmetic';
import { arithmeticText } from './arithmetic-error';
import type { Script, Word, WordPart } from './ast';
import { FieldBuilder, joined, type Field } from './field-builder';
import {
  ExpansionFailure,
  isAll,
  isChange,
  textIn,
  unset,
  type Change,
  type Parameter,
  type Slice,
  type Substitution,
} from './parameter-kind';
import { quoted } from './quoted';
import { changeCase, replaceIn, sliceOf, trimmed } from './parameter-operation';

/** Expands one word, part by part, into fields. */
export class Expander extends FieldBuilder {
  fields(word: Word): Field[] {
    word.parts.forEach((part, index) => this.part(part, index, word.parts));
    this.endField();
    return this.done;
  }

  private part(part: WordPart, index: number, parts: readonly WordPart[]): void {
    switch (part.kind) {
      case 'text':
        return this.text(part, index, parts);
      case 'command':
        return this.value(this.output(part.script), part.quoted);
      case 'arithmetic':
        return this.value(this.arithmetic(part.expression), part.quoted);
      case 'process':
        return this.add(this.context.fileOf?.(part.script) ?? '', true);
      case 'parameter':
        return this.parameter(part);
      default:
        return assertNever(part);
    }
  }

  private text(
    part: { text: string; quoted: boolean },
    index: number,
    parts: readonly WordPart[],
  ): void {
    const [tilde, user] =
      part.quoted || index > 0 ? [] : (/^~([\w.-]*)(?=\/|$)/.exec(part.text) ?? []);
    const isWhole = tilde !== undefined && (parts.length === 1 || tilde !== part.text);
    const home = !isWhole
      ? undefined
      : user === ''
        ? this.context.parameter('HOME')
        : this.context.homeOf?.(user ?? '');
    if (home === undefined || tilde === undefined) return this.add(part.text, part.quoted);
    this.add(home, true);
    this.add(part.text.slice(tilde.length), false);
  }

  private output(script: Script): string {
    const output = this.context.command(script);
    if (!output.ok) throw new ExpansionFailure(output.error);
    return output.value.replace(/\n+$/, '');
  }

  private arithmetic(expression: Word): string {
    return this.number(expression).toString();
  }

  number(expression: Word): bigint {
    const source = this.textOf(expression);
    const result = evaluateArithmetic(
      source,
      {
        get: (name, subscript) =>
          subscript === undefined
            ? (this.single(name) ?? '')
            : (this.element(name, this.keyIn(name, subscript)) ?? ''),
        set: (name, value, subscript) =>
          this.context.assign(
            name,
            value,
            subscript === undefined ? undefined : this.keyIn(name, subscript),
          ),
      },
      this.context.flavour === 'dash',
    );
    if (!result.ok)
      throw new ExpansionFailure(arithmeticText(result.error, source, this.context.flavour));
    return result.value;
  }

  keyOf(name: string, subscript: Word): string {
    return this.keyIn(name, this.textOf(subscript));
  }

  private keyIn(name: string, text: string): string {
    const array = this.context.array?.(name);
    if (array?.keyed) return text;
    const index = this.number({ parts: [{ kind: 'text', text, quoted: true }] });
    if (index >= 0n) return index.toString();
    const last = Number(Object.keys(array?.items ?? {}).at(-1) ?? '-1');
    const at = BigInt(last + 1) + index;
    if (at < 0n) throw new ExpansionFailure(`${name}: bad array subscript`);
    return at.toString();
  }

  private textOf(word: Word): string {
    return joined(new Expander(this.context, false).fields(word)).text;
  }

  /** A parameter's value as one text; undefined when unset. */
  private single(name: string): string | undefined {
    const { positional } = this.context;
    if (name === '#') return String(positional.length);
    if (name === '@' || name === '*') return positional.length > 0 ? this.all(name) : undefined;
    if (/^[1-9][0-9]*$/.test(name)) return positional[Number(name) - 1];
    return this.context.parameter(name);
  }

  private all(name: string): string {
    const separators = this.context.parameter('IFS') ?? ' ';
    return this.context.positional.join(name === '*' ? separators.slice(0, 1) : ' ');
  }

  private parameter(part: Parameter): void {
    const { operation, quoted } = part;
    if (operation?.kind === 'bad') return this.bad(operation.text);
    const { flavour } = this.context;
    if (flavour === 'dash' && (operation?.kind === 'slice' || operation?.kind === 'replace'))
      return this.bad('');
    const list = this.listOf(part);
    if (list !== null) return this.list(list, part);
    const name = part.indirect ? this.indirect(part.name) : part.name;
    if (part.indirect && /^[@*]$/.test(name))
      return this.list(this.context.positional, { ...part, name });
    const { subscript } = part;
    const value =
      subscript === undefined ? this.single(name) : this.element(name, this.keyOf(name, subscript));
    if (operation === null) {
      if (value === undefined && this.context.refuseUnset === true)
        throw new ExpansionFailure(
          `${this.context.flavour === 'bash' && /^\d/.test(name) ? '$' : ''}${name}: ${this.context.flavour === 'bash' ? 'unbound variable' : 'parameter not set'}`,
          true,
        );
      return this.value(value ?? '', quoted);
    }
    if (operation.kind === 'length') return this.value(String([...(value ?? '')].length), quoted);
    if (operation.kind === 'slice')
      return this.value(sliceOf([...(value ?? '')], ...this.bounds(operation)).join(''), quoted);
    if (operation.kind === 'quote' && value === undefined) return this.value('', quoted);
    if (isChange(operation)) return this.value(this.changed(value ?? '', operation), quoted);
    return this.substitute(name, value, operation, () => this.value(value ?? '', quoted), quoted);
  }

  /** The name that `${!name}` stands for. */
  private indirect(name: string): string {
    const value = this.single(name);
    if (value === undefined) throw new ExpansionFailure(`${name}: invalid indirect expansion`);
    if (!/^(?:\w+|[@*#?])$/.test(value))
      throw new ExpansionFailure(`${value}: invalid variable name`);
    return value;
  }

  /** An element of an array; what is none has its value as element 0. */
  private element(name: string, key: string): string | undefined {
    const array = this.context.array?.(name);
    if (array === undefined) return key === '0' ? this.single(name) : undefined;
    return own(array.items, key);
  }

  private bad(text: string): never {
    const words = {
      ash: 'syntax error: bad substitution',
      bash: `${text}: bad substitution`,
      dash: 'Bad substitution',
    };
    throw new ExpansionFailure(words[this.context.flavour]);
  }

  /** The values of `$@`, `$*`, `${a[@]}`, the keys of `${!a[@]}`, the names of `${!prefix*}`; null for what is one value. */
  private listOf({ name, subscript, indirect }: Parameter): readonly string[] | null {
    if (indirect && name.endsWith('*'))
      return (this.context.names?.() ?? []).filter((other) => other.startsWith(name.slice(0, -1)));
    if (name === '@' || name === '*') return this.context.positional;
    if (subscript === undefined || !isAll(subscript)) return null;
    const array = this.context.array?.(name);
    const single = array === undefined ? this.single(name) : undefined;
    if (indirect) return Object.keys(array?.items ?? (single === undefined ? {} : { 0: single }));
    return array === undefined
      ? single === undefined
        ? []
        : [single]
      : Object.values(array.items);
  }

  private list(values: readonly string[], part: Parameter): void {
    const { operation, quoted } = part;
    const add = (texts: readonly string[]): void => this.every(texts, part);
    if (operation === null) return add(values);
    if (operation.kind === 'bad' || operation.kind === 'length')
      return this.value(String(values.length), quoted);
    if (operation.kind === 'slice') {
      const own = part.subscript === undefined && !part.indirect;
      const all = own ? [this.context.parameter('0') ?? '', ...values] : values;
      const [offset, length] = this.bounds(operation);
      if (own && offset === 0 && length !== null) return add(sliceOf(all, 0, length));
      return add(sliceOf(all, offset, length));
    }
    if (isChange(operation)) return add(values.map((value) => this.changed(value, operation)));
    const value = values.length === 0 ? undefined : values.join(' ');
    this.substitute(part.name, value, operation, () => add(values), quoted);
  }

  /** `"$@"`: one field for each, and none at all when there are none; `"$*"`: one for all. */
  private every(values: readonly string[], { name, subscript, quoted }: Parameter): void {
    const isStar = name.endsWith('*') || (subscript !== undefined && /\*/.test(textIn(subscript)));
    if (isStar && (quoted || !this.splits)) {
      const separators = this.context.parameter('IFS') ?? ' ';
      return this.value(values.join(separators.slice(0, 1)), quoted);
    }
    values.forEach((value, index) => {
      if (index > 0) {
        if (this.splits) this.endField();
        else this.add(' ', quoted);
      }
      this.value(value, quoted);
    });
  }

  /** What an operation makes of one value. */
  private changed(value: string, operation: Change): string {
    switch (operation.kind) {
      case 'trim-prefix':
      case 'trim-suffix':
        return trimmed(value, operation.kind, this.patternOf(operation.pattern), operation.longest);
      case 'quote':
        return quoted(value);
      case 'case':
        return changeCase(value, operation.upper, operation.all);
      case 'replace':
        return replaceIn(
          value,
          this.patternOf(operation.pattern),
          this.textOf(operation.replacement),
          operation,
        );
      default:
        return assertNever(operation);
    }
  }

  private patternOf(word: Word): string {
    return joined(new Expander(this.context, false).fields(word)).pattern;
  }

  private bounds({ offset, length }: Slice): readonly [number, number | null] {
    const from = Number(this.number(offset));
    return [from, length === null ? null : Number(this.number(length))];
  }

  /** `-`, `=`, `+` and `?` with their words; `whole` adds the value as it is. */
  private substitute(
    name: string,
    value: string | undefined,
    operation: Substitution,
    whole: () => void,
    quoted: boolean,
  ): void {
    const isSet = value !== undefined && !(operation.whenEmpty && value === '');
    if (operation.kind === 'alternative') return isSet ? this.word(operation.word) : undefined;
    if (isSet) return whole();
    if (operation.kind === 'default') return this.word(operation.word);
    const text = this.textOf(operation.word);
    if (operation.kind === 'error')
      throw new ExpansionFailure(
        `${name}: ${text === '' ? unset(operation, this.context) : text}`,
        true,
      );
    this.context.assign(name, text);
    this.value(text, quoted);
  }

  /** The word of `${x:-word}`: its unquoted text is split like a value. */
  private word(word: Word): void {
    word.parts.forEach((part, index) => {
      if (part.kind === 'text' && !part.quoted && !part.text.startsWith('~')) {
        this.value(part.text, false);
      } else this.part(part, index, word.parts);
    });
  }
}
