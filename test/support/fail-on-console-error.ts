import { afterEach, beforeEach, expect, vi } from 'vitest';

/** console.error in a test fails it: React's and Node's warnings are defects, not noise. */
let errors: string[] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    errors.push(words.map(String).join(' '));
  });
});

afterEach(() => {
  expect(errors, 'console.error was called').toEqual([]);
});
