import { formatReference, parseNormalizedNamed, tagNameOnly, type Reference } from '../engine';

/** A name as Docker looks it up: a digest wins over a tag, `latest` when there is neither; null when it is no name. */
export function lookedUp(name: string): Reference | null {
  const reference = parseNormalizedNamed(name);
  if (!reference.ok) return null;
  return reference.value.digest === null
    ? tagNameOnly(reference.value)
    : { ...reference.value, tag: null };
}

/** The full name that Docker looks up for a name as typed, `nginx` → `docker.io/library/nginx:latest`; null when it is no name. */
export function canonicalImage(name: string): string | null {
  const reference = lookedUp(name);
  return reference === null ? null : formatReference(reference);
}
