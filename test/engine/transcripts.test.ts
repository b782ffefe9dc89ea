import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay, type Session, type SessionStep } from '@/scripts/shell/replay';
import { hideTyped, normaliser, typedIds } from './support/normalise';
import { transcriptCatalogue } from './support/transcript-catalogue';

interface RecordedSession extends Session {
  readonly steps: readonly (SessionStep & {
    readonly stdout: string;
    readonly stderr: string;
    readonly exit: number;
  })[];
}

const folder = new URL('../transcripts/sessions/', import.meta.url);
const unstable = new Set(
  (
    JSON.parse(readFileSync(new URL('../transcripts/unstable.json', import.meta.url), 'utf8')) as {
      unstable: { id: string; step: number }[];
    }
  ).unstable.map(({ id, step }) => `${id}#${step}`),
);

function sessionsOf(group: string): RecordedSession[] {
  const path = new URL(`${group}/`, folder);
  return readdirSync(path)
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, path), 'utf8')) as RecordedSession);
}

/** Both sides of a session as the steps that are compared: stdout, stderr and exit code under the same normalisation. */
function compare(session: RecordedSession): { readonly want: unknown[]; readonly got: unknown[] } {
  const replayed = replay(session, catalogue);
  const [wantOf, gotOf] = [normaliser(), normaliser()];
  const want: unknown[] = [];
  const got: unknown[] = [];
  session.steps.forEach((step, index) => {
    const reply = replayed[index];
    if (!reply) throw new Error(`no reply to step ${index}`);
    const wantIds = typedIds(step.cmdTemplate, step.cmd);
    const gotIds = typedIds(step.cmdTemplate, reply.cmd);
    const recorded = [step.stdout, step.stderr].map((text) =>
      wantOf(hideTyped(text, wantIds), step.cmd),
    );
    const made = [reply.stdout, reply.stderr].map((text) =>
      gotOf(hideTyped(text, gotIds), step.cmd),
    );
    if (unstable.has(`${session.id}#${index}`)) return;
    want.push({ command: step.cmd, stdout: recorded[0], stderr: recorded[1], exit: step.exit });
    got.push({ command: step.cmd, stdout: made[0], stderr: made[1], exit: reply.exit });
  });
  return { want, got };
}

const catalogue = transcriptCatalogue();

describe.each(readdirSync(folder).sort())('recorded sessions of the real engine: %s', (group) => {
  it.each(sessionsOf(group).map((session) => [session.id, session] as const))(
    '%s prints the same, to the letter',
    (_, session) => {
      const { want, got } = compare(session);
      expect(got).toEqual(want);
    },
  );
});
