import type { Image } from '../catalogue';
import { refuse } from '../errors';
import { familiarKey, getImage, keyReference, namesOf } from '../image/find';
import { matchesPattern } from '../shell/pattern';
import { parseTimestamp } from '../system/timestamp';
import type { Turn } from '../turn';
import { checkFilters, matchesLabels, readBoolean, readFilters, type Filters } from './filters';
import { imageSummaryJson } from './image-json';
import { flagOf } from './read-json';

const KNOWN = ['dangling', 'label', 'before', 'since', 'reference', 'until'];

/** Which images a listing takes; times in milliseconds, the ends left out. */
interface Selection {
  readonly dangling: boolean | null;
  readonly before: number;
  readonly since: number;
  readonly labels: readonly string[];
  readonly references: readonly string[];
  readonly all: boolean;
}

/** `GET /images/json`, newest first; parents without a name only with `all` (moby daemon/images/image_list.go). */
export function listImages(
  turn: Turn,
  query: Readonly<Record<string, string>>,
): readonly unknown[] {
  const selection = readSelection(turn, readFilters(query['filters']), flagOf(query['all']));
  const parents = new Set(turn.state.images.values().map((image) => image.parent));
  return turn.state.images
    .values()
    .filter((image) => fits(image, selection))
    .flatMap((image) => {
      const names = namesOf(turn, image.id).filter((key) => isWanted(key, selection.references));
      return isListed(image, names, parents, selection) ? [{ image, names }] : [];
    })
    .sort((a, b) => createdAt(b.image) - createdAt(a.image) || (a.image.id < b.image.id ? -1 : 1))
    .map(({ image, names }) => ({
      ...imageSummaryJson(turn, image),
      RepoTags: names.filter((key) => keyReference(key).tag !== null).map(familiarKey),
      RepoDigests: names.filter((key) => keyReference(key).digest !== null).map(familiarKey),
    }));
}

/** The filters' meaning. Of several `before` the earliest counts, of several `since` the latest. */
function readSelection(turn: Turn, filters: Filters, all: boolean): Selection {
  checkFilters(filters, KNOWN);
  const created = (word: string): number => Date.parse(getImage(turn, word).created);
  return {
    dangling: readBoolean(filters, 'dangling'),
    before: Math.min(
      Infinity,
      ...(filters.get('before') ?? []).map(created),
      ...(filters.get('until') ?? []).map((text) => moment(turn, text)),
    ),
    since: Math.max(-Infinity, ...(filters.get('since') ?? []).map(created)),
    labels: filters.get('label') ?? [],
    references: referencesOf(filters),
    all,
  };
}

function moment(turn: Turn, text: string): number {
  const at = parseTimestamp(text, turn.state.now);
  return at.ok ? at.value : refuse('internal', at.error);
}

function fits(image: Image, { before, since, labels }: Selection): boolean {
  const created = createdAt(image);
  return created < before && created > since && matchesLabels(image.config.Labels ?? {}, labels);
}

/** Is an image with these names shown? One without any is dangling, and one that only a digest names counts as such. */
function isListed(
  image: Image,
  names: readonly string[],
  parents: ReadonlySet<string>,
  { dangling, references, all }: Selection,
): boolean {
  const isParent = parents.has(image.id);
  if (dangling === true && isParent) return false;
  if (names.length === 0)
    return (all || !isParent) && dangling !== false && references.length === 0;
  return dangling !== true || names.every((key) => keyReference(key).tag === null);
}

function createdAt(image: Image): number {
  return Date.parse(image.created);
}

function isWanted(key: string, patterns: readonly string[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchesReference(key, pattern));
}

/** distribution/reference FamiliarMatch: the pattern is held against the familiar name with and without its tag. */
function matchesReference(key: string, pattern: string): boolean {
  const full = familiarKey(key);
  const { digest } = keyReference(key);
  const bare =
    digest === null ? full.slice(0, full.lastIndexOf(':')) : full.slice(0, full.indexOf('@'));
  return matchesSegments(full, pattern) || matchesSegments(bare, pattern);
}

function referencesOf(filters: Filters): readonly string[] {
  const references = filters.get('reference') ?? [];
  references.forEach(checkPattern);
  return references;
}

/** Refuses a pattern that ends within a class or behind a backslash (Go path.Match ErrBadPattern). */
function checkPattern(pattern: string): void {
  const rest = pattern.replace(/\\.|\[\^?(?:\\.|[^\]\\])(?:\\.|[^\]\\])*\]/g, '');
  if (/[[\\]/.test(rest)) refuse('internal', 'syntax error in pattern');
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
