import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';

describe('safeReturnPath', () => {
  test.each([
    '/',
    '/practice',
    '/cohorts/7?tab=report#top',
    '/learn/lifecycle.paused',
    '/search?q=%2F%2Fevil.example',
  ])('keeps the path %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  test.each([
    undefined,
    null,
    ['/practice', '/x'],
    '',
    'practice',
    'https://evil.example',
    'https:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/api/auth/signout',
    '/settings/../api/auth/signout',
    `/${'x'.repeat(3000)}`,
  ])('leads nowhere else: %s', (asked) => {
    expect(safeReturnPath(asked, '/home')).toBe('/home');
  });

  test('whatever is asked, a browser stays on the site', () => {
    const site = 'https://drydock.example';
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      'a',
      '@',
      ':',
      'evil.example',
      '\t',
      '\n',
      '?',
      '#',
      '%2f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = safeReturnPath(`/${pieces.join('')}`);
        expect(new URL(path, site).origin).toBe(site);
        expect(path.startsWith('//')).toBe(false);
      }),
    );
  });
});
