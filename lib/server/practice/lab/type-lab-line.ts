import 'server-only';
import type { LabStep } from '@/lib/quiz/lab-contract';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { changeSandbox } from '@/lib/server/sandbox/change-sandbox';
import { isSameText } from '@/lib/server/sandbox/hide-passwords';
import type { JournalInput } from '@/lib/server/sandbox/journal-record';
import { runStep } from '@/lib/server/sandbox/run-step';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { overPool } from '@/lib/server/sandbox/stored-sandbox';
import { getLabShowing } from './lab-showing';
import {
  keepStanding,
  labEntryLimit,
  standingAfter,
  standingOf,
  type LabStanding,
} from './lab-standing';
import { labSandboxId } from './open-lab';

/** What the browser sends of a line typed. */
export interface LabLineAsk {
  readonly showingId: string;
  /** A UUID: the same one again gives the stored outcome. */
  readonly commandKey: string;
  readonly line: string;
}

/**
 * Types a line into a hands-on question's sandbox and tells how far the question has come then. A question that is answered, or whose goal is reached, takes no more
 * lines.
 * @throws AppError 'not-found' when the learner has no such question; 'conflict' when it is answered; 'invalid' when nothing more may be typed
 */
export async function typeLabLine(
  learnerId: string,
  { showingId, commandKey, line }: LabLineAsk,
  locale: Locale,
): Promise<LabStep> {
  const lab = await getLabShowing(learnerId, showingId);
  if (lab.closed) throw new AppError('conflict');
  const sandboxId = await labSandboxId(lab);
  const world = await sandboxWorld();
  const isSame = (input: JournalInput) => input.kind === 'line' && isSameText(input.line, line);
  const decided: { standing: LabStanding | null } = { standing: null };
  const { result, version, repeated } = await changeSandbox(
    { sandboxId, learnerId, commandKey, isSame },
    async (state, { sandbox, query }) => {
      const before = await standingOf(lab, { sandboxId, version: sandbox.version }, query);
      refuseMore(before, locale);
      const step = runStep(state, { line }, 0, world);
      decided.standing = await standingAfter(lab, before, step.sandbox);
      return step;
    },
  );
  const { shown, exitCode, prompt, echo, elapsedMs } = result;
  const own = repeated ? null : decided.standing;
  if (own) keepStanding(sandboxId, own);
  const { progress } = own ?? (await standingOf(lab, { sandboxId, version }, overPool));
  return { version, shown, exitCode, prompt, echo, elapsedMs, progress };
}

function refuseMore({ progress, entries }: LabStanding, locale: Locale): void {
  const refuse = (words: Readonly<Record<Locale, string>>): never => {
    throw new AppError('invalid', { words: words[locale] });
  };
  if (progress.reached) refuse({ ko: '목표를 이미 이뤘어요.', en: 'The goal is reached already.' });
  if (entries >= labEntryLimit) {
    refuse({
      ko: `한 번에 명령을 ${labEntryLimit}개까지 입력할 수 있어요. 처음부터 다시 해 보세요.`,
      en: `${labEntryLimit} commands are the limit. Start over.`,
    });
  }
}
