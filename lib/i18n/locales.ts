/** The languages of the product. The same two as lib/quiz/types.ts, which this room may not import. */
export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The cookie that holds the chosen language. */
export const localeCookie = 'locale';

/** Reads a language word from outside: the locale, or null when it is none of ours. */
export function parseLocale(value: string | undefined): Locale | null {
  return locales.find((locale) => locale === value) ?? null;
}
