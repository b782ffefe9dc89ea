import { expect, it } from 'vitest';
import { asNewest } from '@/lib/server/door/older-versions';

const listOf = (version: string | null, query: Readonly<Record<string, string>>) =>
  asNewest({ key: '', version, path: '/images/json', query }).query['filters'];

it('a name that an older client asks images by is one of the filters', () => {
  expect(listOf('1.24', { filter: 'nginx' })).toBe('{"reference":["nginx"]}');
  expect(listOf('1.40', { filter: 'a"b', filters: '{"dangling":["true"]}' })).toBe(
    '{"reference":["a\\"b"],"dangling":["true"]}',
  );
});

it('it is nothing in newer versions, nor where none is named', () => {
  expect(listOf('1.41', { filter: 'nginx' })).toBeUndefined();
  expect(listOf(null, { filter: 'nginx' })).toBeUndefined();
  expect(listOf('1.24', { filters: '{}' })).toBe('{}');
});
