import type { LabApi, LabStep } from '@/lib/quiz/lab-contract';
import type { TerminalBackend } from '@/lib/quiz/terminal';

/** A terminal's backend that knows how far each line has brought a hands-on question. */
export interface LabBackend extends TerminalBackend {
  /** A line is on its way, or its output is still coming on the screen. */
  readonly isRunning: () => boolean;
  /** What the last line came to, once the terminal has shown all that it printed; null when that was taken before. */
  readonly takeStep: () => LabStep | null;
}

export function labBackend(api: LabApi): LabBackend {
  let running = false;
  let step: LabStep | null = null;
  return {
    complete: api.complete,
    run: async (line, commandKey) => {
      running = true;
      const reply = await api.run(line, commandKey);
      step = reply.ok ? reply.value : null;
      running = reply.ok;
      return reply;
    },
    isRunning: () => running,
    takeStep: () => {
      const taken = step;
      step = null;
      running = false;
      return taken;
    },
  };
}
