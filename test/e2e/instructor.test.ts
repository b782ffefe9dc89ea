import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '../../scripts/screenshots/answer-question';
import { useBrowser } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { newestPerson, openQuestionOf, query } from './support/open-question';
import { goOn, words } from './support/practise';

const t = words.en;

const browser = useBrowser();
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

async function signUp(name: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${app.url}/sign-up`);
  await page.getByLabel(t.account.name, { exact: true }).fill(name);
  await page.getByLabel(t.account.email, { exact: true }).fill(`${name.toLowerCase()}@example.com`);
  await page.getByLabel(t.account.password, { exact: true }).fill('a ship in a dry dock');
  await page.getByRole('button', { name: t.account.signUp.submit }).click();
  await page.waitForURL(`${app.url}/`);
  return page;
}

/** Replaces all of the editor's text, as pasting does. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** A question on the course's first idea, which nothing else asks to choose: so it comes early. */
const question = `concept: image.what
with: { name: [web, api, shop, blog, site, chat, mail, game], image: [nginx, redis, httpd] }
given: docker run -d --name <name> <image>
do: docker pause <name>
ask:
  ko: '\`<name>\`은(는) 지금 무엇을 쓰고 있나요?'
  en: What is \`<name>\` using now?
choice:
  see: { cpu: schedulable(<name>), mem: memory(<name>) > 0 }
  say:
    cpu+mem: { ko: CPU와 메모리, en: CPU and memory }
    cpu: { ko: CPU만, en: CPU only }
    mem: { ko: 메모리만, en: Memory only }
    none: { ko: 둘 다 쓰지 않아요, en: Neither }
  beliefs: [pause-keeps-cpu, pause-frees-memory, pause-is-stop]
`;

test('an instructor writes with completion, mends, proves and publishes a question; a learner answers it; the report shows it, on a phone as well', async () => {
  const instructor = await signUp('Kim');
  await instructor.goto(`${app.url}/cohorts`);
  await instructor.getByLabel(t.cohorts.name, { exact: true }).first().fill('Dock crew');
  await instructor.getByRole('button', { name: t.cohorts.create }).click();
  await instructor.waitForURL(/\/cohorts\/[0-9a-f-]{36}/);
  const cohortUrl = instructor.url().split('?')[0] ?? '';
  const [cohort] = await query<{ join_code: string }>(
    app.databaseUrl,
    'SELECT join_code FROM cohorts',
  );

  await instructor.goto(`${app.url}/studio`);
  await instructor.locator('input[name=slug]').fill('paused-uses-what');
  await instructor.getByRole('button', { name: t.studio.new.submit }).click();
  await instructor.waitForURL(/\/studio\/paused-uses-what/);
  const studioUrl = instructor.url();
  await instructor.locator('.cm-content').waitFor();

  await write(instructor, `id: my-question\n${question.replace('  see:', '  sea:')}`);
  const line = 1 + question.split('\n').findIndex((text) => text.includes('  see:')) + 1;
  await instructor
    .getByText(t.studio.check.line.replace('{line}', String(line)), { exact: true })
    .first()
    .waitFor();

  await write(instructor, 'do: docker run -d --name web nginx\nchoice:\n  ');
  await instructor.keyboard.type('se');
  for (const offer of ['see', 'state', 'web']) {
    if (offer === 'state') await instructor.keyboard.type('sta');
    await instructor
      .getByRole('listbox', { name: t.studio.editor.completions })
      .getByRole('option', { name: offer, exact: true })
      .click();
  }
  await expect
    .poll(() => instructor.locator('.cm-content').innerText())
    .toMatch(/\n {2}see: state\(web$/);

  await write(instructor, `id: my-question\n${question}`);
  await instructor.getByText(t.studio.check.proved, { exact: true }).first().waitFor();
  expect(await instructor.getByRole('article').count()).toBe(3);
  await instructor.getByRole('checkbox', { name: /Dock crew/ }).check();
  await instructor.getByRole('button', { name: t.studio.publish.submit }).click();
  await instructor
    .getByText(t.studio.publish.published.replace('{number}', '1'), { exact: true })
    .waitFor({ timeout: 60_000 });

  const learner = await browser.newPage();
  await learner.goto(`${app.url}/join/${cohort?.join_code ?? ''}`);
  await learner.getByRole('button', { name: t.account.guest.start }).click();
  await learner.getByLabel(t.cohorts.join.displayName).fill('Mina');
  await learner.getByRole('button', { name: t.cohorts.join.submit, exact: true }).click();
  await learner.waitForURL(cohortUrl);
  const learnerId = await newestPerson(app.databaseUrl);
  await learner.goto(`${app.url}/practice`);
  await learner.getByRole('article').waitFor();
  await answerUntilAsked(learner, learnerId);

  await instructor.goto(cohortUrl);
  await instructor.getByText('Mina').first().waitFor();
  const [row] = await query<{ first: string }>(
    app.databaseUrl,
    `SELECT count(*) AS first FROM answers a JOIN variants v ON v.id = a.variant_id
     JOIN template_versions tv ON tv.id = v.template_version_id
     WHERE a.learner_id = $1 AND a.first_attempt AND tv.template_id LIKE 'paused-uses-what%'`,
    [learnerId],
  );
  expect(row).toEqual({ first: '1' });
  const [held] = await query<{ belief: string }>(
    app.databaseUrl,
    `SELECT m.belief->>'en' AS belief FROM answer_beliefs b
     JOIN misconceptions m ON m.id = b.misconception_id WHERE b.learner_id = $1 LIMIT 1`,
    [learnerId],
  );
  const report = await instructor.locator('main').innerText();
  expect(report).toContain((held?.belief ?? 'no belief was stored').replaceAll('`', ''));
  const csv = await instructor.request.get(`${cohortUrl}/report/csv`);
  expect(csv.status()).toBe(200);
  expect(await csv.text()).toContain('Mina');

  await instructor.setViewportSize({ width: 390, height: 844 });
  const wide = instructor.locator('[data-scrolls]').first();
  const more = () => wide.evaluate((box) => getComputedStyle(box).getPropertyValue('--more-right'));
  await wide.waitFor();
  await expect.poll(more).not.toBe('0px');
  await wide.evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
  await expect.poll(more).toBe('0px');
  await instructor.goto(`${app.url}/studio`);
  await instructor.getByRole('link', { name: 'paused-uses-what' }).waitFor();
  expect(await instructor.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await wide.count()).toBe(0);

  browser.allowErrors(/404/);
  const other = await signUp('Park');
  for (const path of [cohortUrl, `${cohortUrl}/report/csv`, studioUrl]) {
    const foreign = await other.goto(path);
    expect([path, foreign?.status()]).toEqual([path, 404]);
  }
  const unknown = await other.goto(`${app.url}/cohorts/00000000-0000-4000-8000-000000000000`);
  expect(unknown?.status()).toBe(404);
});

/** Practises, everything right, until the instructor's question comes; that one wrong. */
async function answerUntilAsked(page: Page, learnerId: string): Promise<void> {
  for (let number = 1; number <= 12; number++) {
    const open = await openQuestionOf(app.databaseUrl, learnerId);
    if (open === null) throw new Error('the day is done, and the question was not asked');
    const asked = open.question.kind === 'choice' && open.question.conceptId === 'image.what';
    await answerQuestion(page, open, words.en, !asked);
    if (asked) return;
    await goOn(page, 'en');
  }
  throw new Error('the question was not asked among the first twelve');
}
