import 'server-only';
import { asSeen, labLineLimit, labProgress } from '@/lib/quiz/lab-progress';
import type { LabLine, LabStep } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { changeSandbox } from '@/lib/server/sandbox/change-sandbox';
import type { JournalInput } from '@/lib/server/sandbox/journal-record';
import { openSandbox } from '@/lib/server/sandbox/open-sandbox';
import { runStep } from '@/lib/server/sandbox/run-step';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { markOf, type LabMark } from './lab-mark';
import { getLabShowing } from './lab-showing';

/** What the browser sends of a line typed. */
export interface LabLineAsk {
  readonly showingId: string;
  /** A UUID: the same one again gives the stored outcome. */
  readonly commandKey: string;
  readonly line: string;
}

/**
 * Types a line into a hands-on question's sandbox and asks its goals of where that leads. How far it came is kept with the line in the journal, in the same
 * statement. A question that is answered, or whose goal is reached, takes no more lines.
 * @throws AppError 'not-found' when the learner has no such question; 'conflict' when it is answered; 'invalid' when nothing more may be typed
 */
export async function typeLabLine(
  learnerId: string,
  { showingId, commandKey, line }: LabLineAsk,
  locale: Locale,
): Promise<LabStep> {
  const lab = await getLabShowing(learnerId, showingId);
  if (lab.closed) throw new AppError('conflict');
  const sandboxId = lab.sandboxId ?? (await openSandbox({ learnerId, showingId })).id;
  const world = await sandboxWorld();
  const { facts, start } = lab;
  const isSame = (input: JournalInput) => input.kind === 'line' && input.line === line;
  const { result, version } = await changeSandbox(
    { sandboxId, learnerId, commandKey, isSame },
    async (state, { sandbox }) => {
      const before = await markOf(lab, sandbox);
      refuseMore(before, locale);
      const step = runStep(state, { line }, 0, world);
      const now = step.sandbox;
      const progress = labProgress(facts, { start, now, world, before: before.progress });
      const after: LabMark = { progress, lines: before.lines + 1 };
      return { ...step, result: { ...step.result, lab: after } };
    },
  );
  const { stdout, stderr, exitCode, elapsedMs, prompt, echo, before, lab: mark } = result;
  const command = before.echo ? asSeen(line) : '';
  const shown: LabLine = { prompt: before.prompt, command, stdout, stderr, exitCode, elapsedMs };
  return { version, line: shown, prompt, echo, progress: mark.progress };
}

function refuseMore({ progress, lines }: LabMark, locale: Locale): void {
  const refuse = (words: Readonly<Record<Locale, string>>): never => {
    throw new AppError('invalid', { words: words[locale] });
  };
  if (progress.reached) refuse({ ko: '목표를 이미 이뤘어요.', en: 'The goal is reached already.' });
  if (lines >= labLineLimit) {
    refuse({
      ko: `한 번에 ${labLineLimit}줄까지 입력할 수 있어요. 처음부터 다시 해 보세요.`,
      en: `${labLineLimit} lines are the limit. Start over.`,
    });
  }
}
