import 'server-only';
import type { LabStep } from '@/lib/quiz/lab-contract';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { runCommand } from '@/lib/server/sandbox/run-command';
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
  const decided: { standing: LabStanding | null } = { standing: null };
  const { version, shown, exitCode, prompt, echo, elapsedMs, paced, repeated } = await runCommand(
    { sandboxId, learnerId, commandKey, line },
    async ({ sandbox, query }, after) => {
      const before = await standingOf(lab, { sandboxId, version: sandbox.version }, query);
      refuseMore(before, locale);
      decided.standing = await standingAfter(lab, before, after);
    },
  );
  const own = repeated ? null : decided.standing;
  if (own) keepStanding(sandboxId, own);
  const { progress } = own ?? (await standingOf(lab, { sandboxId, version }, overPool));
  return { version, shown, exitCode, prompt, echo, elapsedMs, paced, progress };
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
