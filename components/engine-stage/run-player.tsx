'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { StageFrame } from '@/lib/stage/picture';
import { RunStage } from './run-stage';
import { stepOfKey } from './step-of-key';

/** A run to step through, where it is what the page is about: the arrow keys step wherever the focus is. */
export function RunPlayer({
  run,
  start = 0,
}: {
  readonly run: readonly StageFrame[];
  /** Index of the frame that is shown first. */
  readonly start?: number;
}) {
  const [at, setAt] = useState(Math.max(0, Math.min(run.length - 1, start)));
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const to = stepOfKey(event, at, run.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
  return <RunStage run={run} at={at} onMove={setAt} />;
}
