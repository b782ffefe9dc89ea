import 'server-only';
import type { JournalView } from '@/lib/server/sandbox/read-journal';
import type { ReplayStep } from '@/lib/server/sandbox/replay-journal';
import type { PlayedStep } from '@/lib/stage/frames-of';
import { screenText } from '@/lib/stage/screen-text';

/** What stands before a line that is typed at the host itself (`promptFor`). */
const hostPrompt = /^(?:learner@.*)?$/;

/** The steps of a run that was played again, each with what the journal says was seen of it; steps whose entry was not read are left out. */
export function playedSteps(
  steps: readonly ReplayStep[],
  entries: readonly JournalView[],
  locale: 'ko' | 'en',
): readonly PlayedStep[] {
  const printed = new Map(entries.map((entry) => [entry.position, entry]));
  return steps.flatMap(({ position, after }): PlayedStep[] => {
    const entry = printed.get(position);
    return entry === undefined ? [] : [{ ...shownOf(entry, locale), after }];
  });
}

function shownOf(entry: JournalView, locale: 'ko' | 'en'): Omit<PlayedStep, 'after'> {
  const silent = { stdout: '', stderr: '', exitCode: 0 };
  switch (entry.kind) {
    case 'line': {
      const { line: command, exitCode, typedAt } = entry;
      // Output and complaints stand as they were seen at the terminal.
      const stdout = screenText(entry.shown);
      const shown = { command, stdout, stderr: '', exitCode };
      return { shown: hostPrompt.test(typedAt) ? shown : { ...shown, prompt: typedAt } };
    }
    case 'request': {
      const { method, path } = entry.request;
      const exitCode = entry.status < 400 ? 0 : 1;
      return { shown: { ...silent, exitCode, command: `# ${method} ${path}` }, unseen: true };
    }
    case 'wait': {
      const seconds = Math.round(entry.wait / 1000);
      const command = locale === 'ko' ? `# ${seconds}초 뒤` : `# ${seconds} s later`;
      return { shown: { ...silent, command }, unseen: true };
    }
    case 'undo':
    case 'reset':
      return { shown: { ...silent, command: `# ${entry.kind}` }, unseen: true };
  }
}
