import type { LabApi, LabStep } from '@/lib/quiz/lab-contract';
import type { TerminalBackend } from '@/lib/quiz/terminal';

/** A terminal's backend that tells of each line it has run. */
export interface LabBackend extends TerminalBackend {
  /** A line is on its way. */
  readonly isRunning: () => boolean;
  /** Calls the listener with what each line came to, until the returned function is called. */
  readonly onStep: (listener: (step: LabStep) => void) => () => void;
}

export function labBackend(api: LabApi): LabBackend {
  const listeners = new Set<(step: LabStep) => void>();
  let running = false;
  return {
    complete: api.complete,
    run: async (line, commandKey) => {
      running = true;
      const reply = await api.run(line, commandKey);
      running = false;
      if (reply.ok) for (const listener of listeners) listener(reply.value);
      return reply;
    },
    isRunning: () => running,
    onStep: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
