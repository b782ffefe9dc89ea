import { assertNever } from '@/lib/kernel/assert-never';
import type { ReferencePart, Response, ViewControl } from '@/lib/quiz/types';
import { plainCommand } from './plain-command';

/** An answer in the making: what the control holds before it is submitted. */
export type AnswerDraft =
  | { readonly kind: 'choice' | 'predict'; readonly option: string | null }
  | { readonly kind: 'order'; readonly placed: readonly string[] }
  | { readonly kind: 'type'; readonly command: string }
  | { readonly kind: 'parts'; readonly parts: Readonly<Partial<Record<ReferencePart, string>>> }
  | { readonly kind: 'lab' | 'flashcard' };

/** A finished draft as a response, or why it is not finished. `blanks` may be submitted when meant so. */
export type ReadDraft =
  | { readonly state: 'ready' | 'blanks'; readonly response: Response }
  | { readonly state: 'missing' };

/** The draft a control begins with. */
export function emptyDraft(control: ViewControl): AnswerDraft {
  switch (control.kind) {
    case 'choice':
    case 'predict':
      return { kind: control.kind, option: null };
    case 'order':
      return { kind: 'order', placed: [] };
    case 'type':
      return { kind: 'type', command: '' };
    case 'parts':
      return { kind: 'parts', parts: {} };
    case 'lab':
    case 'flashcard':
      return { kind: control.kind };
    default:
      return assertNever(control);
  }
}

/** Reads a draft against its control. A flashcard is answered by its recall buttons, a hands-on question in its terminal: their drafts are never ready. */
export function readDraft(draft: AnswerDraft, control: ViewControl): ReadDraft {
  switch (draft.kind) {
    case 'choice':
    case 'predict':
      return draft.option === null
        ? { state: 'missing' }
        : { state: 'ready', response: { kind: draft.kind, option: draft.option } };
    case 'order': {
      const count = control.kind === 'order' ? control.steps.length : 0;
      return draft.placed.length < count
        ? { state: 'missing' }
        : { state: 'ready', response: { kind: 'order', steps: draft.placed } };
    }
    case 'type': {
      const command = plainCommand(draft.command);
      return command === ''
        ? { state: 'missing' }
        : { state: 'ready', response: { kind: 'type', command } };
    }
    case 'parts': {
      const asked = control.kind === 'parts' ? control.parts : [];
      const filled = asked.map((part) => [part, (draft.parts[part] ?? '').trim()] as const);
      const blanks = filled.filter(([, value]) => value === '').length;
      if (blanks === asked.length) return { state: 'missing' };
      const parts = Object.fromEntries(filled) as Partial<Record<ReferencePart, string>>;
      return { state: blanks > 0 ? 'blanks' : 'ready', response: { kind: 'parts', parts } };
    }
    case 'lab':
    case 'flashcard':
      return { state: 'missing' };
    default:
      return assertNever(draft);
  }
}
