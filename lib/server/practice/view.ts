import 'server-only';
import type { ComesBack, PracticeQuestion } from '@/lib/quiz/practice';
import { learnerView } from '@/lib/quiz/learner-view';
import type { Locale, QuestionView, VariantQuestion, Words } from '@/lib/quiz/types';
import type { Due } from '@/lib/scheduling/card';
import { daysBetween } from '@/lib/scheduling/local-day';
import type { Learner } from './learner';

/** A stored question as the learner sees it, in one language. Nothing but `learnerView` builds what is sent. */
export function questionView(
  variant: { readonly question: unknown; readonly conceptTitle: unknown },
  locale: Locale,
): QuestionView {
  return learnerView(
    variant.question as VariantQuestion,
    (variant.conceptTitle as Words)[locale],
    locale,
  );
}

/** What the practice screen gets of an open showing. */
export function practiceQuestion(
  showing: { readonly id: string; readonly question: unknown; readonly conceptTitle: unknown },
  position: PracticeQuestion['position'],
  locale: Locale,
): PracticeQuestion {
  return {
    status: 'question',
    showingId: showing.id,
    question: questionView(showing, locale),
    position,
  };
}

/** A due time in the learner's terms. `now` in milliseconds. */
export function comesBack(due: Due, learner: Pick<Learner, 'today'>, now: number): ComesBack {
  if (due.kind === 'day')
    return { kind: 'day', day: due.day, inDays: Math.max(0, daysBetween(learner.today, due.day)) };
  return {
    kind: 'time',
    at: due.at,
    inMinutes: Math.max(0, Math.ceil((due.at - now) / 60_000)),
  };
}
