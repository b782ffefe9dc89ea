import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Locale } from '@/lib/i18n/locales';
import { messages, type Messages } from '@/lib/i18n/messages';
import { sessionOf, type Cast } from './cast';

/** The two devices that everything must be good on. */
export const devices = [
  { width: 390, height: 844, touch: true },
  { width: 1280, height: 800, touch: false },
] as const;
export type Device = (typeof devices)[number];
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How long a page may take to come, and each thing that is waited for on it: minutes on a machine that has much else to do. Milliseconds. */
export const patience = 120_000;
/** After so long a wait is told. Milliseconds. */
const telling = 30_000;

/** What a scene has at hand to bring a page to the point where it is to be seen. */
export interface Stage {
  readonly cast: Cast;
  readonly locale: Locale;
  readonly words: Messages;
  /** Opens a page as this person, or as a visitor; it closes with the stage. */
  readonly open: (personId: string | null, address: string) => Promise<Page>;
  /** Shows the page as it stands. `fitted` for a page that fills the window itself: its window is not made as high as the page. */
  readonly shoot: (page: Page, name: string, how?: 'whole' | 'fitted') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where a scene is played, and who looks at what it shows. */
export interface Setting {
  readonly cast: Cast;
  readonly url: string;
  readonly locale: Locale;
  readonly device: Device;
  /** The themes in which every page is shown. */
  readonly themes: readonly Theme[];
  readonly look: (page: Page, name: string, theme: Theme) => Promise<void>;
  /** Told of a page that is long in coming, once. */
  readonly onWait?: (address: string, waited: number) => void;
}

export function makeStage(
  browser: Browser,
  { cast, url, locale, device, themes, look, onWait }: Setting,
): Stage {
  const { width, height, touch } = device;
  const visitors: BrowserContext[] = [];
  return {
    cast,
    locale,
    words: messages[locale],
    open: async (personId, address) => {
      const visitor = await browser.newContext({
        locale: locale === 'ko' ? 'ko-KR' : 'en-US',
        timezoneId: 'Asia/Seoul',
        reducedMotion: 'reduce',
        viewport: { width, height },
        hasTouch: touch,
        isMobile: touch,
      });
      visitor.setDefaultTimeout(patience);
      visitors.push(visitor);
      const cookies: { name: string; value: string; url: string }[] = [
        { name: 'locale', value: locale, url },
      ];
      if (personId !== null) {
        const value = await sessionOf(personId);
        cookies.push({ name: 'next-auth.session-token', value, url });
      }
      await visitor.addCookies(cookies);
      const page = await visitor.newPage();
      const slow = setTimeout(() => onWait?.(address, telling), telling);
      try {
        await page.goto(url + address, { waitUntil: 'networkidle' });
      } finally {
        clearTimeout(slow);
      }
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
        await look(page, name, theme);
      }
      await page.setViewportSize({ width, height });
    },
    close: async () => {
      for (const visitor of visitors) await visitor.close();
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
