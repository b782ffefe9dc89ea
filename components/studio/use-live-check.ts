'use client';

import { useEffect, useState } from 'react';
import {
  maximalDraftLength,
  type DraftCheck,
  type StudioApi,
  type StudioFailure,
} from '@/lib/quiz/studio';

/** Typing rests this long before the text is run. */
const restMs = 600;
const retryMs = 5_000;

/** The newest check that arrived, of which text, and how the present one is doing. */
export interface LiveCheck {
  readonly check: DraftCheck | null;
  readonly checkedText: string | null;
  readonly failure: StudioFailure | null;
  /** Runs it again now. */
  readonly retry: () => void;
  /** Takes over a result that came by another way (publishing runs more seeds). */
  readonly adopt: (text: string, check: DraftCheck) => void;
}

/** Checks the text whenever typing rests; a check that is overtaken by typing is called off. */
export function useLiveCheck(text: string, check: StudioApi['check']): LiveCheck {
  const [result, setResult] = useState<{ text: string; check: DraftCheck } | null>(null);
  const [refusal, setRefusal] = useState<{ text: string; failure: StudioFailure } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const due = result?.text !== text && text.length <= maximalDraftLength;

  useEffect(() => {
    if (!due) return;
    const calling = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const first = setTimeout(() => {
      void check(text, calling.signal).then((reply) => {
        if (calling.signal.aborted) return;
        if (reply.ok) {
          setRefusal(null);
          setResult({ text, check: reply.value });
          return;
        }
        setRefusal({ text, failure: reply.error });
        const wait =
          reply.error.kind === 'too-many'
            ? reply.error.retryAfterSeconds * 1000
            : reply.error.kind === 'offline'
              ? retryMs
              : null;
        if (wait === null) return;
        again = setTimeout(() => {
          setAttempt((count) => count + 1);
        }, wait);
      });
    }, restMs);
    return () => {
      clearTimeout(first);
      clearTimeout(again);
      calling.abort();
    };
  }, [text, due, attempt, check]);

  return {
    check: result?.check ?? null,
    checkedText: result?.text ?? null,
    failure: refusal?.text === text && due ? refusal.failure : null,
    retry: () => {
      setRefusal(null);
      setAttempt((count) => count + 1);
    },
    adopt: (checked, newCheck) => {
      setRefusal(null);
      setResult({ text: checked, check: newCheck });
    },
  };
}
