import 'server-only';
import { engineVersion, type World } from '@/lib/engine';
import type { EarlierLine } from '@/lib/quiz/terminal';
import type { CarriedOver } from './journal-record';
import type { JournalView } from './read-journal';

/** Of a terminal that is opened again, at most so many entries are looked through for lines to show. */
export const SHOWN_ENTRIES = 100;

/** What stands before every prompt of the learner's own shell: `learner@docker-vm:`. */
export function shellHost({ catalogue: { host } }: World): string {
  return `${host.user.name}@${host.name}:`;
}

/** The lines of a journal that still count, as a terminal shows them again; that the sandbox has got another engine since is told in its place. */
export function earlierLines(journal: readonly JournalView[]): readonly EarlierLine[] {
  return journal.flatMap((entry) => {
    if (entry.kind === 'wait' && entry.carriedOver)
      return [{ prompt: '', line: '', shown: carriedOverWords(entry.carriedOver), elapsedMs: 0 }];
    if (entry.kind !== 'line' || entry.takenBack) return [];
    const { typedAt: prompt, line, shown, elapsedMs } = entry;
    return [{ prompt, line: visible(line), shown, elapsedMs }];
  });
}

function carriedOverWords({ carriedOver, differing, named }: CarriedOver): string {
  const isNew = carriedOver !== engineVersion;
  const ko = isNew ? '이 실습 환경을 새 엔진으로 옮겼어요.' : '이 실습 환경을 기록으로 되살렸어요.';
  const en = isNew
    ? 'This sandbox was carried over to a new engine.'
    : 'This sandbox was restored from its journal.';
  if (differing === 0) return `\n${ko} · ${en}\n`;
  const lines = named.map(({ position, line }) => `  ${position}  ${line}\n`).join('');
  const more = differing > named.length ? '  …\n' : '';
  return `\n${ko} 출력이 전과 다른 명령이 ${differing}개 있어요. · ${en} Commands that print something else now: ${differing}\n${lines}${more}`;
}

/** A key as a terminal shows it. */
function visible(line: string): string {
  if (line === '\u0003') return '^C';
  return /^[\u0000-\u001f]+$/.test(line) ? '' : line;
}
