import { describe, expect, it } from 'vitest';
import { findRoute, routeTable, type Route } from '@/lib/engine/api/route';

const route = (method: Route['method'], path: string): Route => ({
  method,
  path,
  answer: () => ({ status: 200, body: { kind: 'empty' } }),
});

const table = routeTable([
  route('GET', '/containers/json'),
  route('GET', '/containers/{name}/json'),
  route('DELETE', '/containers/{name}'),
  route('GET', '/images/{name...}/json'),
  route('DELETE', '/images/{name...}'),
]);

describe('a path', () => {
  it.each([
    ['GET', '/containers/json', '/containers/json', ''],
    ['GET', '/containers/web/json', '/containers/{name}/json', 'web'],
    ['GET', '/containers/a%2Fb/json', '/containers/{name}/json', 'a/b'],
    ['GET', '/containers/a/b/json', null, ''],
    ['GET', '/containers//json', null, ''],
    ['GET', '/containers/web', null, ''],
    ['GET', '/containers/web/top', null, ''],
    ['DELETE', '/containers/web', '/containers/{name}', 'web'],
    ['DELETE', '/containers/web/json', null, ''],
    ['GET', '/images/docker.io/me/app:1/json', '/images/{name...}/json', 'docker.io/me/app:1'],
    ['DELETE', '/images/docker.io/me/json', '/images/{name...}', 'docker.io/me/json'],
    ['POST', '/containers/json', null, ''],
    ['GET', '/', null, ''],
    ['GET', '', null, ''],
  ] as const)('%s %s leads to %s', (method, path, expected, name) => {
    const found = findRoute(table, method, path);
    expect(found?.route.path ?? null).toBe(expected);
    expect(found?.name ?? '').toBe(name);
  });

  it('with an open part that the table has no place for is refused when the table is made', () => {
    expect(() => routeTable([route('GET', '/a/b/{name}/json')])).toThrow('no place for the route');
  });
});
