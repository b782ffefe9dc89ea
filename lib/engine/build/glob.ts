import { matchesPattern } from '../shell/pattern';

/** Does the name hold something that filepath.Match reads as a pattern (moby builder/dockerfile containsWildcards)? */
export function hasWildcards(name: string): boolean {
  return /^(?:[^\\*?[]|\\.?)*[*?[]/s.test(name);
}

/** Go's filepath.Match: a star does not cross a slash. */
export function matchesPath(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  const parts = path.split('/');
  return (
    patterns.length === parts.length &&
    patterns.every((part, index) => matchesPattern(parts[index] ?? '', part))
  );
}
