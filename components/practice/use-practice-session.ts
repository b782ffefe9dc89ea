'use client';

import { useLocale } from 'next-intl';
import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import type { Result } from '@/lib/kernel/result';
import type { Confidence, Response } from '@/lib/quiz/types';
import { openAnswerStore } from './answer-store';
import { dropAnswer, keepAnswer, keptAnswers, type AnswerStore } from './kept-answers';
import { randomKey } from './random-key';
import { retryDelay } from './retry-delay';
import { beginSession, sessionAfter, type SessionState } from './session-state';
import type { PracticeApi, PracticeFailure, PracticeStep, Submission } from '@/lib/quiz/practice';

/** What the practice screen can do with its sitting. */
export interface PracticeSession {
  readonly state: SessionState;
  readonly submit: (response: Response, confidence: Confidence | null, responseMs: number) => void;
  readonly sendNow: () => void;
  readonly goOn: () => void;
  readonly undo: (reviewId: string) => void;
}

/** A rejected call is a call that got no answer: safe to make again. */
async function settled<T>(
  call: Promise<Result<T, PracticeFailure>>,
): Promise<Result<T, PracticeFailure>> {
  try {
    return await call;
  } catch {
    return { ok: false, error: { kind: 'offline' } };
  }
}

/** Drives a sitting: keeps answers until they are delivered, sends them again, moves on. `initial` is from the server. */
export function usePracticeSession(initial: PracticeStep, api: PracticeApi): PracticeSession {
  const [state, dispatch] = useReducer(sessionAfter, initial, beginSession);
  const locale = useLocale();
  const toldIn = useRef(locale);
  const store = useRef<AnswerStore | null>(null);
  const answers = () => (store.current ??= openAnswerStore());

  const send = async (submission: Submission) => {
    const reply = await settled(api.submitAnswer(submission));
    if (reply.ok || reply.error.kind === 'gone' || reply.error.kind === 'invalid') {
      dropAnswer(answers(), submission.showingId);
    }
    return reply;
  };
  const deliver = async (submission: Submission) => {
    const reply = await send(submission);
    dispatch(
      reply.ok
        ? { type: 'graded', outcome: reply.value }
        : { type: 'refused', failure: reply.error },
    );
  };
  const move = async (call: Promise<Result<PracticeStep, PracticeFailure>>) => {
    const reply = await settled(call);
    dispatch(
      reply.ok
        ? { type: 'moved', step: reply.value }
        : { type: 'move failed', failure: reply.error },
    );
  };

  // Answers kept from an earlier visit: the one to this very question goes on here, the others go out quietly.
  const deliverKept = useEffectEvent(() => {
    for (const submission of keptAnswers(answers())) {
      if (state.phase === 'asking' && submission.showingId === state.step.showingId) {
        dispatch({ type: 'submitted', submission });
        void deliver(submission);
      } else {
        void send(submission);
      }
    }
  });
  useEffect(() => {
    deliverKept();
  }, []);

  const sendAgain = useEffectEvent(() => {
    if (state.phase !== 'kept') return;
    dispatch({ type: 'sent again' });
    void deliver(state.submission);
  });
  const kept = state.phase === 'kept' ? state : null;
  const keptKind = kept?.failure.kind ?? null;
  const wait =
    kept === null
      ? 0
      : kept.failure.kind === 'too-many'
        ? kept.failure.retryAfterSeconds * 1000
        : retryDelay(kept.attempt);
  useEffect(() => {
    if (keptKind === null || keptKind === 'signed-out') return;
    const again = () => {
      sendAgain();
    };
    const timer = setTimeout(again, wait);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [keptKind, wait]);

  // Another language: the server's page brings the question, the same submission brings the verdict again.
  useEffect(() => {
    dispatch({ type: 'reworded', step: initial });
  }, [initial]);
  const retell = useEffectEvent(async () => {
    if (state.phase !== 'verdict') return;
    const reply = await settled(api.submitAnswer(state.submission));
    if (reply.ok) dispatch({ type: 'retold', outcome: reply.value });
  });
  useEffect(() => {
    if (toldIn.current === locale) return;
    toldIn.current = locale;
    void retell();
  }, [locale]);

  return {
    state,
    submit: (response, confidence, responseMs) => {
      if (state.phase !== 'asking') return;
      const { showingId } = state.step;
      const submission = {
        showingId,
        idempotencyKey: randomKey(),
        response,
        confidence,
        responseMs,
      };
      keepAnswer(answers(), submission);
      dispatch({ type: 'submitted', submission });
      void deliver(submission);
    },
    sendNow: () => {
      if (state.phase !== 'kept') return;
      dispatch({ type: 'sent again' });
      void deliver(state.submission);
    },
    goOn: () => {
      if (state.phase !== 'verdict' && state.phase !== 'gone' && state.phase !== 'done') return;
      dispatch({ type: 'move asked', undo: false });
      void move(api.next());
    },
    undo: (reviewId) => {
      if (state.phase !== 'verdict' && state.phase !== 'done') return;
      dispatch({ type: 'move asked', undo: true });
      void move(api.undo(reviewId));
    },
  };
}
