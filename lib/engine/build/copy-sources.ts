import { digestOf } from '../digest';
import { refuse } from '../errors';
import { connectionError } from '../registry/connect';
import { cleanPath } from './clean-path';
import { wrapped } from './dockerfile/refusal';
import { hasWildcards, matchesPath } from './glob';
import type { StackedFiles } from './stacked-files';

/** One thing to copy: where it is in its files, and the hash under which the cache knows it. */
export interface CopySource {
  /** As it was written, from the root on. */
  readonly path: string;
  readonly hash: string;
}

/** What COPY and ADD copy from. `isContext`: the build context, not an image. */
export interface CopyFrom {
  readonly files: StackedFiles;
  readonly isContext: boolean;
}

/** The things that the words of a COPY or ADD name (moby builder/dockerfile/copy.go). */
export function copySources(
  from: CopyFrom,
  words: readonly string[],
  keyword: 'COPY' | 'ADD',
  destination: string,
): readonly CopySource[] {
  const sources = wrapped(`${keyword} failed`, () => {
    const found = words.flatMap((word) => {
      if (/^https?:\/\//.test(word)) return refuseUrl(word, keyword);
      return namedBy(from, word.replace(/^\//, '').replace(/^\.\//, ''));
    });
    return found.length > 0 ? found : refuse('internal', 'no source files were specified');
  });
  if (sources.length > 1 && !destination.endsWith('/'))
    refuse(
      'internal',
      `When using ${keyword} with more than one source file, the destination must be a directory and end with a /`,
    );
  return sources;
}

/** The build has no way to the network: a host that is asked for a file is not known. */
function refuseUrl(url: string, keyword: 'COPY' | 'ADD'): never {
  if (keyword === 'COPY') return refuse('internal', "source can't be a URL for COPY");
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/?#]*)/.exec(url) ?? [];
  const reason =
    host === '' ? 'http: no Host in request URL' : connectionError(host, scheme, undefined);
  return refuse('internal', `Get "${url}": ${reason ?? 'EOF'}`);
}

function namedBy(from: CopyFrom, name: string): readonly CopySource[] {
  if (!hasWildcards(name)) return [oneSource(from, name)];
  return from.files
    .walk('/')
    .filter(([path]) => path !== '/' && matchesPath(name, path.slice(1)))
    .map(([path]) => oneSource(from, path.slice(1)));
}

function oneSource({ files, isContext }: CopyFrom, name: string): CopySource {
  const clean = cleanPath(name);
  if (clean === '..' || clean.startsWith('../'))
    refuse('internal', `forbidden path outside the build context: ${name} ()`);
  const path = clean === '.' ? '/' : `/${clean}`;
  const entry = files.get(path);
  if (!entry) {
    const missing = `stat ${name}: file does not exist`;
    return refuse(
      'internal',
      isContext
        ? `file not found in build context or excluded by .dockerignore: ${missing}`
        : missing,
    );
  }
  const real = files.real(path);
  if (entry.kind !== 'directory') return { path, hash: `file:${files.hash(real, entry)}` };
  const hashes = files
    .walk(real)
    .filter(([at]) => at !== '/')
    .map(([at, inner]) => files.hash(at, inner))
    .sort();
  return { path, hash: `dir:${hashOf(hashes)}` };
}

function hashOf(hashes: readonly string[]): string {
  return digestOf(hashes.join(',')).slice('sha256:'.length);
}

/** The hash that stands in the history and in the cache: of one thing its own, of several that of all. */
export function hashOfSources(sources: readonly CopySource[]): string {
  const [only] = sources;
  return only && sources.length === 1
    ? only.hash
    : `multi:${hashOf(sources.map((source) => source.hash))}`;
}
