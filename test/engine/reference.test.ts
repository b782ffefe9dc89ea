import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  familiarName,
  familiarString,
  format,
  fullName,
  parse,
  parseAnyReference,
  parseDigest,
  parseDockerReference,
  parseNamed,
  parseNormalizedNamed,
  REFERENCE_ERRORS,
  tagNameOnly,
  trimNamed,
  withDigest,
  withTag,
  type Reference,
} from '@/lib/engine/reference';
import vectors from './reference-vectors.json';

/** The errors of the published vectors, by the name that Go gives them. */
const ERRORS: Readonly<Record<string, string>> = {
  ErrNameEmpty: REFERENCE_ERRORS.empty,
  ErrReferenceInvalidFormat: REFERENCE_ERRORS.invalidFormat,
  ErrNameContainsUppercase: REFERENCE_ERRORS.uppercase,
  ErrNameTooLong: REFERENCE_ERRORS.tooLong,
  'digest.ErrDigestInvalidLength': REFERENCE_ERRORS.digestLength,
  'digest.ErrDigestUnsupported': REFERENCE_ERRORS.digestUnsupported,
};
const HEX = 'a'.repeat(64);
const DIGEST = `sha256:${HEX}`;

interface ParseRow {
  input: string;
  err?: string;
  repository?: string;
  domain?: string;
  tag?: string;
  digest?: string;
}

function normalized(text: string): Reference {
  const result = parseNormalizedNamed(text);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  return result.value;
}

function refusal(result: { ok: boolean; error?: string }): string | undefined {
  return result.ok ? undefined : result.error;
}

describe('the published vectors of distribution/reference', () => {
  test.each(vectors.TestReferenceParse as ParseRow[])('parse $input', (row) => {
    const result = parse(row.input);
    if (row.err !== undefined) {
      expect(refusal(result)).toBe(ERRORS[row.err]);
      return;
    }
    if (!result.ok) throw new Error(result.error);
    expect(fullName(result.value)).toBe(row.repository);
    expect(result.value.domain).toBe(row.domain ?? '');
    expect(result.value.tag).toBe(row.tag ?? null);
    expect(result.value.digest).toBe(row.digest ?? null);
    expect(format(result.value)).toBe(row.input);
  });

  test.each([
    ...vectors.TestValidateReferenceName.validRepoNames,
    ...vectors.TestValidateRemoteName.validRepositoryNames,
  ])('%s is a name', (name) => {
    expect(parseNormalizedNamed(name).ok).toBe(true);
  });

  test.each([
    ...vectors.TestValidateReferenceName.invalidRepoNames,
    ...vectors.TestValidateRemoteName.invalidRepositoryNames,
  ])('%s is no name', (name) => {
    expect(parseNormalizedNamed(name).ok).toBe(false);
  });

  test.each(vectors.TestParseRepositoryInfo)('$FullName is known by all its names', (row) => {
    const names = [row.FamiliarName, row.FullName, row.AmbiguousName].filter((name) => name !== '');
    for (const name of names) {
      const reference = normalized(name);
      expect(familiarName(reference)).toBe(row.FamiliarName);
      expect(fullName(reference)).toBe(row.FullName);
      expect(reference.domain).toBe(row.Domain);
      expect(reference.path).toBe(row.RemoteName);
    }
  });
});

describe('names as Docker reads them', () => {
  test.each([
    ['nginx', 'docker.io/library/nginx'],
    ['me/app:1', 'docker.io/me/app:1'],
    ['localhost/app', 'localhost/app'],
    ['127.0.0.1:5000/me/app:1', '127.0.0.1:5000/me/app:1'],
    ['Me/c:2', 'Me/c:2'],
    ['index.docker.io/nginx', 'docker.io/library/nginx'],
    ['docker.io/nginx', 'docker.io/library/nginx'],
    ['foo.bar', 'docker.io/library/foo.bar'],
    ['[fc00::1]:5000/app', '[fc00::1]:5000/app'],
    [`nginx:1@${DIGEST}`, `docker.io/library/nginx:1@${DIGEST}`],
  ])('%s is %s', (typed, full) => {
    expect(format(normalized(typed))).toBe(full);
  });

  test.each([
    ['NGINX', 'invalid reference format: repository name (library/NGINX) must be lowercase'],
    ['BAD:x', 'invalid reference format: repository name (library/BAD) must be lowercase'],
    ['me/App:1', 'invalid reference format: repository name (me/App) must be lowercase'],
    ['', 'invalid reference format'],
    ['a b', 'invalid reference format'],
    ['nginx:', 'invalid reference format'],
    ['nginx:-x', 'invalid reference format'],
    [`nginx:${'x'.repeat(129)}`, 'invalid reference format'],
    ['-nginx', 'invalid reference format'],
    ['a..b', 'invalid reference format'],
    ['a___b', 'invalid reference format'],
    ['host:port/app', 'invalid reference format'],
    ['nginx@sha256:abc', 'invalid reference format'],
    ['nginx@sha256:' + 'f'.repeat(32), 'invalid checksum digest length'],
    ['nginx@sha256:' + 'F'.repeat(64), 'invalid checksum digest format'],
    ['nginx@md5:' + 'f'.repeat(32), 'unsupported digest algorithm'],
    [HEX, `invalid repository name (${HEX}), cannot specify 64-byte hexadecimal strings`],
    ['x/' + 'a'.repeat(256), 'repository name must not be more than 255 characters'],
  ])('%s is refused: %s', (typed, error) => {
    expect(refusal(parseNormalizedNamed(typed))).toBe(error);
  });

  test('the 255 characters do not count the domain', () => {
    const path = `${'a'.repeat(127)}/${'b'.repeat(127)}`;
    expect(path).toHaveLength(255);
    expect(parseNormalizedNamed(`registry.example.com/${path}`).ok).toBe(true);
    expect(refusal(parseNormalizedNamed(`registry.example.com/${path}c`))).toBe(
      REFERENCE_ERRORS.tooLong,
    );
  });
});

describe('parts and forms', () => {
  test('an identifier, a digest and a name are told apart', () => {
    expect(parseAnyReference(HEX)).toEqual({ ok: true, value: { kind: 'digest', digest: DIGEST } });
    expect(parseAnyReference(DIGEST)).toEqual({
      ok: true,
      value: { kind: 'digest', digest: DIGEST },
    });
    expect(parseAnyReference('nginx')).toEqual({
      ok: true,
      value: { kind: 'named', reference: normalized('nginx') },
    });
    expect(parseAnyReference('No!').ok).toBe(false);
  });

  test('latest is added only where there is neither tag nor digest', () => {
    expect(familiarString(tagNameOnly(normalized('nginx')))).toBe('nginx:latest');
    expect(familiarString(tagNameOnly(normalized('nginx:1')))).toBe('nginx:1');
    expect(familiarString(tagNameOnly(normalized(`nginx@${DIGEST}`)))).toBe(`nginx@${DIGEST}`);
  });

  test('a digest wins over a tag when the engine looks an image up', () => {
    const both = parseDockerReference(`nginx:1@${DIGEST}`);
    const plain = parseDockerReference('nginx');
    expect(both.ok && familiarString(both.value)).toBe(`nginx@${DIGEST}`);
    expect(plain.ok && familiarString(plain.value)).toBe('nginx:latest');
    expect(parseDockerReference('A').ok).toBe(false);
  });

  test('only the full form is canonical', () => {
    expect(parseNamed('docker.io/library/nginx:1').ok).toBe(true);
    expect(refusal(parseNamed('nginx'))).toBe(REFERENCE_ERRORS.notCanonical);
    expect(refusal(parseNamed('X'))).toMatch('must be lowercase');
  });

  test('tags and digests are checked when put on a name', () => {
    const name = trimNamed(normalized('me/app:1'));
    const tagged = withTag(name, 'v2');
    expect(tagged.ok && format(tagged.value)).toBe('docker.io/me/app:v2');
    expect(refusal(withTag(name, 'a b'))).toBe(REFERENCE_ERRORS.invalidTag);
    const digested = withDigest(name, DIGEST);
    expect(digested.ok && format(digested.value)).toBe(`docker.io/me/app@${DIGEST}`);
    expect(refusal(withDigest(name, 'x'))).toBe(REFERENCE_ERRORS.invalidDigest);
  });

  test.each([
    ['library/a/b', 'library/a/b'],
    ['library/a', 'a'],
    ['quay.io/library/a', 'quay.io/library/a'],
  ])('%s is shown as %s', (typed, shown) => {
    expect(familiarName(normalized(typed))).toBe(shown);
  });

  test.each([
    ['sha256', REFERENCE_ERRORS.digestFormat],
    [':abc', REFERENCE_ERRORS.digestFormat],
    ['sha256:', REFERENCE_ERRORS.digestFormat],
    ['SHA256:abc', REFERENCE_ERRORS.digestFormat],
    ['sha1:abc', REFERENCE_ERRORS.digestUnsupported],
    [`sha384:${HEX}`, REFERENCE_ERRORS.digestLength],
    [`sha512:${HEX}${HEX}`, undefined],
  ])('the digest %s', (text, error) => {
    expect(refusal(parseDigest(text))).toBe(error);
  });
});

describe('any input', () => {
  const component = fc.stringMatching(/^[a-z0-9]{1,6}((\.|_|__|-{1,3})[a-z0-9]{1,6}){0,2}$/);
  const reference = fc.record({
    domain: fc.constantFrom('docker.io', 'localhost', 'Reg.io:5000', '[fc00::1]:80', 'A'),
    path: fc.array(component, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/')),
    tag: fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/)),
    digest: fc.option(fc.stringMatching(/^sha256:[0-9a-f]{64}$/)),
  });

  test('what is formatted parses back to itself, also in its familiar form', () => {
    fc.assert(
      fc.property(reference, (value) => {
        expect(parse(format(value))).toEqual({ ok: true, value });
        // Docker's own ambiguity: without its domain, docker.io/a.b/c reads as registry a.b.
        const first = value.path.split('/')[0] ?? '';
        fc.pre(value.domain !== 'docker.io' || !(first.includes('.') || first === 'localhost'));
        expect(parseNormalizedNamed(familiarString(value))).toEqual({ ok: true, value });
      }),
    );
  });

  test('parsing never throws, and what it accepts formats to the input', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('/', ':', '@', '.', '_', '-', '[', ']', 'a', 'A', '0', DIGEST),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const result = parse(text);
        parseNormalizedNamed(text);
        parseAnyReference(text);
        if (result.ok) expect(format(result.value)).toBe(text);
      }),
    );
  });

  test.each([
    ['a'.repeat(2_000_000)],
    [`${'a'.repeat(1_000_000)}!`],
    ['a-'.repeat(1_000_000)],
    [`${'a.'.repeat(1_000_000)}/x`],
    ['a/'.repeat(1_000_000)],
    [`x:${'-'.repeat(1_000_000)}`],
    [`x@a${'.a'.repeat(500_000)}`],
    [`${'-'.repeat(1_000_000)}A`],
  ])(
    'two million hostile characters are refused in linear time (%#)',
    (text) => {
      expect(parse(text).ok).toBe(false);
      expect(parseNormalizedNamed(text).ok).toBe(false);
    },
    4_000,
  );
});
