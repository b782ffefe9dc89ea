import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { compareSession, type RecordedSession } from './support/compare-session';
import { transcriptCatalogue } from './support/transcript-catalogue';

const folder = new URL('../transcripts/sessions/', import.meta.url);
const catalogue = transcriptCatalogue();

/** Sessions that are not yet equal, by id (docs/decisions/070). One that has become equal must be taken off the list. */
const different = new Set(
  JSON.parse(
    readFileSync(new URL('../transcripts/different.json', import.meta.url), 'utf8'),
  ) as string[],
);

function sessionsOf(group: string): readonly RecordedSession[] {
  const path = new URL(`${group}/`, folder);
  return readdirSync(path)
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, path), 'utf8')) as RecordedSession);
}

const shares = new Map<string, { sessions: number; whole: number; steps: number; equal: number }>();

function count(group: string, equal: readonly boolean[]): void {
  const share = shares.get(group) ?? { sessions: 0, whole: 0, steps: 0, equal: 0 };
  shares.set(group, share);
  share.sessions++;
  if (equal.every(Boolean)) share.whole++;
  share.steps += equal.length;
  share.equal += equal.filter(Boolean).length;
}

afterAll(() => {
  const lines = [...shares].map(
    ([group, { sessions, whole, steps, equal }]) =>
      `${group.padEnd(22)} sessions ${whole}/${sessions}  steps ${equal}/${steps}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
});

describe.each(readdirSync(folder).sort())('recorded sessions of the real engine: %s', (group) => {
  it.each(sessionsOf(group).map((session) => [session.id, session] as const))(
    '%s prints the same, to the letter, or is known to differ',
    (id, session) => {
      const { want, got } = compareSession(session, catalogue);
      count(
        group,
        want.map((step, index) => isDeepStrictEqual(step, got[index])),
      );
      if (different.has(id)) expect(got).not.toEqual(want);
      else expect(got).toEqual(want);
    },
  );
});
