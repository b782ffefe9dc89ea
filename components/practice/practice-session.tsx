'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState, type ReactNode } from 'react';
import { QuestionCard } from '@/components/question/question-card';
import { Notice } from '@/components/ui/notice';
import { DonePanel } from './done-panel';
import { FailureNotice } from './failure-notice';
import { PracticeFrame } from './practice-frame';
import type { SessionState } from './session-state';
import type { LabApi } from '@/lib/quiz/lab-contract';
import type {
  PracticeApi,
  PracticeFailure,
  PracticeQuestion,
  PracticeStep,
} from '@/lib/quiz/practice';
import { usePracticeSession, type PracticeSession as Session } from './use-practice-session';

interface PracticeSessionProps {
  /** What the server says is to be done now. Rendered again in another language it rewords the screen in place. */
  readonly initial: PracticeStep;
  readonly api: PracticeApi;
  /** The callbacks of a hands-on question's showing. */
  readonly labApiFor: (showingId: string) => LabApi;
  readonly leavePath: string;
  /** Where one concept is practised: the way on to the day's practice. Null in the day's practice itself. */
  readonly dayPath: string | null;
  readonly signInPath: string;
}

/** A sitting, from the first question to the summary, on one page. */
export function PracticeSession({
  initial,
  api,
  labApiFor,
  leavePath,
  dayPath,
  signInPath,
}: PracticeSessionProps) {
  const session = usePracticeSession(initial, api);
  const { state } = session;
  const { done, total } = progressOf(state);

  return (
    <PracticeFrame done={done} total={total} leavePath={leavePath}>
      {state.step.status === 'done' ? (
        <DonePanel
          done={state.step}
          busy={state.phase === 'moving'}
          failure={state.phase === 'done' ? state.failure : null}
          leavePath={leavePath}
          dayPath={dayPath}
          signInPath={signInPath}
          onCheckAgain={session.goOn}
          onUndo={session.undo}
        />
      ) : (
        <Asked
          step={state.step}
          first={initial.status === 'question' && initial.showingId === state.step.showingId}
          session={session}
          api={api}
          labApiFor={labApiFor}
          signInPath={signInPath}
        />
      )}
    </PracticeFrame>
  );
}

function Asked({
  step,
  first,
  session,
  api,
  labApiFor,
  signInPath,
}: {
  readonly step: PracticeQuestion;
  readonly first: boolean;
  readonly session: Session;
  readonly api: PracticeApi;
  readonly labApiFor: PracticeSessionProps['labApiFor'];
  readonly signInPath: string;
}) {
  const { state } = session;
  const locale = useLocale();
  const [revealFailure, setRevealFailure] = useState<PracticeFailure | null>(null);
  const outcome = state.phase === 'verdict' || state.phase === 'moving' ? state.outcome : null;
  const reviewId = outcome?.reviewId ?? null;

  const reveal = async (): Promise<string | null> => {
    const reply = await api
      .reveal(step.showingId)
      .catch(() => ({ ok: false, error: { kind: 'offline' } }) as const);
    setRevealFailure(reply.ok ? null : reply.error);
    return reply.ok ? reply.value.back : null;
  };
  const lab = useMemo(
    () => (step.question.kind === 'lab' ? labApiFor(step.showingId) : null),
    [labApiFor, step.question.kind, step.showingId],
  );
  // A flashcard's other side is fetched in one language; in another it starts at its front again.
  const cardKey =
    step.question.kind === 'flashcard' ? `${step.showingId}:${locale}` : step.showingId;

  return (
    <QuestionCard
      key={cardKey}
      question={step.question}
      takeFocus={!first}
      onSubmit={session.submit}
      onReveal={reveal}
      lab={lab}
      pending={state.phase === 'sending' || state.phase === 'kept' || state.phase === 'gone'}
      problem={problemOf(session, signInPath, revealFailure)}
      outcome={outcome}
      onContinue={session.goOn}
      onUndo={
        reviewId === null
          ? null
          : () => {
              session.undo(reviewId);
            }
      }
      busy={state.phase === 'moving'}
    />
  );
}

function problemOf(
  session: Session,
  signInPath: string,
  revealFailure: PracticeFailure | null,
): ReactNode {
  const { state, sendNow, goOn } = session;
  const notice = (failure: PracticeFailure, of: 'answer' | 'next', onRetry: () => void) => (
    <FailureNotice failure={failure} of={of} onRetry={onRetry} signInPath={signInPath} />
  );
  if (state.phase === 'kept') return notice(state.failure, 'answer', sendNow);
  if (state.phase === 'gone') return notice({ kind: 'gone' }, 'next', goOn);
  if (state.phase === 'verdict' && state.failure !== null) {
    return notice(state.failure, 'next', goOn);
  }
  if (state.phase !== 'asking') return null;
  if (state.refusal !== null) {
    return notice({ kind: 'invalid', message: state.refusal }, 'answer', sendNow);
  }
  if (revealFailure !== null) return notice(revealFailure, 'next', goOn);
  return state.undone ? <UndoneNotice /> : null;
}

function UndoneNotice() {
  const t = useTranslations('practice');
  return (
    <Notice tone="info" live="polite">
      {t('undone')}
    </Notice>
  );
}

function progressOf(state: SessionState): { readonly done: number; readonly total: number } {
  const { step } = state;
  if (step.status === 'done') return { done: step.answered, total: step.answered };
  const answered = state.phase === 'verdict' || state.phase === 'moving' ? 1 : 0;
  const { done, due } = step.position;
  return { done: done + answered, total: done + due };
}
