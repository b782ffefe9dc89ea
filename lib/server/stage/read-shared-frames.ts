import 'server-only';
import type { JournalView } from '@/lib/server/sandbox/read-journal';
import { readSharedRun, replaySharedRun } from '@/lib/server/sandbox/read-shared-run';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { framesOf, type PlayedStep } from '@/lib/stage/frames-of';
import type { StageFrame } from '@/lib/stage/picture';

/** A shared run as the stage plays it. */
export interface SharedFrames {
  readonly frames: readonly StageFrame[];
  /** How many steps before them are not shown. */
  readonly earlier: number;
  readonly createdAt: Date;
}

/** So many of the last steps are shown. */
const MOST_FRAMES = 60;

/** What stands before a line that is typed at the host itself (`promptFor`). */
const hostPrompt = /^(?:learner@.*)?$/;

/**
 * The run behind a shared link, a step at a time, in the reader's language. Nobody needs to be signed in.
 * @throws AppError 'not-found' for a key that opens nothing, or nothing any more; 'conflict' when it was made by another version of the engine
 */
export async function readSharedFrames(key: string, locale: 'ko' | 'en'): Promise<SharedFrames> {
  const [{ entries, createdAt }, { beginning, steps }, world] = await Promise.all([
    readSharedRun(key),
    replaySharedRun(key),
    sandboxWorld(),
  ]);
  const printed = new Map(entries.map((entry) => [entry.position, entry]));
  const played = steps.flatMap(({ position, after }): PlayedStep[] => {
    const entry = printed.get(position);
    return entry === undefined ? [] : [{ ...shownOf(entry, locale), after }];
  });
  // Of a long run only the end is drawn: each picture takes its time.
  const first = Math.max(0, played.length - MOST_FRAMES);
  const before = played[first - 1]?.after ?? steps[steps.length - played.length - 1]?.after;
  return {
    frames: framesOf(before ?? beginning, played.slice(first), locale, world),
    earlier: steps.length - played.length + first,
    createdAt,
  };
}

function shownOf(entry: JournalView, locale: 'ko' | 'en'): Omit<PlayedStep, 'after'> {
  const silent = { stdout: '', stderr: '', exitCode: 0 };
  switch (entry.kind) {
    case 'line': {
      const { line: command, shown: stdout, exitCode, typedAt } = entry;
      // Output and complaints stand as they were seen at the terminal.
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
