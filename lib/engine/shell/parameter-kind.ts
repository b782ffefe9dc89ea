import type { ParameterOperation, Word, WordPart } from './ast';
import type { ShellFlavour } from './flavour';

export type Parameter = Extract<WordPart, { readonly kind: 'parameter' }>;
export type Slice = Extract<ParameterOperation, { readonly kind: 'slice' }>;
export type Change = Extract<
  ParameterOperation,
  { readonly kind: 'trim-prefix' | 'trim-suffix' | 'case' | 'replace' | 'quote' }
>;
export type Substitution = Extract<
  ParameterOperation,
  { readonly kind: 'default' | 'assign' | 'alternative' | 'error' }
>;

export function isChange(operation: ParameterOperation): operation is Change {
  return ['trim-prefix', 'trim-suffix', 'case', 'replace', 'quote'].includes(operation.kind);
}

export function textIn({ parts }: Word): string {
  const [part] = parts;
  return parts.length === 1 && part?.kind === 'text' ? part.text : '';
}

/** A shell's words for `${x?}` and `${x:?}` without any. */
export function unset(
  { whenEmpty }: Substitution,
  { flavour }: { readonly flavour: ShellFlavour },
): string {
  if (flavour === 'bash') return `parameter ${whenEmpty ? 'null or ' : ''}not set`;
  return `parameter not set${whenEmpty ? ' or null' : ''}`;
}

/** Is it the subscript of every element? */
export function isAll(subscript: Word): boolean {
  return /^[@*]$/.test(textIn(subscript));
}

/** Leaves an expansion with the words of its error. */
export class ExpansionFailure extends Error {
  constructor(
    text: string,
    /** It ends bash with 127. */
    readonly isUnset = false,
  ) {
    super(text);
  }
}
