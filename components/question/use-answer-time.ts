'use client';

import { useCallback, useEffect, useRef } from 'react';

/** Milliseconds since the question appeared, not counting while its tab was hidden. */
export function useAnswerTime(): () => number {
  const seen = useRef(0);
  const since = useRef<number | null>(null);

  useEffect(() => {
    const follow = () => {
      if (document.visibilityState === 'visible') {
        since.current ??= performance.now();
      } else if (since.current !== null) {
        seen.current += performance.now() - since.current;
        since.current = null;
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
    };
  }, []);

  return useCallback(() => {
    const running = since.current === null ? 0 : performance.now() - since.current;
    return Math.round(seen.current + running);
  }, []);
}
