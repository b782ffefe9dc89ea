import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { publishTemplate } from '@/lib/server/authoring/publish-template';
import { starterText } from '@/lib/server/authoring/starter-text';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { runProgram } from '../../../scripts/support/run-program.mjs';
import { draftOf, makeWords, teach } from '../../server/authoring/studio-fixture';
import { newViewer } from '../../server/cohorts/cohort-fixture';

let data: string;
let author: Viewer;
let cohortId: string;

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'drydock-audit-'));
});

afterAll(async () => {
  await rm(data, { recursive: true });
});

/** `npm run audit -- --proofs`, typed in a shell that knows the database and no secret. */
const audit = () =>
  runProgram('npm', ['run', '--silent', 'audit', '--', '--proofs'], {
    env: { DRYDOCK_DATA_DIR: data, NEXTAUTH_SECRET: undefined, npm_config_loglevel: 'silent' },
    output: 'collect',
  });

/** Publishes a card of the studio and returns the version. */
async function published(slug: string) {
  const text = starterText('flashcard', 'en').replace('my-question', slug);
  const { id, revision } = await draftOf(author, slug, text);
  await publishTemplate(author, id, { revision, cohortIds: [cohortId] });
  return db.templateVersion.findFirstOrThrow({ where: { templateId: id } });
}

/** Changes what is stored of a version, past the guard that keeps versions as they are. */
async function doctor(id: string, changed: Prisma.TemplateVersionUpdateInput): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.templateVersion.update({ where: { id }, data: changed });
  });
}

test('before anything was prepared, the audit says what to do', async () => {
  const { code, output } = await audit();
  expect(output.trim()).toBe(
    'This Drydock has not been prepared yet.\n  Run npm start once, then this command again.',
  );
  expect(code).toBe(1);
});

test('an audit of the proofs proves everything in use, tells what flipped and what fails, and exits 1 then', async () => {
  await makeWords();
  ({ cohortId, teacher: author } = await teach(await newViewer('member', 'Author'), 'Spring'));
  await published('still-good');
  const other = await published('other-key');
  const broken = await published('broken-now');
  const proof = (version: typeof other) => version.proof as Prisma.JsonObject;
  const definition = broken.definition as unknown as { readonly body: object };
  await doctor(other.id, { proof: { ...proof(other), answers: ['something else'] } });
  await doctor(broken.id, {
    definition: { ...definition, body: { ...definition.body, holds: ['exists(nobody)'] } },
  });
  const { code, output } = await audit();
  expect(output.trim().split('\n')).toEqual([
    `flipped  ${broken.templateId}: proved before, fails now: draft:10:11: \`exists(nobody)\` does not hold in the engine — mend the fact or the card`,
    `flipped  ${broken.templateId}: the key of proof-0 was "recalled" and is no question (8 seeds differ)`,
    `flipped  ${other.templateId}: the key of proof-0 was "something else" and is "recalled" (1 seeds differ)`,
    `FAILED   ${broken.templateId}`,
    '    draft:10:11: `exists(nobody)` does not hold in the engine — mend the fact or the card',
    'proved again 3, flipped 2, failed 1',
  ]);
  expect(code).toBe(1);
}, 120_000);
