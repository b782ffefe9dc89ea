import { assertNever } from '@/lib/kernel/assert-never';
import type { ReferencePart, Response, Ticked, ViewControl } from '@/lib/quiz/types';
import { plainCommand } from './plain-command';

/** An answer in the making: what the control holds before it is submitted. */
export type AnswerDraft =
  | { readonly kind: 'choice' | 'predict'; readonly option: string | null }
  | { readonly kind: 'several'; readonly ticked: Ticked }
  | { readonly kind: 'order'; readonly placed: readonly string[] }
  | { readonly kind: 'blanks'; readonly fillings: readonly string[] }
  | { readonly kind: 'type'; readonly command: string }
  | { readonly kind: 'parts'; readonly parts: Readonly<Partial<Record<ReferencePart, string>>> }
  | { readonly kind: 'lab' | 'flashcard' };

/** A finished draft as a response, or why it is not finished. `partial` leaves fields empty and may be submitted when meant so. */
export type ReadDraft =
  | { readonly state: 'ready' | 'partial'; readonly response: Response }
  | { readonly state: 'missing' };

/** The draft a control begins with. */
export function emptyDraft(control: ViewControl): AnswerDraft {
  switch (control.kind) {
    case 'choice':
    case 'predict':
      return { kind: control.kind, option: null };
    case 'several':
      return { kind: 'several', ticked: [] };
    case 'order':
      return { kind: 'order', placed: [] };
    case 'blanks':
      return { kind: 'blanks', fillings: control.pieces.slice(1).map(() => '') };
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
    case 'several':
      return draft.ticked.length === 0
        ? { state: 'missing' }
        : { state: 'ready', response: { kind: 'several', ticked: draft.ticked } };
    case 'order': {
      const count = control.kind === 'order' ? control.steps.length : 0;
      return draft.placed.length < count
        ? { state: 'missing' }
        : { state: 'ready', response: { kind: 'order', steps: draft.placed } };
    }
    case 'blanks': {
      const fillings = draft.fillings.map(plainCommand);
      return fillings.includes('')
        ? { state: 'missing' }
        : { state: 'ready', response: { kind: 'blanks', fillings } };
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
      const empty = filled.filter(([, value]) => value === '').length;
      if (empty === asked.length) return { state: 'missing' };
      const parts = Object.fromEntries(filled) as Partial<Record<ReferencePart, string>>;
      return { state: empty > 0 ? 'partial' : 'ready', response: { kind: 'parts', parts } };
    }
    case 'lab':
    case 'flashcard':
      return { state: 'missing' };
    default:
      return assertNever(draft);
  }
}
