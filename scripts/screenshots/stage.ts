import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Locale } from '@/lib/i18n/locales';
import { messages, type Messages } from '@/lib/i18n/messages';
import { sessionOf, type Cast } from './cast';

/** The two devices that everything must be good on. */
export const devices = [
  { width: 390, height: 844, touch: true },
  { width: 1280, height: 800, touch: false },
] as const;
export type Device = (typeof devices)[number];
const themes = ['light', 'dark'] as const;

/** What a scene has at hand to bring a page to the point where it is to be seen. */
export interface Stage {
  readonly cast: Cast;
  readonly locale: Locale;
  readonly words: Messages;
  /** Opens a page as this person, or as a visitor; it closes with the stage. */
  readonly open: (personId: string | null, address: string) => Promise<Page>;
  /**
   * Writes the page as it stands, in both themes. `fitted` for a page that fills the window itself: its window is not
   * made as high as the page.
   */
  readonly shoot: (page: Page, name: string, how?: 'whole' | 'fitted') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param folder where the pictures go: NAME--WIDTH--THEME--LOCALE.png */
export function makeStage(
  browser: Browser,
  {
    cast,
    url,
    folder,
    locale,
    device,
  }: { cast: Cast; url: string; folder: string; locale: Locale; device: Device },
): Stage {
  const { width, height, touch } = device;
  const pages: Page[] = [];
  return {
    cast,
    locale,
    words: messages[locale],
    open: async (personId, address) => {
      const page = await browser.newPage({
        locale: locale === 'ko' ? 'ko-KR' : 'en-US',
        timezoneId: 'Asia/Seoul',
        reducedMotion: 'reduce',
        viewport: { width, height },
        hasTouch: touch,
        isMobile: touch,
      });
      pages.push(page);
      const cookies: { name: string; value: string; url: string }[] = [
        { name: 'locale', value: locale, url },
      ];
      if (personId !== null) {
        const value = await sessionOf(personId);
        cookies.push({ name: 'next-auth.session-token', value, url });
      }
      await page.context().addCookies(cookies);
      await page.goto(url + address, { waitUntil: 'networkidle' });
      return page;
    },
    shoot: async (page, name, how = 'whole') => {
      // What is fixed to the edge of the window belongs below a long page, not across its middle.
      await settle(page);
      const long = await page.evaluate(() => document.documentElement.scrollHeight);
      if (how === 'whole') await page.setViewportSize({ width, height: Math.max(height, long) });
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        await settle(page);
        await page.screenshot({
          path: path.join(folder, `${name}--${width}--${theme}--${locale}.png`),
          fullPage: true,
          animations: 'disabled',
        });
      }
      await page.setViewportSize({ width, height });
    },
    close: async () => {
      for (const page of pages) await page.close();
    },
  };
}

/** Waits until no font is loading, nothing says that it is busy, and the size and theme are drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' && document.querySelector('[aria-busy="true"]') === null,
  );
}
