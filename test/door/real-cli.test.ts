import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { replay } from '@/scripts/shell/replay';
import type { RecordedSession } from '../engine/support/compare-session';
import { hideTyped, normaliser, typedIds } from '../engine/support/normalise';
import { transcriptCatalogue } from '../engine/support/transcript-catalogue';
import { runSession } from './support/run-session';

/*
 * The recorded sessions through the real docker command line and the door. All of them take about ten minutes on two processors, so every run takes each
 * group's first and every twelfth after it; DRYDOCK_ALL_SESSIONS=1 runs all, DRYDOCK_SESSIONS=run,build all of these groups.
 */

const folder = new URL('../transcripts/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const found = spawnSync('docker', ['--version'], { encoding: 'utf8' }).stdout as string | null;
const hasDocker = found?.includes('28.2.2') === true;
const catalogue = transcriptCatalogue();
const SAMPLE = { first: 1, every: 12 };
const TIMEOUT = 120_000;

/** Sessions in which the simulated command line is known to differ from the recording (docs/decisions/070). */
const different = new Set(read('different.json') as string[]);
const unstable = new Set(
  (read('unstable.json') as { unstable: { id: string; step: number }[] }).unstable.map(
    ({ id, step }) => `${id}#${step}`,
  ),
);

function sessionsOf(group: string): readonly RecordedSession[] {
  const files = readdirSync(new URL(`sessions/${group}/`, folder)).sort();
  const groups = process.env['DRYDOCK_SESSIONS']?.split(',') ?? [];
  const all = process.env['DRYDOCK_ALL_SESSIONS'] === '1' || groups.includes(group);
  return files
    .filter((_, at) => all || at < SAMPLE.first || at % SAMPLE.every === 0)
    .map((file) => read(`sessions/${group}/${file}`) as RecordedSession);
}

/**
 * What the real client itself does now so and now so: the order of the names of one image (it walks a Go map), and a complaint of its tar writer that it
 * mostly ends before it can make.
 */
function settled(text: string, command: string): string {
  const lines = text.split('\n').filter((line) => !line.includes('io: read/write on closed pipe'));
  return /^docker (images|image ls)\b/.test(command) ? lines.sort().join('\n') : lines.join('\n');
}

const shares = { steps: 0, bytes: 0 };

afterAll(() => {
  process.stdout.write(
    hasDocker
      ? `real docker command line: ${shares.bytes}/${shares.steps} steps print the very bytes of the simulated one\n`
      : 'real docker command line: skipped, no docker 28.2.2 on this machine\n',
  );
});

const groups = readdirSync(new URL('sessions/', folder)).sort();

describe.runIf(hasDocker).each(groups)('the real docker command line at the door: %s', (group) => {
  it.each(sessionsOf(group).map((session) => [session.id, session] as const))(
    '%s prints what was recorded, and what the simulated command line prints',
    async (id, session) => {
      const start = Math.floor(Date.now() / 1_000) * 1_000;
      const got = await runSession(session, catalogue, start);
      const own = replay(session, catalogue, start);
      const [wantOf, gotOf, ownOf] = [normaliser(), normaliser(), normaliser()];
      session.steps.forEach((step, index) => {
        const [real, simulated] = [got[index], own[index]];
        if (!real || !simulated) throw new Error(`no reply to step ${index}`);
        const { cmd, cmdTemplate } = step;
        const [wantIds, gotIds, ownIds] = [cmd, real.cmd, simulated.cmd].map((typed) =>
          typedIds(cmdTemplate, typed),
        );
        const show = (
          of: ReturnType<typeof normaliser>,
          ids: readonly string[] = [],
          { stdout, stderr, exit }: { stdout: string; stderr: string; exit: number },
        ) => ({
          cmd,
          stdout: settled(of(hideTyped(stdout, ids), cmd), cmd),
          stderr: settled(of(hideTyped(stderr, ids), cmd), cmd),
          exit,
        });
        const [want, have, mine] = [
          show(wantOf, wantIds, step),
          show(gotOf, gotIds, real),
          show(ownOf, ownIds, simulated),
        ];
        if (unstable.has(`${id}#${index}`)) return;
        shares.steps++;
        const same = real.stdout === simulated.stdout && real.stderr === simulated.stderr;
        if (same && real.exit === simulated.exit) shares.bytes++;
        else expect(have).toEqual(mine);
        if (!different.has(id)) expect(have).toEqual(want);
      });
    },
    TIMEOUT,
  );
});
