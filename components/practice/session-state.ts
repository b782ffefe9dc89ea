import { assertNever } from '@/lib/kernel/assert-never';
import type {
  AnswerOutcome,
  PracticeDone,
  PracticeFailure,
  PracticeQuestion,
  PracticeStep,
  Submission,
} from '@/lib/quiz/practice';

/** Where a sitting stands. Exactly one of these at a time; nothing is asked of the server in two of them at once. */
export type SessionState =
  /** `refusal`: the last answer cannot be read, and why. `undone`: the learner is here because of an undo. */
  | {
      readonly phase: 'asking';
      readonly step: PracticeQuestion;
      readonly refusal: string | null;
      readonly undone: boolean;
    }
  | {
      readonly phase: 'sending';
      readonly step: PracticeQuestion;
      readonly submission: Submission;
      readonly attempt: number;
    }
  /** The answer could not be delivered; it is kept on the device and sent again. */
  | {
      readonly phase: 'kept';
      readonly step: PracticeQuestion;
      readonly submission: Submission;
      readonly attempt: number;
      readonly failure: KeptFailure;
    }
  | { readonly phase: 'gone'; readonly step: PracticeQuestion }
  | {
      readonly phase: 'verdict';
      readonly step: PracticeQuestion;
      readonly submission: Submission;
      readonly outcome: AnswerOutcome;
      readonly failure: PracticeFailure | null;
    }
  | {
      readonly phase: 'moving';
      readonly step: PracticeStep;
      readonly submission: Submission | null;
      readonly outcome: AnswerOutcome | null;
      readonly undo: boolean;
    }
  | {
      readonly phase: 'done';
      readonly step: PracticeDone;
      readonly failure: PracticeFailure | null;
    };

export type KeptFailure = Exclude<PracticeFailure, { kind: 'invalid' | 'gone' }>;

export type SessionEvent =
  | { readonly type: 'submitted'; readonly submission: Submission }
  | { readonly type: 'graded'; readonly outcome: AnswerOutcome }
  | { readonly type: 'refused'; readonly failure: PracticeFailure }
  | { readonly type: 'sent again' }
  | { readonly type: 'move asked'; readonly undo: boolean }
  | { readonly type: 'moved'; readonly step: PracticeStep }
  | { readonly type: 'move failed'; readonly failure: PracticeFailure }
  /** The same showing or outcome in another language. */
  | { readonly type: 'reworded'; readonly step: PracticeStep }
  | { readonly type: 'retold'; readonly outcome: AnswerOutcome };

/** A sitting that begins with `step`. */
export function beginSession(step: PracticeStep): SessionState {
  return step.status === 'done'
    ? { phase: 'done', step, failure: null }
    : { phase: 'asking', step, refusal: null, undone: false };
}

/**
 * The sitting after an event. An event that does not belong to the phase (a late reply, a second press) changes
 * nothing: that is what makes a double submit harmless on this side.
 */
export function sessionAfter(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'submitted':
      return state.phase === 'asking' && event.submission.showingId === state.step.showingId
        ? { phase: 'sending', step: state.step, submission: event.submission, attempt: 1 }
        : state;
    case 'sent again':
      return state.phase === 'kept'
        ? {
            phase: 'sending',
            step: state.step,
            submission: state.submission,
            attempt: state.attempt + 1,
          }
        : state;
    case 'graded':
      return state.phase === 'sending'
        ? {
            phase: 'verdict',
            step: state.step,
            submission: state.submission,
            outcome: event.outcome,
            failure: null,
          }
        : state;
    case 'refused':
      return state.phase === 'sending' ? afterRefusal(state, event.failure) : state;
    case 'move asked':
      return afterMoveAsked(state, event.undo);
    case 'moved':
      return state.phase === 'moving' ? arrived(state, event.step) : state;
    case 'move failed':
      return state.phase === 'moving' ? afterMoveFailed(state, event.failure) : state;
    case 'reworded':
      return afterReworded(state, event.step);
    case 'retold':
      return state.phase === 'verdict' ? { ...state, outcome: event.outcome } : state;
    default:
      return assertNever(event);
  }
}

function afterRefusal(
  state: Extract<SessionState, { phase: 'sending' }>,
  failure: PracticeFailure,
): SessionState {
  const { step, submission, attempt } = state;
  if (failure.kind === 'invalid') {
    return { phase: 'asking', step, refusal: failure.message, undone: false };
  }
  if (failure.kind === 'gone') return { phase: 'gone', step };
  return { phase: 'kept', step, submission, attempt, failure };
}

function afterMoveAsked(state: SessionState, undo: boolean): SessionState {
  switch (state.phase) {
    case 'verdict':
      return {
        phase: 'moving',
        step: state.step,
        submission: state.submission,
        outcome: state.outcome,
        undo,
      };
    case 'gone':
    case 'done':
      return { phase: 'moving', step: state.step, submission: null, outcome: null, undo };
    case 'asking':
    case 'sending':
    case 'kept':
    case 'moving':
      return state;
    default:
      return assertNever(state);
  }
}

function arrived(
  state: Extract<SessionState, { phase: 'moving' }>,
  step: PracticeStep,
): SessionState {
  return step.status === 'done'
    ? { phase: 'done', step, failure: null }
    : { phase: 'asking', step, refusal: null, undone: state.undo };
}

function afterMoveFailed(
  state: Extract<SessionState, { phase: 'moving' }>,
  failure: PracticeFailure,
): SessionState {
  const { step, submission, outcome } = state;
  if (step.status === 'done') return { phase: 'done', step, failure };
  if (submission === null || outcome === null) return { phase: 'gone', step };
  return { phase: 'verdict', step, submission, outcome, failure };
}

function afterReworded(state: SessionState, step: PracticeStep): SessionState {
  if (state.phase === 'asking') {
    const same = step.status === 'question' && step.showingId === state.step.showingId;
    return same ? { ...state, step } : state;
  }
  return state.phase === 'done' && step.status === 'done' ? { ...state, step } : state;
}
