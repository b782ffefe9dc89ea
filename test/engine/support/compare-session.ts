import { readFileSync } from 'node:fs';
import { replay, type Session, type SessionStep } from '@/scripts/shell/replay';
import type { Catalogue } from '@/lib/engine';
import { hideTyped, normaliser, typedIds } from './normalise';

/** A session with what the real pair printed. */
export interface RecordedSession extends Session {
  readonly group: string;
  readonly steps: readonly (SessionStep & {
    readonly stdout: string;
    readonly stderr: string;
    readonly exit: number;
  })[];
}

/** A step of one side, as it is compared. */
export interface ComparedStep {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Steps that two recordings of the real pair did not agree on. */
const unstable = new Set(
  (
    JSON.parse(
      readFileSync(new URL('../../transcripts/unstable.json', import.meta.url), 'utf8'),
    ) as { unstable: { id: string; step: number }[] }
  ).unstable.map(({ id, step }) => `${id}#${step}`),
);

/** Both sides of a session step by step, under the same normalisation; without the steps that are not stable. */
export function compareSession(
  session: RecordedSession,
  catalogue: Catalogue,
): { readonly want: readonly ComparedStep[]; readonly got: readonly ComparedStep[] } {
  const replayed = replay(session, catalogue);
  const [wantOf, gotOf] = [normaliser(), normaliser()];
  const want: ComparedStep[] = [];
  const got: ComparedStep[] = [];
  session.steps.forEach((step, index) => {
    const reply = replayed[index];
    if (!reply) throw new Error(`no reply to step ${index}`);
    const { cmd: command, cmdTemplate, exit } = step;
    const [wantIds, gotIds] = [typedIds(cmdTemplate, command), typedIds(cmdTemplate, reply.cmd)];
    const recorded = (text: string) => wantOf(hideTyped(text, wantIds), command);
    const made = (text: string) => gotOf(hideTyped(text, gotIds), command);
    // All texts pass the normalisers, those of unstable steps too: ids are numbered as they appear.
    const one = { command, stdout: recorded(step.stdout), stderr: recorded(step.stderr), exit };
    const other = {
      command,
      stdout: made(reply.stdout),
      stderr: made(reply.stderr),
      exit: reply.exit,
    };
    if (unstable.has(`${session.id}#${index}`)) return;
    want.push(one);
    got.push(other);
  });
  return { want, got };
}
