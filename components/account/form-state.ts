/** What a form of an account came to, in the reader's language. The screen shows it and keeps what was typed. */
export interface FormState {
  /** What was typed, by field; passwords never come back. */
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong with a field, in words that say what to do. */
  readonly errors: Readonly<Record<string, string>>;
  readonly message: { readonly tone: 'good' | 'note' | 'bad'; readonly text: string } | null;
}

/** A form that nobody has sent yet. */
export function emptyForm(values: Readonly<Record<string, string>> = {}): FormState {
  return { values, errors: {}, message: null };
}

/** A server action behind a form: works without JavaScript too. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;
