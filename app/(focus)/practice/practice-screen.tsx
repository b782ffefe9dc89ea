'use client';

import { PracticeSession } from '@/components/practice/practice-session';
import { places } from '@/components/shell/places';
import type { PracticeStep } from '@/lib/quiz/practice';
import { labApiFor, practiceApi } from './practice-api';

/** The practice screen, wired to the route handlers. */
export function PracticeScreen({ initial }: { readonly initial: PracticeStep }) {
  return (
    <PracticeSession
      initial={initial}
      api={practiceApi}
      labApiFor={labApiFor}
      leavePath={places.today}
      signInPath={`${places.signIn}?callbackUrl=${encodeURIComponent(places.practice)}`}
    />
  );
}
