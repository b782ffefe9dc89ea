import { describe, expect, test } from 'vitest';
import { makeJoinCode, readJoinCode } from '@/lib/server/cohorts/join-code';

describe('join codes', () => {
  test('a fresh code is one that the reader and the database admit', () => {
    for (let round = 0; round < 200; round++) {
      const code = makeJoinCode();
      expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
      expect(readJoinCode(code)).toBe(code);
    }
  });

  test.each([
    ['ABCD2345', 'ABCD2345'],
    [' abcd 2345 ', 'ABCD2345'],
    ['abcd-2345', 'ABCD2345'],
    ['https://drydock.example/join/ABCD2345', 'ABCD2345'],
    ['', null],
    ['ABCD234', null],
    ['ABCD23456', null],
    ['ABCDO345', null],
    ['ABCD1345', null],
    ['가나다라마바사아', null],
  ])('%j is read as %j', (typed, code) => {
    expect(readJoinCode(typed)).toBe(code);
  });
});
