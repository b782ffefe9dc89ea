import type { ExpansionContext } from './expansion-context';
import { ExpansionFailure } from './parameter-kind';
import { escapePattern } from './pattern';
import { splitFields } from './split-fields';

/** A word may not grow past this many characters, nor into more fields. */
const MAX_LENGTH = 200_000;
const MAX_FIELDS = 10_000;

/** One field on its way: its text, the same as a file pattern, and whether it exists even when empty. */
export interface Field {
  text: string;
  pattern: string;
  exists: boolean;
}

/** Fields as one, with blanks between them. */
export function joined(fields: readonly Field[]): Field {
  return {
    text: fields.map(({ text }) => text).join(' '),
    pattern: fields.map(({ pattern }) => pattern).join(' '),
    exists: fields.length > 0,
  };
}

/** Fields that grow by what is expanded, within bounds. */
export abstract class FieldBuilder {
  protected readonly done: Field[] = [];
  protected field: Field = { text: '', pattern: '', exists: false };
  protected length = 0;

  constructor(
    protected readonly context: ExpansionContext,
    protected readonly splits: boolean,
  ) {}

  protected endField(): void {
    if (this.field.exists) this.done.push(this.field);
    if (this.done.length > MAX_FIELDS) throw new ExpansionFailure('argument list too long');
    this.field = { text: '', pattern: '', exists: false };
  }

  /** Adds text to the field; `literal` text is no pattern. */
  protected add(text: string, literal: boolean): void {
    this.length += text.length;
    if (this.length > MAX_LENGTH) throw new ExpansionFailure('expansion too long');
    this.field.text += text;
    this.field.pattern += literal ? escapePattern(text) : text;
    this.field.exists = true;
  }

  /** Adds an expansion's result: whole when quoted, split into fields when not. */
  protected value(text: string, quoted: boolean): void {
    if (quoted || !this.splits) return this.addWhole(text, quoted);
    const separators = this.context.parameter('IFS') ?? ' \t\n';
    if (separators === '') return this.addWhole(text, quoted);
    for (const [position, piece] of splitFields(text, separators).entries()) {
      if (position > 0) this.endField();
      if (piece !== null) this.add(piece, false);
    }
  }

  protected addWhole(text: string, quoted: boolean): void {
    if (text !== '' || quoted) this.add(text, quoted);
  }
}
