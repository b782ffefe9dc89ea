import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Locale, locales } from '@/lib/i18n/locales';
import { launchChromium } from './browser/chromium';
import type { Device, Setting } from './screenshots/stage';
import { type Closer, startScratchApp } from './screenshots/scratch-app';
import { askedToStop } from './start/stop-signal';
import { Problem, runCommand } from './support/problem.mjs';
import { step } from './support/say.mjs';

const USAGE = `npm run screenshots                   pictures of every page, into screenshots/
npm run screenshots -- --only NAME    only of scenes whose name begins with NAME; may be repeated`;

/** The beginnings of names that --only says; one that every name has when it says none. @throws Problem with the usage */
function readOnly(argv: readonly string[]): readonly string[] {
  const only: string[] = [];
  for (let at = 0; at < argv.length; at += 2) {
    const name = argv[at + 1];
    if (argv[at] !== '--only' || name === undefined)
      throw new Problem(`"${argv.join(' ')}" is not understood.`, USAGE.replaceAll('\n', '\n  '));
    only.push(name);
  }
  return only.length === 0 ? [''] : only;
}

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;

/** Whether a wait of the browser's has ended without what was waited for. */
const isTimeout = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && thrown.name === 'TimeoutError';

/** What to say of a scene in which something did not come in time: what it was, and that what was taken before is there. */
function tooSlow(where: string, name: string, { message }: Error): Problem {
  const [awaited = ''] = message.split('\n');
  return new Problem(
    `The scene ${where}, did not get what it waits for.\n  ${awaited}`,
    `When the machine is busy, wait and take it again: npm run screenshots -- --only ${name}\n  Pictures taken before are in screenshots/.`,
  );
}

/** Brings up a scratch app, fills it, plays the scenes in both languages. Returns how many scenes were played. */
async function takeAll(root: string, only: readonly string[], closers: Closer[]): Promise<number> {
  const url = await startScratchApp(root, closers);
  // Late: they read the settings when imported, and those name the scratch database.
  const [
    { disconnect },
    { fullPages, makeCast },
    { devices, makeStage, patience, themes },
    { scenes },
  ] = await Promise.all([
    import('@/lib/server/db'),
    import('./screenshots/cast'),
    import('./screenshots/stage'),
    import('./screenshots/scenes'),
  ]);
  closers.push(disconnect);
  const wanted = scenes.filter(({ name }) => only.some((start) => name.startsWith(start)));
  if (wanted.length === 0)
    throw new Problem(
      `No scene begins with ${only.join(' or ')}.`,
      `There are: ${scenes.map(({ name }) => name).join(', ')}`,
    );
  const cast = await step('Making people to look at', () => makeCast(Date.now(), fullPages));
  const folder = path.join(root, 'screenshots');
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium();
  closers.push(() => browser.close());
  for (const { name, play } of wanted) {
    await step(name, async () => {
      const playOn = async (device: Device, locale: Locale) => {
        const look: Setting['look'] = async (page, shown, theme) => {
          const file = `${shown}--${device.width}--${theme}--${locale}.png`;
          await page.screenshot({ path: path.join(folder, file), fullPage: true });
        };
        const where = `${name}, ${device.width} pixels, ${locale}`;
        const onWait: Setting['onWait'] = (address, waited) =>
          console.log(
            `    ${where}: ${address} has not come after ${seconds(waited)}; waiting up to ${seconds(patience)}`,
          );
        const stage = makeStage(browser, { cast, url, locale, device, themes, look, onWait });
        await play(stage).catch((thrown: unknown) => {
          throw isTimeout(thrown) ? tooSlow(where, name, thrown) : thrown;
        });
        await stage.close();
      };
      for (const device of devices)
        await Promise.all(locales.map((locale) => playOn(device, locale)));
    });
  }
  return wanted.length;
}

/** `npm run screenshots`: every page at 390 and 1280 pixels, light and dark, in Korean and English. */
await runCommand(async () => {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const only = readOnly(argv);
  const closers: Closer[] = [];
  const taking = takeAll(
    fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, ''),
    only,
    closers,
  );
  try {
    const stopped = askedToStop().then(() => null);
    const count = await Promise.race([taking, stopped]);
    if (count === null) return 1;
    console.log(`${count} scenes are in screenshots/, as NAME--WIDTH--THEME--LANGUAGE.png.`);
    return 0;
  } finally {
    // What is under way when we are asked to stop fails because it is stopped; that is no news.
    taking.catch(() => undefined);
    for (const close of closers.reverse()) await close();
  }
});
