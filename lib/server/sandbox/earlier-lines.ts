import 'server-only';
import type { World } from '@/lib/engine';
import type { EarlierLine } from '@/lib/quiz/terminal';
import type { JournalView } from './read-journal';

/** Of a terminal that is opened again, at most so many entries are looked through for lines to show. */
export const SHOWN_ENTRIES = 100;

/** What stands before every prompt of the learner's own shell: `learner@docker-vm:`. */
export function shellHost({ catalogue: { host } }: World): string {
  return `${host.user.name}@${host.name}:`;
}

/** The lines of a journal that still count, as a terminal shows them again. */
export function earlierLines(journal: readonly JournalView[]): readonly EarlierLine[] {
  return journal.flatMap((entry) =>
    entry.kind === 'line' && !entry.takenBack
      ? [
          {
            prompt: entry.typedAt,
            line: visible(entry.line),
            shown: entry.shown,
            elapsedMs: entry.elapsedMs,
          },
        ]
      : [],
  );
}

/** A key as a terminal shows it. */
function visible(line: string): string {
  if (line === '\u0003') return '^C';
  return /^[\u0000-\u001f]+$/.test(line) ? '' : line;
}
