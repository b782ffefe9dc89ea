import { describe, expect, it } from 'vitest';
import {
  beginSession,
  sessionAfter,
  type SessionEvent,
  type SessionState,
} from '@/components/practice/session-state';
import type {
  AnswerOutcome,
  PracticeDone,
  PracticeFailure,
  PracticeQuestion,
  Submission,
} from '@/lib/quiz/practice';

const asked: PracticeQuestion = {
  status: 'question',
  showingId: 'show-1',
  question: {
    kind: 'type',
    concept: { id: 'lifecycle.paused', title: 'Paused' },
    prompt: 'Pause it.',
    scenario: [],
    control: { kind: 'type' },
  },
  position: { done: 0, due: 2 },
};
const following: PracticeQuestion = { ...asked, showingId: 'show-2' };
const done: PracticeDone = {
  status: 'done',
  answered: 1,
  correct: 1,
  learned: [],
  tomorrow: 0,
  nextDue: null,
  lastReviewId: 'review-1',
};
const submission: Submission = {
  showingId: 'show-1',
  idempotencyKey: 'key-1',
  response: { kind: 'type', command: 'docker pause web' },
  confidence: 'sure',
  responseMs: 1200,
};
const outcome: AnswerOutcome = {
  verdict: {
    correct: true,
    score: 1,
    key: { kind: 'type', solution: 'docker pause web' },
    beliefs: [],
    explanation: '',
    run: [],
    learnerRun: null,
    progress: null,
    parting: null,
    gaps: null,
    sources: [],
  },
  question: asked.question,
  response: submission.response,
  alreadyAnswered: false,
  comesBack: null,
  reviewId: 'review-1',
};

const submitted: SessionEvent = { type: 'submitted', submission };
const graded: SessionEvent = { type: 'graded', outcome };
const refused = (failure: PracticeFailure): SessionEvent => ({ type: 'refused', failure });
const goOn: SessionEvent = { type: 'move asked', undo: false };
const takeBack: SessionEvent = { type: 'move asked', undo: true };

function after(...events: SessionEvent[]): SessionState {
  return events.reduce(sessionAfter, beginSession(asked));
}

describe('a sitting', () => {
  it('goes from asking to sending to the verdict to the next question', () => {
    expect(after(submitted).phase).toBe('sending');
    expect(after(submitted, graded).phase).toBe('verdict');
    expect(after(submitted, graded, goOn).phase).toBe('moving');
    const next = after(submitted, graded, goOn, { type: 'moved', step: following });
    expect(next).toEqual({ phase: 'asking', step: following, refusal: null, undone: false });
  });

  it('sends an answer once, however often submit is pressed', () => {
    const other = { ...submission, idempotencyKey: 'key-2' };
    const once = after(submitted);
    expect(sessionAfter(once, { type: 'submitted', submission: other })).toBe(once);
  });

  it('takes no answer that belongs to another showing', () => {
    const start = beginSession(following);
    expect(sessionAfter(start, submitted)).toBe(start);
  });

  it('keeps an undelivered answer and sends the very same one again', () => {
    const kept = after(submitted, refused({ kind: 'offline' }));
    expect(kept).toMatchObject({ phase: 'kept', attempt: 1, submission });
    const again = sessionAfter(kept, { type: 'sent again' });
    expect(again).toMatchObject({ phase: 'sending', attempt: 2, submission });
    expect(sessionAfter(again, graded).phase).toBe('verdict');
  });

  it('asks again when the answer could not be read: it costs nothing', () => {
    const state = after(submitted, refused({ kind: 'invalid', message: 'Not a command.' }));
    expect(state).toMatchObject({ phase: 'asking', refusal: 'Not a command.' });
    expect(sessionAfter(state, submitted).phase).toBe('sending');
  });

  it('leaves a question that no longer exists', () => {
    const gone = after(submitted, refused({ kind: 'gone' }));
    expect(gone.phase).toBe('gone');
    expect(sessionAfter(gone, goOn).phase).toBe('moving');
  });

  it('stays at the verdict when the way on fails', () => {
    const failure = { kind: 'offline' } as const;
    const state = after(submitted, graded, goOn, { type: 'move failed', failure });
    expect(state).toMatchObject({ phase: 'verdict', outcome, failure });
  });

  it('says so when the learner is back because of an undo', () => {
    const state = after(submitted, graded, takeBack, { type: 'moved', step: asked });
    expect(state).toMatchObject({ phase: 'asking', undone: true });
  });

  it('can still undo at the end', () => {
    const end = after(submitted, graded, goOn, { type: 'moved', step: done });
    expect(end.phase).toBe('done');
    expect(sessionAfter(end, takeBack).phase).toBe('moving');
    const failed = sessionAfter(sessionAfter(end, takeBack), {
      type: 'move failed',
      failure: { kind: 'offline' },
    });
    expect(failed).toMatchObject({ phase: 'done', step: done });
  });

  it('rewords the same question in place and leaves any other alone', () => {
    const english = { ...asked, question: { ...asked.question, prompt: 'Anders.' } };
    expect(after({ type: 'reworded', step: english })).toMatchObject({ step: english });
    const start = beginSession(asked);
    expect(sessionAfter(start, { type: 'reworded', step: following })).toBe(start);
    const told = after(submitted, graded);
    expect(sessionAfter(told, { type: 'reworded', step: following })).toBe(told);
  });

  it('ignores replies that come too late', () => {
    const start = beginSession(asked);
    const late: SessionEvent[] = [
      graded,
      refused({ kind: 'offline' }),
      { type: 'sent again' },
      { type: 'moved', step: following },
      { type: 'move failed', failure: { kind: 'offline' } },
      { type: 'retold', outcome },
      goOn,
    ];
    expect(late.map((event) => sessionAfter(start, event))).toEqual(late.map(() => start));
  });
});
