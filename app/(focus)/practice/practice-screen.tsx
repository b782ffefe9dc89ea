'use client';

import { useMemo } from 'react';
import { PracticeSession } from '@/components/practice/practice-session';
import { places } from '@/components/shell/places';
import type { PracticeStep } from '@/lib/quiz/practice';
import { labApiFor, practiceApiFor } from './practice-api';

/** The practice screen, wired to the route handlers. `concept`: the one that is practised; null for the day's practice. */
export function PracticeScreen({
  initial,
  concept,
}: {
  readonly initial: PracticeStep;
  readonly concept: string | null;
}) {
  const api = useMemo(() => practiceApiFor(concept), [concept]);
  const here =
    concept === null
      ? places.practice
      : `${places.practice}?concept=${encodeURIComponent(concept)}`;
  return (
    <PracticeSession
      initial={initial}
      api={api}
      labApiFor={labApiFor}
      leavePath={concept === null ? places.today : `${places.learn}/${concept}`}
      dayPath={concept === null ? null : places.practice}
      signInPath={`${places.signIn}?callbackUrl=${encodeURIComponent(here)}`}
    />
  );
}
