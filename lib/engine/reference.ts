import { err, ok, type Result } from '../kernel/result';

/**
 * The grammar of image names, after distribution/reference v0.6.0 (`reference.go`, `regexp.go`, `normalize.go`)
 * and opencontainers/go-digest v1.0.0 (`digest.go`, `algorithm.go`).
 *
 *   reference   name [ ":" tag ] [ "@" digest ]
 *   name        [ domain "/" ] component { "/" component }
 *   domain      ( label { "." label } | "[" 1*( hex | ":" ) "]" ) [ ":" 1*digit ]
 *   label       alphanumeric, with "-" inside, upper case allowed
 *   component   [a-z0-9]+ { ( "." | "_" | "__" | 1*"-" ) [a-z0-9]+ }
 *   tag         [A-Za-z0-9_] up to 127 more of [A-Za-z0-9_.-]
 *   digest      algorithm ":" 32 or more hex digits
 *   algorithm   letter {alphanumeric} { [-_+.] letter {alphanumeric} }
 *   identifier  64 lower-case hex digits
 *
 * The input is cut at its first "/" , the ":" after its last "/" and its "@"; every piece is then scanned once by
 * an expression whose repetitions cannot overlap, so the work is linear in the input.
 */

/** A named reference. `domain` is empty only for what `parse` was given without one; absent parts are null. */
export interface Reference {
  readonly domain: string;
  /** The repository without its domain: `library/nginx`. */
  readonly path: string;
  readonly tag: string | null;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string | null;
}

/** What an argument that may be an id, a digest or a name turned out to be. */
export type AnyReference =
  | { readonly kind: 'named'; readonly reference: Reference }
  | { readonly kind: 'digest'; readonly digest: string };

/** The texts of distribution/reference and go-digest, letter for letter. */
export const REFERENCE_ERRORS = {
  invalidFormat: 'invalid reference format',
  invalidTag: 'invalid tag format',
  invalidDigest: 'invalid digest format',
  uppercase: 'repository name must be lowercase',
  empty: 'repository name must have at least one component',
  tooLong: 'repository name must not be more than 255 characters',
  notCanonical: 'repository name must be canonical',
  digestFormat: 'invalid checksum digest format',
  digestLength: 'invalid checksum digest length',
  digestUnsupported: 'unsupported digest algorithm',
} as const;

const MAX_PATH_LENGTH = 255;
const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DEFAULT_DOMAIN = 'index.docker.io';
const OFFICIAL_PREFIX = 'library/';
const DEFAULT_TAG = 'latest';

const COMPONENT = /^[a-z0-9]+(?:(?:[.]|__?|-+)[a-z0-9]+)*$/;
const LABEL = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
const IPV6 = /^\[[a-fA-F0-9:]+\](?::[0-9]+)?$/;
const PORT = /^[0-9]+$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const LOOSE_DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;
const LOWER_HEX = /^[a-f0-9]*$/;
const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** Go's ToLower: one letter for one letter (JavaScript turns U+0130 into two). */
function toLower(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase();
}

function isDomain(text: string): boolean {
  if (text.startsWith('[')) return IPV6.test(text);
  const colon = text.indexOf(':');
  if (colon >= 0 && !PORT.test(text.slice(colon + 1))) return false;
  const host = colon >= 0 ? text.slice(0, colon) : text;
  return host.split('.').every((label) => LABEL.test(label));
}

function isPath(text: string): boolean {
  return text.split('/').every((component) => COMPONENT.test(component));
}

function splitName(name: string): { domain: string; path: string } | null {
  const slash = name.indexOf('/');
  if (slash > 0 && isDomain(name.slice(0, slash)) && isPath(name.slice(slash + 1))) {
    return { domain: name.slice(0, slash), path: name.slice(slash + 1) };
  }
  return isPath(name) ? { domain: '', path: name } : null;
}

/** Splits and checks by the grammar alone: no length, no digest algorithm. */
function match(text: string): Reference | null {
  const at = text.indexOf('@');
  const digest = at >= 0 ? text.slice(at + 1) : null;
  if (digest !== null && !DIGEST.test(digest)) return null;
  const head = at >= 0 ? text.slice(0, at) : text;
  const colon = head.indexOf(':', head.lastIndexOf('/') + 1);
  const tag = colon >= 0 ? head.slice(colon + 1) : null;
  if (tag !== null && !TAG.test(tag)) return null;
  const name = splitName(colon >= 0 ? head.slice(0, colon) : head);
  return name && { domain: name.domain, path: name.path, tag, digest };
}

/** go-digest's Validate: the algorithm is known, the length fits, the digits are lower-case hex. */
export function parseDigest(text: string): Result<string, string> {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon + 1 === text.length) return err(REFERENCE_ERRORS.digestFormat);
  const length = HEX_LENGTHS.get(text.slice(0, colon));
  if (length === undefined) {
    return err(
      LOOSE_DIGEST.test(text) ? REFERENCE_ERRORS.digestUnsupported : REFERENCE_ERRORS.digestFormat,
    );
  }
  const encoded = text.slice(colon + 1);
  if (encoded.length !== length) return err(REFERENCE_ERRORS.digestLength);
  return LOWER_HEX.test(encoded) ? ok(text) : err(REFERENCE_ERRORS.digestFormat);
}

/** Parses by the grammar, adding nothing: `nginx` keeps an empty domain. Go: `Parse`. */
export function parse(text: string): Result<Reference, string> {
  if (text === '') return err(REFERENCE_ERRORS.empty);
  const reference = match(text);
  if (!reference) {
    const lower = toLower(text);
    const onlyCaseIsWrong = lower !== text && match(lower) !== null;
    return err(onlyCaseIsWrong ? REFERENCE_ERRORS.uppercase : REFERENCE_ERRORS.invalidFormat);
  }
  if (reference.path.length > MAX_PATH_LENGTH) return err(REFERENCE_ERRORS.tooLong);
  if (reference.digest !== null) {
    const digest = parseDigest(reference.digest);
    if (!digest.ok) return digest;
  }
  return ok(reference);
}

/** Docker's rule for what counts as a registry before the first "/"; `library/` is added for Hub's own images. */
function splitDockerDomain(name: string): { domain: string; remainder: string } {
  const slash = name.indexOf('/');
  if (slash < 0) return { domain: DEFAULT_DOMAIN, remainder: OFFICIAL_PREFIX + name };
  const first = name.slice(0, slash);
  const rest = name.slice(slash + 1);
  const isRegistry = first === 'localhost' || /[.:]/.test(first) || toLower(first) !== first;
  const domain = !isRegistry || first === LEGACY_DEFAULT_DOMAIN ? DEFAULT_DOMAIN : first;
  const remainder = isRegistry ? rest : name;
  const official = domain === DEFAULT_DOMAIN && !remainder.includes('/');
  return { domain, remainder: official ? OFFICIAL_PREFIX + remainder : remainder };
}

/** The latest names that were read: the same few are asked for again and again. */
const named = new Map<string, Result<Reference, string>>();
const MOST_NAMED = 500;
const LONGEST_NAMED = 512;

/** Parses a name as the user types it: `nginx` is `docker.io/library/nginx`. Adds no tag. Go: `ParseNormalizedNamed`. */
export function parseNormalizedNamed(text: string): Result<Reference, string> {
  const known = named.get(text);
  if (known) return known;
  const parsed = readNormalizedNamed(text);
  if (text.length > LONGEST_NAMED) return parsed;
  if (named.size >= MOST_NAMED) named.clear();
  named.set(text, parsed);
  return parsed;
}

function readNormalizedNamed(text: string): Result<Reference, string> {
  if (IDENTIFIER.test(text)) {
    return err(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  }
  const { domain, remainder } = splitDockerDomain(text);
  const colon = remainder.indexOf(':');
  const remote = colon >= 0 ? remainder.slice(0, colon) : remainder;
  if (toLower(remote) !== remote) {
    return err(`invalid reference format: repository name (${remote}) must be lowercase`);
  }
  return parse(`${domain}/${remainder}`);
}

/** Parses a name that must already be in its full form. Go: `ParseNamed`. */
export function parseNamed(text: string): Result<Reference, string> {
  const parsed = parseNormalizedNamed(text);
  if (!parsed.ok) return parsed;
  return format(parsed.value) === text ? parsed : err(REFERENCE_ERRORS.notCanonical);
}

/** As `named`, for what may be a digest too. */
const anything = new Map<string, Result<AnyReference, string>>();

/** 64 hex digits and digests are digests, all else a name. Go: `ParseAnyReference`. */
export function parseAnyReference(text: string): Result<AnyReference, string> {
  const known = anything.get(text);
  if (known) return known;
  const parsed = readAnyReference(text);
  if (text.length > LONGEST_NAMED) return parsed;
  if (anything.size >= MOST_NAMED) anything.clear();
  anything.set(text, parsed);
  return parsed;
}

function readAnyReference(text: string): Result<AnyReference, string> {
  if (IDENTIFIER.test(text)) return ok({ kind: 'digest', digest: `sha256:${text}` });
  const digest = parseDigest(text);
  if (digest.ok) return ok({ kind: 'digest', digest: digest.value });
  const parsed = parseNormalizedNamed(text);
  return parsed.ok ? ok({ kind: 'named', reference: parsed.value }) : parsed;
}

/** What the engine looks up: a digest wins over a tag, `latest` when there is neither. Go: `ParseDockerRef`. */
export function parseDockerReference(text: string): Result<Reference, string> {
  const parsed = parseNormalizedNamed(text);
  if (!parsed.ok) return parsed;
  const { digest } = parsed.value;
  return ok(digest === null ? tagNameOnly(parsed.value) : { ...parsed.value, tag: null });
}

/** The name with its domain: `docker.io/library/nginx`. */
export function fullName(reference: Reference): string {
  return reference.domain === '' ? reference.path : `${reference.domain}/${reference.path}`;
}

/** The whole reference as text; `parse(format(x))` is `x`. */
export function format(reference: Reference): string {
  return fullName(reference) + suffix(reference);
}

function suffix({ tag, digest }: Reference): string {
  return (tag === null ? '' : `:${tag}`) + (digest === null ? '' : `@${digest}`);
}

/** The name as Docker shows it: without `docker.io/` and, for official images, without `library/`. */
export function familiarName(reference: Reference): string {
  if (reference.domain !== DEFAULT_DOMAIN) return fullName(reference);
  const { path } = reference;
  const rest = path.startsWith(OFFICIAL_PREFIX) ? path.slice(OFFICIAL_PREFIX.length) : path;
  return rest.includes('/') ? path : rest;
}

/** `familiarName` with the tag and the digest: `nginx:1.27`. */
export function familiarString(reference: Reference): string {
  return familiarName(reference) + suffix(reference);
}

/** True when there is neither a tag nor a digest. */
export function isNameOnly(reference: Reference): boolean {
  return reference.tag === null && reference.digest === null;
}

/** Adds `latest` when there is neither a tag nor a digest. */
export function tagNameOnly(reference: Reference): Reference {
  const { domain, path, tag, digest } = reference;
  return tag === null && digest === null ? { domain, path, tag: DEFAULT_TAG, digest } : reference;
}

/** The name alone, without tag and digest. */
export function trimNamed(reference: Reference): Reference {
  return { ...reference, tag: null, digest: null };
}

/** Puts a tag on a name, keeping its digest; refuses a malformed tag. */
export function withTag(reference: Reference, tag: string): Result<Reference, string> {
  return TAG.test(tag) ? ok({ ...reference, tag }) : err(REFERENCE_ERRORS.invalidTag);
}

/** Puts a digest on a name, keeping its tag; refuses a malformed digest. */
export function withDigest(reference: Reference, digest: string): Result<Reference, string> {
  return DIGEST.test(digest) ? ok({ ...reference, digest }) : err(REFERENCE_ERRORS.invalidDigest);
}
