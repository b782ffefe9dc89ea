import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoAxeViolations, useBrowser } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { words } from './support/practise';

const PASSWORD = 'a ship in a dry dock';
const t = words.en.terminal;
const host = 'learner@docker-vm:~$ ';
/** A command is answered at once; a machine that does other things besides takes longer. */
const soon = { timeout: 15_000 };

const browser = useBrowser();
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ENGINE_URL: 'tcp://engine.example.org:2376' });
});
afterAll(async () => {
  await app.stop();
});

let people = 0;

/** A new member's new sandbox, opened, with these images in its store. */
async function openSandbox(page: Page, ...images: readonly string[]): Promise<void> {
  await page.goto(`${app.url}/sign-up?callbackUrl=%2Fterminal`);
  await page.getByLabel(words.en.account.name, { exact: true }).fill('Typist');
  await page
    .getByLabel(words.en.account.email, { exact: true })
    .fill(`typist-${String(++people)}@example.com`);
  await page.getByLabel(words.en.account.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.en.account.signUp.submit }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
  await page.goto(`${app.url}/terminal`);
  for (const image of images) await page.getByRole('checkbox', { name: image }).check();
  await page.getByRole('button', { name: t.create }).click();
  await page.waitForURL(/\/terminal\/[0-9a-f-]{36}$/);
  await opened(page);
}

async function opened(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: t.input }).waitFor({ state: 'attached' });
  await expect.poll(() => lastRow(page), soon).toContain('$');
}

/** What the terminal shows, as rows of text. */
async function rows(page: Page): Promise<readonly string[]> {
  const found = await page.locator('.xterm-rows > div').allTextContents();
  return found.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
}

async function lastRow(page: Page): Promise<string> {
  return (await rows(page)).findLast((row) => row !== '') ?? '';
}

/** Types a line and waits until the prompt stands there again, or what else the next line is asked for with. */
async function type(page: Page, line: string, prompt: string | RegExp = host): Promise<void> {
  await page.keyboard.type(line);
  await expect.poll(() => lastRow(page), soon).toContain(line.slice(-20));
  await page.keyboard.press('Enter');
  const wanted = typeof prompt === 'string' ? prompt.trimEnd() : prompt;
  await expect
    .poll(async () => {
      const row = await lastRow(page);
      return typeof wanted === 'string' ? row === wanted : wanted.test(row);
    }, soon)
    .toBe(true);
}

const log = (page: Page) => page.getByRole('log', { name: t.log });

describe('the terminal in the page', () => {
  test("the git exercise typed by hand, with a reload in the container's shell", async () => {
    const page = await browser.newPage();
    await openSandbox(page);
    const inside = /^root@[0-9a-f]{12}:\/#$/;
    await type(page, 'docker run -it ubuntu bash', inside);
    const prompt = await lastRow(page);
    await type(page, 'git --version', inside);
    expect(await log(page).textContent()).toContain('bash: git: command not found');

    await page.reload();
    await opened2(page, prompt);
    expect((await rows(page)).join('\n')).toContain('git: command not found');

    await type(page, 'apt-get update', inside);
    await type(page, 'apt-get install -y git', inside);
    await type(page, 'git --version', inside);
    expect(await log(page).textContent()).toMatch(/git version \d/);
    await type(page, 'exit');
    const id = /root@([0-9a-f]{12})/.exec(prompt)?.[1] ?? '';
    await type(page, `docker commit ${id} ubuntu:git`);
    await type(page, 'docker images');
    expect(await log(page).textContent()).toMatch(/ubuntu +git +[0-9a-f]{12} .*194MB/);
    expect(await log(page).textContent()).toMatch(/ubuntu +latest +[0-9a-f]{12} .*77\.8MB/);
  });

  async function opened2(page: Page, prompt: string): Promise<void> {
    await page.getByRole('textbox', { name: t.input }).waitFor({ state: 'attached' });
    await expect.poll(() => lastRow(page), soon).toBe(prompt);
    await page.locator('.xterm').click();
  }

  test('edits, recalls, completes, hides a password and takes several lines at once', async () => {
    const page = await browser.newPage();
    await openSandbox(page, 'nginx');
    await page.keyboard.type('cho 안녕');
    await page.keyboard.press('Home');
    await page.keyboard.type('e');
    await page.keyboard.press('Enter');
    await expect.poll(async () => log(page).textContent(), soon).toContain('echo 안녕안녕');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => lastRow(page), soon).toContain('echo 안녕');
    await page.keyboard.press('Control+u');
    await page.keyboard.type('docker ima');
    await page.keyboard.press('Tab');
    await expect.poll(() => lastRow(page), soon).toContain('docker image');
    await page.keyboard.press('Control+c');
    await type(page, 'docker login 127.0.0.1:5001', 'Username:');
    await type(page, 'learner', 'Password:');
    await page.keyboard.type('not to be seen');
    await page.keyboard.press('Enter');
    await expect.poll(() => lastRow(page), soon).toBe(host.trimEnd());
    expect((await rows(page)).join('\n')).not.toContain('not to be seen');
    expect(await log(page).textContent()).not.toContain('not to be seen');

    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'docker run -d --name web nginx\ndocker ps\n');
      document
        .querySelector('.xterm-helper-textarea')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await expect.poll(async () => log(page).textContent(), soon).toMatch(/Up .*80\/tcp +web/);
    await expect
      .poll(async () => page.getByRole('region', { name: t.stage }).textContent(), soon)
      .toContain('web');
  });

  test('an attached container is left with Ctrl-C; undo and reset; a link shows the run', async () => {
    const page = await browser.newPage();
    await openSandbox(page, 'nginx');
    await page.keyboard.type('docker run --name web nginx');
    await page.keyboard.press('Enter');
    await expect.poll(() => lastRow(page), soon).toContain('start worker process');
    await page.keyboard.press('Control+c');
    await expect.poll(() => lastRow(page), soon).toBe(host.trimEnd());
    await page.getByRole('button', { name: t.undo }).click();
    await expect.poll(async () => (await rows(page)).join('\n'), soon).toContain(t.undone);
    await page.getByRole('button', { name: t.share, exact: true }).click();
    await page.getByRole('button', { name: t.makeLink }).click();
    const link = page.getByRole('dialog').getByRole('link');
    const address = await link.getAttribute('href');
    await page.keyboard.press('Escape');
    const visitor = await browser.newPage();
    await visitor.goto(address ?? '');
    await visitor.getByText('docker run --name web nginx').first().waitFor();
    await expectNoAxeViolations(visitor);

    await page.getByRole('button', { name: t.engineKeys }).click();
    await page.getByRole('button', { name: t.issueKey }).click();
    await page.getByText(/export DOCKER_HOST=tcp:\/\/engine\.example\.org:2376\/\S{20,}/).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t.reset, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.reset, exact: true }).click();
    await expect.poll(async () => (await rows(page)).join('\n'), soon).toContain(t.resetDone);
    await expectNoAxeViolations(page);
  });

  test('a phone has a row of keys, and the text log can be seen', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await openSandbox(page);
    await page.keyboard.type('echo one');
    await page.keyboard.press('Enter');
    await expect.poll(async () => log(page).textContent(), soon).toContain('one');
    await page.getByRole('button', { name: t.keys.up }).tap();
    await expect.poll(() => lastRow(page), soon).toContain('echo one');
    await page.getByRole('button', { name: t.keys.interrupt }).tap();
    await expect.poll(() => lastRow(page), soon).toBe(host.trimEnd());
    await page.getByRole('button', { name: 'Ctrl', exact: true }).tap();
    await page.keyboard.type('l');
    await expect.poll(async () => (await rows(page))[0], soon).toBe(host.trimEnd());
    await page.getByRole('button', { name: t.showLog }).tap();
    expect(await log(page).isVisible()).toBe(true);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await expectNoAxeViolations(page);
  });

  test("nobody else's sandbox answers", async () => {
    const page = await browser.newPage();
    await openSandbox(page);
    const path = new URL(page.url()).pathname.replace('/terminal/', '/api/sandboxes/');
    const other = await browser.newPage();
    await openSandbox(other);
    const status = await other.evaluate(async (address) => {
      const body = JSON.stringify({ line: 'docker ps', commandKey: crypto.randomUUID() });
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(`${address}/commands`, { method: 'POST', headers, body })).status;
    }, path);
    expect(status).toBe(404);
    browser.allowErrors(/404/);
  });
});
