import 'server-only';
import type { EarlierLine, SandboxMoment } from '@/lib/quiz/terminal';
import { earlierLines, shellHost, SHOWN_ENTRIES } from './earlier-lines';
import { readJournal } from './read-journal';
import { readMoment } from './read-moment';
import { sandboxWorld } from './sandbox-world';

/** A terminal as it stands: where it was left, and the last lines that still count. */
export interface TerminalView extends SandboxMoment {
  /** What stands before every prompt of the learner's own shell. */
  readonly host: string;
  readonly earlier: readonly EarlierLine[];
}

/**
 * What a learner's terminal begins with.
 * @throws AppError as `lookAtSandbox`
 */
export async function readTerminal(learnerId: string, sandboxId: string): Promise<TerminalView> {
  const world = await sandboxWorld();
  // One after the other: where the sandbox is carried over to this engine, that is an entry of the journal.
  const moment = await readMoment(learnerId, sandboxId);
  const journal = await readJournal({ learnerId, sandboxId, last: SHOWN_ENTRIES });
  return { ...moment, host: shellHost(world), earlier: earlierLines(journal) };
}
