'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { randomKey } from '@/components/practice/random-key';
import type { Result } from '@/lib/kernel/result';
import type { LabApi, LabStep, LabView, PracticeFailure } from '@/lib/quiz/practice';

/** What the page holds of a hands-on question's sandbox, and what can be done with it. */
export interface Lab {
  /** Null until the sandbox is there. */
  readonly view: LabView | null;
  readonly busy: boolean;
  readonly failure: PracticeFailure | null;
  /** Types lines one after another; it stops where one is refused. */
  readonly type: (lines: readonly string[]) => void;
  readonly hint: () => void;
  readonly restart: () => void;
  /** Reads the sandbox again. */
  readonly reload: () => void;
}

const offline = { ok: false, error: { kind: 'offline' } } as const;

/** The view after one more line; null when another tab has done something meanwhile. */
export function afterStep(view: LabView, step: LabStep): LabView | null {
  if (step.version !== view.version + 1) return null;
  const { line, ...moment } = step;
  return { ...view, ...moment, lines: [...view.lines, line] };
}

/** Follows a hands-on question's sandbox: opened when the question appears, read again when the tab comes back into view. */
export function useLab(api: LabApi): Lab {
  const [view, setView] = useState<LabView | null>(null);
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<PracticeFailure | null>(null);
  /** A line that may not have arrived: sent again under its key. */
  const unsure = useRef<{ readonly line: string; readonly key: string } | null>(null);

  const settle = async <T>(call: Promise<Result<T, PracticeFailure>>): Promise<T | null> => {
    const reply = await call.catch(() => offline);
    setFailure(reply.ok ? null : reply.error);
    return reply.ok ? reply.value : null;
  };
  const show = async (call: Promise<Result<LabView, PracticeFailure>>) => {
    setBusy(true);
    const read = await settle(call);
    if (read !== null) setView(read);
    setBusy(false);
  };
  const run = async (lines: readonly string[]) => {
    if (view === null || busy) return;
    setBusy(true);
    let now = view;
    for (const line of lines) {
      if (now.progress.reached) break;
      const key = unsure.current?.line === line ? unsure.current.key : randomKey();
      unsure.current = { line, key };
      const step = await settle(api.type(line, key));
      if (step === null) break;
      unsure.current = null;
      const next = afterStep(now, step) ?? (await settle(api.open()));
      if (next === null) break;
      now = next;
      setView(now);
    }
    setBusy(false);
  };

  const opened = useEffectEvent((reply: Result<LabView, PracticeFailure>) => {
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) setView(reply.value);
    setBusy(false);
  });
  useEffect(() => {
    const read = () => {
      void api
        .open()
        .catch(() => offline)
        .then(opened);
    };
    const follow = () => {
      if (document.visibilityState === 'visible') read();
    };
    read();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
    };
  }, [api]);

  return {
    view,
    busy,
    failure,
    type: (lines) => {
      void run(lines);
    },
    hint: () => {
      if (view !== null && !busy) void show(api.hint(view.hints.length + 1));
    },
    restart: () => {
      if (!busy) void show(api.restart(randomKey()));
    },
    reload: () => {
      void show(api.open());
    },
  };
}
