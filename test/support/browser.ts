import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium';

export type TestBrowser = {
  /** A visitor of their own: fresh cookies, fresh storage. Closed after the test. */
  readonly newVisitor: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of a new visitor. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** This test means to see console errors that match, e.g. /404/ for a page that is not there. */
  readonly allowErrors: (pattern: RegExp) => void;
};

/**
 * One Chromium for the tests of a file. A console error or an uncaught error in any page fails the
 * test in which it happens.
 */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let visitors: BrowserContext[] = [];
  let errors: string[] = [];
  let allowed: RegExp[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const visitor of visitors) await visitor.close();
    const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
    visitors = [];
    errors = [];
    allowed = [];
    expect(unexpected, 'errors in the browser').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const newVisitor = async (options?: BrowserContextOptions) => {
    if (browser === undefined) throw new Error('Pages are opened inside a test.');
    const visitor = await browser.newContext({ locale: 'en-US', ...options });
    visitors.push(visitor);
    visitor.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    visitor.on('weberror', (error) => errors.push(String(error.error())));
    return visitor;
  };
  return {
    newVisitor,
    newPage: async (options) => (await newVisitor(options)).newPage(),
    allowErrors: (pattern) => allowed.push(pattern),
  };
}

/**
 * Fails with the broken rules and elements when axe finds the page hard to use for anybody. Waits for what is fading in:
 * half there, a text has half its contrast.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect, timeline }) => {
      // What follows the scrolling of a box does not pass with time.
      const lasting =
        timeline !== document.timeline || effect?.getComputedTiming().endTime === Infinity;
      return lasting || playState !== 'running';
    }),
  );
  // Our pages have no frames, whose findings would have to be put together in a window of their own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
