import { err, ok, type Result } from '@/lib/kernel/result';
import type { LabApi, LabView, PracticeFailure } from '@/lib/quiz/practice';
import type { StudioFailure } from '@/lib/quiz/studio';

/** Types lines into a sample from its beginning (`StudioApi.play`). */
export type PlaySample = (typed: {
  readonly lines: readonly string[];
  readonly hints: number;
}) => Promise<Result<LabView, StudioFailure>>;

/** A sample's terminal, and every line typed into it so far. */
export interface SampleLab {
  readonly api: LabApi;
  readonly typed: () => readonly string[];
}

function asPractice(failure: StudioFailure): PracticeFailure {
  return failure.kind === 'conflict' ? { kind: 'gone' } : failure;
}

/** A terminal for a hands-on sample, of which nothing is stored: it remembers what was typed and has it typed anew with every line. */
export function sampleLab(play: PlaySample): SampleLab {
  let lines: readonly string[] = [];
  let hints = 0;
  let restarts = 0;
  const show = async (
    wanted: readonly string[],
    asked: number,
  ): Promise<Result<LabView, PracticeFailure>> => {
    const reply = await play({ lines: wanted, hints: asked });
    if (!reply.ok) return err(asPractice(reply.error));
    lines = wanted;
    hints = asked;
    return ok({ ...reply.value, restarts });
  };
  return {
    typed: () => lines,
    api: {
      open: () => show(lines, hints),
      hint: (number) => show(lines, number),
      restart: () => {
        restarts += 1;
        return show([], hints);
      },
      type: async (line) => {
        const view = await show([...lines, line], hints);
        if (!view.ok) return view;
        const { version, prompt, echo, progress, lines: shown } = view.value;
        const last = shown.at(-1);
        if (last === undefined) return err({ kind: 'offline' });
        return ok({ version, prompt, echo, progress, line: last });
      },
    },
  };
}
