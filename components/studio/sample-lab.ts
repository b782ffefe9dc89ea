import { err, ok, type Result } from '@/lib/kernel/result';
import type { LabApi } from '@/lib/quiz/lab-contract';
import type { PracticeFailure } from '@/lib/quiz/practice';
import type { SamplePlayed, StudioFailure } from '@/lib/quiz/studio';
import type { Completion } from '@/lib/quiz/terminal';

/** What is asked of a sample that remembers nothing: every line typed so far comes with it. */
export interface SamplePlay {
  /** Types lines into it from its beginning (`StudioApi.play`). */
  readonly play: (typed: {
    readonly lines: readonly string[];
    readonly hints: number;
  }) => Promise<Result<SamplePlayed, StudioFailure>>;
  /** What could stand at the cursor of the next line (`StudioApi.complete`). */
  readonly complete: (typed: {
    readonly lines: readonly string[];
    readonly line: string;
    readonly cursor: number;
  }) => Promise<Result<Completion, StudioFailure>>;
}

/** A sample's terminal, and every line typed into it so far. */
export interface SampleLab {
  readonly api: LabApi;
  readonly typed: () => readonly string[];
}

function asPractice(failure: StudioFailure): PracticeFailure {
  return failure.kind === 'conflict' ? { kind: 'gone' } : failure;
}

/** A terminal for a hands-on sample, of which nothing is stored: it remembers what was typed and has it typed anew with every line. */
export function sampleLab({ play, complete }: SamplePlay): SampleLab {
  let lines: readonly string[] = [];
  let hints = 0;
  let restarts = 0;
  const show = async (
    wanted: readonly string[],
    asked: number,
  ): Promise<Result<SamplePlayed, PracticeFailure>> => {
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
      // Nobody else can change it.
      follow: () => Promise.resolve(ok(null)),
      keys: null,
      hint: (number) => show(lines, number),
      restart: () => {
        restarts += 1;
        return show([], hints);
      },
      run: async (line) => {
        const view = await show([...lines, line], hints);
        if (!view.ok) return view;
        const { version, prompt, echo, progress, exitCode, earlier } = view.value;
        const last = earlier.at(-1);
        if (last === undefined) return err({ kind: 'offline' });
        const { shown, elapsedMs } = last;
        return ok({ version, prompt, echo, progress, shown, exitCode, elapsedMs });
      },
      complete: async (line, cursor) => {
        const reply = await complete({ lines, line, cursor });
        return reply.ok ? reply : err(asPractice(reply.error));
      },
    },
  };
}
