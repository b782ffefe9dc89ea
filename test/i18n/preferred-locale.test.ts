import { describe, expect, it } from 'vitest';
import { parseLocale } from '@/lib/i18n/locales';
import { preferredLocale } from '@/lib/i18n/preferred-locale';

describe('preferredLocale', () => {
  it.each([
    ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
    ['en-US,en;q=0.9,ko;q=0.8', 'en'],
    ['en;q=0.5, ko;q=0.9', 'ko'],
    ['ja,ko;q=0.1', 'ko'],
    ['ja,fr', 'en'],
    ['ko;q=0, fr', 'en'],
    ['KO', 'ko'],
    ['en,ko', 'en'],
    ['ko;q=nonsense', 'ko'],
    ['*', 'en'],
    ['', 'en'],
  ])('reads %j as %s', (header, expected) => {
    expect(preferredLocale(header)).toBe(expected);
  });

  it('is English without a header', () => {
    expect(preferredLocale(null)).toBe('en');
  });
});

describe('parseLocale', () => {
  it('takes only our own languages', () => {
    expect([parseLocale('ko'), parseLocale('fr'), parseLocale(undefined)]).toEqual([
      'ko',
      null,
      null,
    ]);
  });
});
