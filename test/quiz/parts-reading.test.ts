import { describe, expect, test } from 'vitest';
import { acceptedSpellings, misreadings, normalisePart, readParts } from '@/lib/quiz/parts-reading';

describe('what Docker uses for each part of a name', () => {
  test.each([
    ['nginx', 'docker.io', 'library', 'nginx', 'latest'],
    ['nginx:1.27', 'docker.io', 'library', 'nginx', '1.27'],
    ['hashicorp/http-echo', 'docker.io', 'hashicorp', 'http-echo', 'latest'],
    ['docker.io/me/web:2', 'docker.io', 'me', 'web', '2'],
    ['index.docker.io/me/web', 'docker.io', 'me', 'web', 'latest'],
    ['docker.io/nginx', 'docker.io', 'library', 'nginx', 'latest'],
    ['quay.io/team/app:2', 'quay.io', 'team', 'app', '2'],
    ['localhost:5000/app', 'localhost:5000', '', 'app', 'latest'],
    ['registry.example.com/a/b/c:x', 'registry.example.com', 'a/b', 'c', 'x'],
    ['Me/web', 'Me', '', 'web', 'latest'],
    [`nginx@sha256:${'a'.repeat(64)}`, 'docker.io', 'library', 'nginx', ''],
  ])('%s', (name, registry, namespace, part, tag) => {
    expect(readParts(name)).toEqual({ ok: true, value: { registry, namespace, name: part, tag } });
  });

  test("a name that Docker refuses is refused in Docker's words", () => {
    expect(readParts('NGINX')).toEqual({
      ok: false,
      error: 'invalid reference format: repository name (library/NGINX) must be lowercase',
    });
  });
});

describe('misreadings', () => {
  const misread = (id: string, name: string): unknown => {
    const parts = readParts(name);
    return parts.ok ? misreadings[id]?.(name, parts.value) : null;
  };
  test.each([
    [
      'namespace-is-registry',
      'hashicorp/http-echo',
      { registry: 'hashicorp', namespace: '', name: 'http-echo', tag: 'latest' },
    ],
    [
      'namespace-is-registry',
      'quay.io/team/app',
      { registry: 'quay.io', namespace: 'team', name: 'app', tag: 'latest' },
    ],
    [
      'namespace-is-registry',
      'nginx',
      { registry: 'docker.io', namespace: 'library', name: 'nginx', tag: 'latest' },
    ],
    ['no-slash-means-local', 'nginx:1', { registry: '', namespace: '', name: 'nginx', tag: '1' }],
    [
      'no-slash-means-local',
      'me/web',
      { registry: 'docker.io', namespace: 'me', name: 'web', tag: 'latest' },
    ],
    [
      'tag-optional-means-none',
      'nginx',
      { registry: 'docker.io', namespace: 'library', name: 'nginx', tag: '' },
    ],
    [
      'tag-optional-means-none',
      'localhost:5000/app',
      { registry: 'localhost:5000', namespace: '', name: 'app', tag: '' },
    ],
    [
      'tag-optional-means-none',
      'nginx:latest',
      { registry: 'docker.io', namespace: 'library', name: 'nginx', tag: 'latest' },
    ],
  ])('%s of %s', (id, name, expected) => {
    expect(misread(id, name)).toEqual(expected);
  });
});

test.each([
  ['registry', ' Docker.IO/ ', 'docker.io'],
  ['namespace', 'library/', 'library'],
  ['namespace', '없음', ''],
  ['namespace', 'None', ''],
  ['namespace', '-', ''],
  ['tag', ':latest', 'latest'],
  ['tag', 'V2', 'V2'],
  ['name', 'Nginx', 'nginx'],
] as const)('%s %j is compared as %j', (part, text, expected) => {
  expect(normalisePart(part, text)).toBe(expected);
});

test('Docker Hub may be written as Docker itself accepts it', () => {
  expect(acceptedSpellings('registry', 'docker.io')).toContain('index.docker.io');
  expect(acceptedSpellings('registry', 'quay.io')).toEqual(['quay.io']);
});
