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
/** Taken in turns, so that half of the scenes is seen in each: languages, themes and widths. */
const settings = [
  { locale: 'ko', device: phone, themes: ['dark'] },
  { locale: 'en', device: desktop, themes: ['light'] },
  { locale: 'ko', device: desktop, themes: ['dark'] },
  { locale: 'en', device: phone, themes: ['light'] },
] as const satisfies readonly Partial<Setting>[];
const walks = scenes.map((scene, index) => ({
  ...scene,
  setting: settings[index % settings.length] ?? settings[0],
}));

let app: TestApp;
let browser: Browser;
let cast: Cast;

beforeAll(async () => {
  app = await startApp(mailIsOn);
  // The scenes put people and questions into the database that the app shows.
  process.env['DATABASE_URL'] = app.databaseUrl;
  process.env['NEXTAUTH_SECRET'] = TEST_SECRET;
  const { makeCast } = await import('../../scripts/screenshots/cast');
  // Every part of a page is there with few learners, too.
  cast = await makeCast(Date.now(), { learners: 6, days: 15 });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  const { disconnect } = await import('@/lib/server/db');
  await disconnect();
  await app.stop();
});

// Two at a time: a page spends half of its time waiting.
test.concurrent.each(walks)(
  'axe finds nothing in $name ($setting.locale, $setting.themes.0, $setting.device.width wide)',
  async ({ play, setting }) => {
    const look = expectNoAxeViolations;
    const stage = makeStage(browser, { ...setting, cast, url: app.url, look });
    try {
      await play(stage);
    } finally {
      await stage.close();
    }
  },
);
