'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { randomKey } from '@/components/practice/random-key';
import type { Result } from '@/lib/kernel/result';
import type { LabApi, LabStep, LabView } from '@/lib/quiz/lab-contract';
import type { PracticeFailure } from '@/lib/quiz/practice';
import type { TerminalBackend } from '@/lib/quiz/terminal';
import { labBackend } from './lab-backend';

/** What the page holds of a hands-on question's sandbox, and what can be done with it. */
export interface Lab {
  /** Null until the sandbox is there. */
  readonly view: LabView | null;
  /** Counts the terminals: where the screen was changed elsewhere, another one begins with what stands there now. */
  readonly terminal: number;
  /** Runs the terminal's lines. */
  readonly backend: TerminalBackend;
  /** The terminal has shown what its last line printed: the goals follow. */
  readonly lineShown: () => void;
  readonly busy: boolean;
  readonly failure: PracticeFailure | null;
  readonly hint: () => void;
  readonly restart: () => void;
  /** Reads the sandbox again. */
  readonly reload: () => void;
}

const offline = { ok: false, error: { kind: 'offline' } } as const;

/** How often the sandbox is looked at while a docker command line elsewhere may change it. */
const FOLLOW_MS = 3_000;

/** The view after a line of this page's own terminal. */
export function afterStep(view: LabView, { version, prompt, echo, progress }: LabStep): LabView {
  return { ...view, version, typedAt: version, prompt, echo, progress };
}

/** Whether somebody typed at another terminal, or began anew, since a view was read. */
export function isTypedElsewhere(known: LabView, now: LabView): boolean {
  return now.typedAt > known.typedAt;
}

/**
 * Follows a hands-on question's sandbox: opened when the question appears, looked at again when the page comes back into view, and from time to time where the
 * learner's own docker command line has a key to it.
 */
export function useLab(api: LabApi): Lab {
  const backend = useMemo(() => labBackend(api), [api]);
  const [shown, setShown] = useState<{ readonly view: LabView; readonly terminal: number } | null>(
    null,
  );
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<PracticeFailure | null>(null);
  const version = shown?.view.version ?? null;

  const take = (view: LabView, always = false) => {
    setShown((last) => {
      if (last === null) return { view, terminal: 0 };
      // An answer that was overtaken by a later one.
      if (view.version < last.view.version) return last;
      const anew = always || isTypedElsewhere(last.view, view);
      return { view, terminal: last.terminal + (anew ? 1 : 0) };
    });
  };
  const opened = useEffectEvent((reply: Result<LabView, PracticeFailure>, always: boolean) => {
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) take(reply.value, always);
    setBusy(false);
  });
  const follow = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible' || version === null || backend.isRunning()) return;
    const reply = await settled(api.follow(version));
    // What is lost here is found the next time, or by the next line.
    if (reply.ok && reply.value !== null && !backend.isRunning()) take(reply.value);
  });
  useEffect(() => {
    void settled(api.open()).then((reply) => {
      opened(reply, false);
    });
  }, [api]);
  useEffect(() => {
    const look = () => void follow();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, []);
  const watched = shown?.view.hasKeys === true && !shown.view.progress.reached;
  useEffect(() => {
    if (!watched) return;
    const timer = window.setInterval(() => void follow(), FOLLOW_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [watched]);

  const show = async (call: Promise<Result<LabView, PracticeFailure>>, always = false) => {
    setBusy(true);
    const reply = await settled(call);
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok) take(reply.value, always);
    setBusy(false);
  };
  return {
    view: shown?.view ?? null,
    terminal: shown?.terminal ?? 0,
    backend,
    busy,
    failure,
    lineShown: () => {
      const step = backend.takeStep();
      if (step === null) return;
      setShown((last) => last && { ...last, view: afterStep(last.view, step) });
      // Something came in between, which this page's terminal has not shown.
      if (version !== null && step.version > version + 1) void show(api.open(), true);
    },
    hint: () => {
      if (shown !== null && !busy) void show(api.hint(shown.view.hints.length + 1));
    },
    restart: () => {
      if (!busy) void show(api.restart(randomKey()), true);
    },
    reload: () => {
      void show(api.open());
    },
  };
}

/** A call that is rejected got no answer: it is safe to make again. */
function settled<T>(
  call: Promise<Result<T, PracticeFailure>>,
): Promise<Result<T, PracticeFailure>> {
  return call.catch(() => offline);
}
