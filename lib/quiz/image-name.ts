import { formatReference, parseDockerReference } from '../engine';

/** The full name that Docker looks up for a name as typed, `nginx` → `docker.io/library/nginx:latest`; null when it is no name. */
export function canonicalImage(name: string): string | null {
  const reference = parseDockerReference(name);
  return reference.ok ? formatReference(reference.value) : null;
}
