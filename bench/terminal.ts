import { closeSync, openSync } from 'node:fs';
import { launchChromium } from '../scripts/browser/chromium';
import { freePort } from '../scripts/db/free-port';
import { buildApp } from '../scripts/prepare/build-app';
import { generateClient } from '../scripts/prepare/generate-client';
import { startWebServer } from '../scripts/start/web-server';
import type { Figure } from './engine/figure';
import { onScratchDatabase } from './scratch-database';

/**
 * How soon the terminal in the page answers, from the key Enter to the output on its screen: the production build, in Chromium, on a database of its own.
 * Each figure stands beside a bare request from the same page that the web server answers without a database.
 */
export async function* measure(): AsyncGenerator<Figure> {
  const root = process.cwd();
  await generateClient(root);
  await buildApp(root);
  yield* onScratchDatabase(async function* (environment) {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const silence = openSync('/dev/null', 'w');
    const web = await startWebServer(
      root,
      { NODE_ENV: 'production', PORT: String(port), HOST: '', NEXTAUTH_URL: url, ...environment },
      silence,
    );
    closeSync(silence);
    const browser = await launchChromium();
    try {
      const { measureTerminal } = await import('./terminal/figures');
      yield* measureTerminal(browser, url);
    } finally {
      await browser.close();
      await web.stop();
    }
  });
}
