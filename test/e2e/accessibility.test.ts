import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium';
import type { Cast } from '../../scripts/screenshots/cast';
import { mailIsOn } from '../../scripts/screenshots/scratch-app';
import { scenes } from '../../scripts/screenshots/scenes';
import { devices, makeStage, type Setting } from '../../scripts/screenshots/stage';
import { expectNoAxeViolations } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { TEST_SECRET } from '../support/test-secret';

const [phone, desktop] = devices;
/** Both languages, themes and widths, each once. */
const settings = [
  { locale: 'ko', device: phone, themes: ['dark'] },
  { locale: 'en', device: desktop, themes: ['light'] },
] as const satisfies readonly Partial<Setting>[];

let app: TestApp;
let browser: Browser;
let cast: Cast;

beforeAll(async () => {
  app = await startApp(mailIsOn);
  // The scenes put people and questions into the database that the app shows.
  process.env['DATABASE_URL'] = app.databaseUrl;
  process.env['NEXTAUTH_SECRET'] = TEST_SECRET;
  const { makeCast } = await import('../../scripts/screenshots/cast');
  cast = await makeCast(Date.now());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  const { disconnect } = await import('@/lib/server/db');
  await disconnect();
  await app.stop();
});

test.each(scenes)('axe finds nothing in $name', async ({ play }) => {
  const { url } = app;
  const stages = settings.map((setting) =>
    makeStage(browser, { ...setting, cast, url, look: expectNoAxeViolations }),
  );
  try {
    await Promise.all(stages.map(play));
  } finally {
    for (const stage of stages) await stage.close();
  }
});
