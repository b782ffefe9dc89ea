import type { Locale } from './locales';

interface LanguageRange {
  readonly language: string;
  readonly quality: number;
}

/** Reads an `Accept-Language` header (RFC 9110, 12.5.4): ranges in order, a malformed weight counts as 1. */
function parseRanges(header: string): LanguageRange[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((p) => /^\s*q=([0-9.]+)\s*$/i.exec(p)?.[1]).find(Boolean);
      const quality = weight === undefined ? 1 : Number(weight);
      const language = (tag.split('-')[0] ?? '').trim().toLowerCase();
      return { language, quality: Number.isFinite(quality) ? quality : 1 };
    })
    .filter((range) => range.language !== '' && range.quality > 0);
}

/**
 * The language of a first visit: Korean when the header prefers Korean to English, else English. The first named
 * wins among equal weights.
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
  let best: { locale: Locale; quality: number } = { locale: 'en', quality: 0 };
  for (const { language, quality } of parseRanges(acceptLanguage ?? '')) {
    if ((language === 'ko' || language === 'en') && quality > best.quality) {
      best = { locale: language, quality };
    }
  }
  return best.locale;
}
