import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { sealSession } from '@/lib/server/accounts/session-token';
import { db } from '@/lib/server/db';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { figure, type Figure } from '../engine/figure';

const ROUNDS = 40;
const WARM_ROUNDS = 5;

/** A line, and what the row of its output begins with that tells that it has come. */
const lines = {
  'docker ps': { line: 'docker ps', row: 'CONTAINER ID' },
  'docker exec, which writes': { line: 'docker exec c1 touch /tmp/x; echo done', row: 'done' },
} as const;

/** Answered by the web server without a database. */
const TRIVIAL = '/api/auth/csrf';

export async function* measureTerminal(browser: Browser, url: string): AsyncGenerator<Figure> {
  const page = await openTerminal(browser, url);
  const floors: number[] = [];
  const rounds = Object.entries(lines).map(([name, typed]) => ({
    name,
    ...typed,
    took: [] as number[],
  }));
  for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
    const floor = await fetched(page);
    if (round >= 0) floors.push(floor);
    for (const { line, row, took } of rounds) {
      const answer = await answered(page, line, row);
      if (round >= 0) took.push(answer);
    }
  }
  for (const { name, took } of rounds) {
    const what = `terminal: ${name}, Enter to output`;
    yield figure(`${what}, median`, median(took), 'ms', median(floors));
    yield figure(`${what}, quickest`, Math.min(...took), 'ms', Math.min(...floors));
  }
}

/** The page of a learner's sandbox with ten containers, with the focus in its terminal. */
async function openTerminal(browser: Browser, url: string): Promise<Page> {
  await db.contentVersion.create({
    data: { hash: '0'.repeat(64), engineVersion: 'bench', templates: 0, concepts: 0, readings: {} },
  });
  const { id: learnerId, sessionVersion } = await db.person.create({
    data: { kind: 'guest' },
    select: { id: true, sessionVersion: true },
  });
  const sandboxId = await createSandbox(learnerId, { images: ['nginx'] });
  for (let index = 0; index < 10; index++) {
    const line = `docker run -d --name c${index} nginx`;
    await runCommand({ sandboxId, learnerId, commandKey: randomUUID(), line });
  }
  const secret = process.env['NEXTAUTH_SECRET'] ?? '';
  const value = await sealSession({ personId: learnerId, sessionVersion }, secret);
  const visitor = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1900, height: 1000 },
  });
  await visitor.addCookies([{ name: 'next-auth.session-token', value, url }]);
  const page = await visitor.newPage();
  await page.goto(`${url}/terminal/${sandboxId}`);
  await page.locator('.xterm-rows').waitFor();
  await page.locator('.xterm-helper-textarea').focus();
  return page;
}

/** Milliseconds of a bare request. */
function fetched(page: Page): Promise<number> {
  return page.evaluate(async (address) => {
    const start = performance.now();
    await (await fetch(address)).text();
    return performance.now() - start;
  }, TRIVIAL);
}

/** Types a line on an empty screen. Milliseconds from Enter until a row of the screen begins with `row`, by the page's own clock. */
async function answered(page: Page, line: string, row: string): Promise<number> {
  await page.keyboard.press('Control+l');
  await page.keyboard.type(line);
  await page.waitForFunction((typed) => {
    const [first] = document.querySelectorAll('.xterm-rows > div');
    return first?.textContent.replaceAll('\u00a0', ' ').trimEnd().endsWith(typed);
  }, line);
  await page.evaluate((wanted) => {
    const screen = document.querySelector('.xterm-rows');
    let start = 0;
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Enter') start = performance.now();
    };
    document.addEventListener('keydown', key, { capture: true });
    const answer = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const rows = [...(screen?.children ?? [])];
        const came = rows.some((each) =>
          each.textContent.replaceAll('\u00a0', ' ').startsWith(wanted),
        );
        if (!came) return;
        observer.disconnect();
        document.removeEventListener('keydown', key, { capture: true });
        resolve(performance.now() - start);
      });
      if (screen) observer.observe(screen, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { answer });
  }, row);
  await page.keyboard.press('Enter');
  const took = await page.evaluate(() => (window as unknown as { answer: Promise<number> }).answer);
  // The stage beside it is drawn anew with every line; the next one is typed when all is quiet.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(60);
  return took;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
