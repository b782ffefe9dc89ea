import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { TEST_SECRET } from '../support/test-secret';
import { query } from './support/open-question';
import { words } from './support/practise';

const browser = useBrowser();
let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await startApp();
  // The run is made in the database that the app shows.
  process.env['DATABASE_URL'] = app.databaseUrl;
  process.env['NEXTAUTH_SECRET'] = TEST_SECRET;
  const { shareSession } = await import('../../scripts/screenshots/cast');
  key = await shareSession(
    ['nginx:latest'],
    ['docker run -d --name web -p 8080:80 nginx', 'docker pause web', 'docker rm -f web'],
  );
});
afterAll(async () => {
  const { disconnect } = await import('@/lib/server/db');
  await disconnect();
  await app.stop();
});

describe('a shared run', () => {
  const t = words.en.stage;

  test('is stepped through by keyboard, signed out: command, sentence and picture go together', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${app.url}/runs/${key}`);
    const picture = page.getByRole('img', { name: t.title });
    const current = page.locator('[aria-current="step"]');
    await expect.poll(() => current.textContent()).toBe('1');
    expect(await page.getByText('web was made and is running').count()).toBe(1);
    expect(await picture.getByText('running', { exact: true }).count()).toBe(1);
    expect(await picture.getByText('8080', { exact: true }).count()).toBe(1);

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => current.textContent()).toBe('2');
    expect(await page.getByText('docker pause web', { exact: true }).count()).toBe(1);
    expect(await page.getByText('it keeps its memory and gets no CPU').count()).toBe(1);
    expect(await picture.getByText('paused', { exact: true }).count()).toBe(1);

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => current.textContent()).toBe('3');
    expect(await page.getByRole('button', { name: t.next }).isDisabled()).toBe(true);

    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => current.textContent()).toBe('2');
    // With the focus on one of its buttons a press is one step, too.
    await page.getByRole('button', { name: t.previous }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => current.textContent()).toBe('1');
  });

  test('says in a table what the picture shows, and which rows a step touched', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/runs/${key}`);
    await page.getByRole('radio', { name: t.table }).click();
    const row = page.getByRole('table', { name: t.tables.containers }).getByRole('row');
    await row.getByText('running').waitFor();
    expect(await row.last().textContent()).toContain(t.tables.new);
    expect(await row.last().textContent()).toContain('0.0.0.0:8080->80/tcp');
    await page.getByRole('button', { name: t.next }).click();
    await row.getByText('paused').waitFor();
    expect(await row.last().textContent()).toContain(t.tables.changed);
    await page.getByRole('button', { name: t.next }).click();
    await expect.poll(() => row.last().textContent()).toContain(t.tables.gone);
  });

  test('is drawn by the server and stands still for those who ask for no motion', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const answer = await page.goto(`${app.url}/runs/${key}`);
    expect(await answer?.text()).toMatch(/<svg role="img"/);
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll('svg[role="img"] *')].map((element) =>
        Number.parseFloat(getComputedStyle(element).transitionDuration),
      ),
    );
    expect(Math.max(...durations)).toBeLessThan(0.001);
  });

  test('that was taken back shows words and nothing of the run', async () => {
    await query(app.databaseUrl, 'UPDATE shared_runs SET revoked_at = now() WHERE key = $1', [key]);
    const page = await browser.newPage({ locale: 'ko-KR' });
    browser.allowErrors(/404/);
    const answer = await page.goto(`${app.url}/runs/${key}`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: words.ko.stage.sharedRun.goneTitle }).waitFor();
    expect(await page.getByText('docker').count()).toBe(0);
  });
});
