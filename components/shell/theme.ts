/** How the screen is lit. `system` follows the device and is the default. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The cookie that holds the choice. The server writes it on <html>, so no script runs before the first paint. */
export const themeCookie = 'theme';

/** Reads a theme word from outside; anything unknown is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
