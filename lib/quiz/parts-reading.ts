import { err, ok, type Result } from '../kernel/result';
import { parseNormalizedNamed, type Reference } from '../engine';
import type { ReferencePart } from './types';

/** The four parts of an image name as somebody reads it; '' where a part is absent. */
export type PartsReading = Readonly<Record<ReferencePart, string>>;

function partsOf(reference: Reference): PartsReading {
  const slash = reference.path.lastIndexOf('/');
  return {
    registry: reference.domain,
    namespace: slash < 0 ? '' : reference.path.slice(0, slash),
    name: reference.path.slice(slash + 1),
    tag: reference.tag ?? (reference.digest === null ? 'latest' : ''),
  };
}

/**
 * What Docker uses for each part of a name, defaults filled in: `nginx` is docker.io, library, nginx, latest. The namespace is
 * everything between registry and name. The error is Docker's own message.
 */
export function readParts(name: string): Result<PartsReading, string> {
  const reference = parseNormalizedNamed(name);
  return reference.ok ? ok(partsOf(reference.value)) : err(reference.error);
}

/** The known ways to misread a name: each changes one rule of the true reading. */
export const misreadings: Readonly<
  Record<string, (name: string, parts: PartsReading) => PartsReading>
> = {
  /** The first of two parts is taken for the registry: `hashicorp/http-echo` → registry hashicorp. */
  'namespace-is-registry': (name, parts) => {
    const first = name.split('/')[0] ?? '';
    const registryIsWritten = name.includes('/') && (/[.:]/.test(first) || first === 'localhost');
    return name.includes('/') && !registryIsWritten
      ? { ...parts, registry: first, namespace: '' }
      : parts;
  },
  /** A name without a slash is taken for one of this machine: no registry, no namespace. */
  'no-slash-means-local': (name, parts) =>
    name.includes('/') ? parts : { ...parts, registry: '', namespace: '' },
  /** A tag that is not written is taken for no tag at all. */
  'tag-optional-means-none': (name, parts) =>
    /:[^/]*$/.test(name.split('@')[0] ?? '') ? parts : { ...parts, tag: '' },
};

/** What stands for "there is none" in an answer. */
const wordsForNone: readonly string[] = [
  '-',
  '–',
  '—',
  'none',
  '(none)',
  '<none>',
  'n/a',
  '없음',
  '없다',
  '없어요',
];

/**
 * An answer as it is compared: spaces and the separators that a learner may copy along (`docker.io/`, `:latest`) are taken off, words for "none"
 * become '', letter case counts in tags only (everything else is lower-case in Docker anyway).
 */
export function normalisePart(part: ReferencePart, text: string): string {
  const trimmed = text.trim().replace(/^:/, '').replace(/\/+$/, '').trim();
  if (wordsForNone.includes(trimmed.toLowerCase())) return '';
  return part === 'tag' ? trimmed : trimmed.toLowerCase();
}

/** Other ways to write Docker Hub that mean the same: `index.docker.io` is normalised by Docker itself. */
const hubSpellings: readonly string[] = [
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'docker hub',
  'dockerhub',
  '도커 허브',
  '도커허브',
];

/** Every normalised answer that counts as a part's value. */
export function acceptedSpellings(part: ReferencePart, value: string): readonly string[] {
  if (part === 'registry' && value === 'docker.io') return hubSpellings;
  return [normalisePart(part, value)];
}
