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
