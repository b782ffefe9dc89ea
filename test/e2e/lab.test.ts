import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, type Locale } from '@/lib/quiz/types';
import { expectNoAxeViolations, useBrowser } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { newestPerson, query } from './support/open-question';
import { words } from './support/practise';
import { typeAtTerminal } from '../../scripts/screenshots/type-at-terminal';
import { showTemplate } from './support/show-template';

const browser = useBrowser();
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

/** A guest before whom a hands-on question stands. */
async function guestWithLab(locale: Locale) {
  const page = await browser.newPage({ locale: locale === 'ko' ? 'ko-KR' : 'en-US' });
  await page.goto(app.url);
  const practise = words[locale].home.practise;
  await page.getByRole('button', { name: practise, exact: true }).first().click();
  await page.waitForURL('**/practice');
  await page.getByRole('article').waitFor();
  const learnerId = await newestPerson(app.databaseUrl);
  const key = await showTemplate(app.databaseUrl, learnerId, 'lab-take-over-port');
  if (key.kind !== 'lab') throw new Error('no hands-on question');
  await page.reload();
  const t = words[locale].question.lab;
  const { terminal } = words[locale];
  await page.getByRole('textbox', { name: terminal.input }).waitFor({ state: 'attached' });
  const type = (line: string) => typeAtTerminal(page, terminal, line);
  const answers = () =>
    query<{ correct: boolean; score: number; rating: number }>(
      app.databaseUrl,
      `SELECT a.correct, a.score, r.rating FROM answers a JOIN reviews r ON r.answer_id = a.id
       WHERE a.learner_id = $1`,
      [learnerId],
    );
  return { page, key, t, type, answers };
}

describe.each(locales)('a hands-on question in %s', (locale) => {
  const { verdict } = words[locale];

  test('is answered by reaching its goal, across a reload', async () => {
    const { page, key, t, type, answers } = await guestWithLab(locale);
    const [first = '', second = ''] = key.solution;
    await page.getByText(t.goalDone, { exact: false }).first().waitFor({ state: 'attached' });
    await expectNoAxeViolations(page);
    await type(first);
    await page.reload();
    const log = page.getByRole('log', { name: words[locale].terminal.log });
    await log.getByText(first).waitFor({ state: 'attached' });

    // Another tab types, and this one shows it when it is looked at again.
    const other = await page.context().newPage();
    await other.goto(page.url());
    await typeAtTerminal(other, words[locale].terminal, 'echo from the other tab');
    await other.close();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await log.getByText('echo from the other tab').waitFor({ state: 'attached' });

    // The practice's own keys are the terminal's here; a tabulator completes a line, and after Escape it leaves.
    const input = page.getByRole('textbox', { name: words[locale].terminal.input });
    await input.focus();
    await page.keyboard.type('echo 1 0?');
    await page.keyboard.press('Control+u');
    await page.keyboard.type('docker ren');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.locator('.xterm-rows').textContent(), { timeout: 15_000 })
      .toMatch(/docker\srename/);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await input.evaluate((field) => field === document.activeElement)).toBe(false);
    await type(second);
    await page.getByRole('heading', { level: 2, name: verdict.correct }).waitFor();
    await page.getByRole('heading', { name: verdict.run }).waitFor();
    expect(await answers()).toEqual([{ correct: true, score: 1, rating: 3 }]);
  });

  test('is given up after a hint, and the solution is shown and run', async () => {
    const { page, key, t, answers } = await guestWithLab(locale);
    const hint = t.hint.split(' (')[0] ?? '';
    await page.getByRole('button', { name: hint }).click();
    await page.getByText(t.hintNumber.replace('{number}', '1')).waitFor();
    await page.getByRole('button', { name: t.giveUp, exact: true }).click();
    await page.getByRole('button', { name: t.goOn, exact: true }).last().click();
    await page.getByRole('button', { name: t.giveUp, exact: true }).click();
    await page.getByRole('button', { name: t.giveUpYes, exact: true }).click();
    await page.getByRole('heading', { level: 2, name: verdict.notYet }).waitFor();
    const solution = key.solution[1] ?? '';
    await page.getByText(solution, { exact: true }).first().waitFor();
    await expectNoAxeViolations(page);
    expect(await answers()).toEqual([{ correct: false, score: 0, rating: 1 }]);
  });
});
