import type { Image } from '../catalogue';
import { findImage, getImage, familiarKey, keyReference, namesOf } from '../image/find';
import { matchesPattern } from '../shell/pattern';
import { refuse } from '../errors';
import type { Turn } from '../turn';
import { checkFilters, matchesLabels, readFilters } from './filters';
import { imageSummaryJson } from './image-json';
import { flagOf, membersOf, textsOf } from './read-json';

const KNOWN = ['dangling', 'label', 'before', 'since', 'reference', 'until'];

/** `GET /images/json`, newest first; parents without a name only with `all` (moby daemon/images/images.go). */
export function listImages(
  turn: Turn,
  query: Readonly<Record<string, string>>,
): readonly unknown[] {
  const filters = readFilters(query['filters']);
  checkFilters(filters, KNOWN);
  const parents = new Set(turn.state.images.values().map((image) => image.parent));
  const [before] = filters.get('before') ?? [];
  const [since] = filters.get('since') ?? [];
  const earlier = before === undefined ? null : Date.parse(getImage(turn, before).created);
  const later = since === undefined ? null : Date.parse(getImage(turn, since).created);
  const references = filters.get('reference') ?? [];
  const [dangling] = filters.get('dangling') ?? [];
  if (dangling !== undefined && !['true', 'false', '1', '0'].includes(dangling))
    refuse('invalid-parameter', `invalid filter 'dangling=[${dangling}]'`);
  return turn.state.images
    .values()
    .filter((image) => {
      const named = namesOf(turn, image.id).length > 0;
      if (!named && parents.has(image.id) && !flagOf(query['all'])) return false;
      if (dangling !== undefined && flagOf(dangling) === named) return false;
      const created = Date.parse(image.created);
      if (earlier !== null && created >= earlier) return false;
      if (later !== null && created <= later) return false;
      return matchesLabels(image.config.Labels ?? {}, filters.get('label') ?? []);
    })
    .sort((a, b) => Date.parse(b.created) - Date.parse(a.created) || (a.id < b.id ? -1 : 1))
    .flatMap((image) => byReference(turn, image, references));
}

/** The image with the names that match; left out when none does. */
function byReference(turn: Turn, image: Image, references: readonly string[]): readonly unknown[] {
  const json = imageSummaryJson(turn, image);
  if (references.length === 0) return [json];
  const matching = namesOf(turn, image.id).filter((key) =>
    references.some(
      (pattern) =>
        matchesReference(key, pattern) ||
        (findImage(turn, pattern)?.id === image.id && familiarKey(key) === pattern),
    ),
  );
  if (matching.length === 0) return [];
  const kept = new Set(matching.map(familiarKey));
  const members = membersOf(json);
  return [
    {
      ...json,
      RepoTags: textsOf(members['RepoTags']).filter((name) => kept.has(name)),
      RepoDigests: textsOf(members['RepoDigests']).filter((name) => kept.has(name)),
    },
  ];
}

/** distribution/reference FamiliarMatch: the pattern is held against the familiar name with and without its tag. */
function matchesReference(key: string, pattern: string): boolean {
  const full = familiarKey(key);
  const { digest } = keyReference(key);
  const bare =
    digest === null ? full.slice(0, full.lastIndexOf(':')) : full.slice(0, full.indexOf('@'));
  return matchesSegments(full, pattern) || matchesSegments(bare, pattern);
}

/** path.Match: a star does not cross a slash. */
function matchesSegments(text: string, pattern: string): boolean {
  const texts = text.split('/');
  const patterns = pattern.split('/');
  return (
    texts.length === patterns.length &&
    texts.every((part, index) => matchesPattern(part, patterns[index] ?? ''))
  );
}
