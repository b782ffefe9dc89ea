import { describe, expect, it } from 'vitest';
import { compareVersions, versionRefusal } from '@/lib/engine';
import { readRequestPath } from '@/lib/server/door/request-path';

describe('the path of a request', () => {
  it.each([
    ['/v1.50/containers/json?all=1', '1.50', '/containers/json', { all: '1' }],
    ['/containers/json', null, '/containers/json', {}],
    ['/v1.24/_ping', '1.24', '/_ping', {}],
    ['/images/docker.io/me/img/push?tag=v1', null, '/images/docker.io/me/img/push', { tag: 'v1' }],
    ['/v1.50/images/get?names=a&names=b%3A1', '1.50', '/images/get', { names: 'a\nb:1' }],
    ['/v1.50', null, '/v1.50', {}],
    ['/volumes/../containers/json', null, '/volumes/../containers/json', {}],
  ])('%s is taken apart', (target, version, path, query) => {
    expect(readRequestPath(target, false)).toEqual({ key: '', version, path, query });
  });

  it('begins with the key where sandboxes have keys', () => {
    const read = readRequestPath('/abc-DEF_1/v1.50/info', true);
    expect(read).toMatchObject({ key: 'abc-DEF_1', version: '1.50', path: '/info' });
    expect(readRequestPath('/v1.50/info', true)).toMatchObject({ key: 'v1.50', path: '/info' });
  });

  it.each(['relative', '/%E0%A4%A', `/${'x'.repeat(20_000)}`])('refuses %.20s', (target) => {
    expect(readRequestPath(target, false)).toBeNull();
  });

  it('keeps names of Object.prototype in a query as the words they are', () => {
    const query = readRequestPath('/x?__proto__=1&constructor=2', false)?.query ?? {};
    expect(Object.entries(query)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('the version of the API', () => {
  it.each([
    ['1.24', null],
    ['1.50', null],
    [null, null],
    [
      '1.23',
      'client version 1.23 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version',
    ],
    ['1.51', 'client version 1.51 is too new. Maximum supported API version is 1.50'],
    ['2.0', 'client version 2.0 is too new. Maximum supported API version is 1.50'],
  ])('%s is taken or refused in the words of the engine', (version, words) => {
    expect(versionRefusal(version)).toBe(words);
  });

  it('is compared part by part and not as a number', () => {
    expect(compareVersions('1.9', '1.24')).toBeLessThan(0);
    expect(compareVersions('1.50', '1.50.0')).toBe(0);
  });
});
