import { matchesPattern } from '../shell/pattern';

/** Does the name hold something that filepath.Match reads as a pattern (moby builder/dockerfile containsWildcards)? */
export function hasWildcards(name: string): boolean {
  return /^(?:[^\\*?[]|\\.?)*[*?[]/s.test(name);
}

/** A pattern of Go's as a shell reads it: `!` at the beginning of a set is a character like others there, only `^` turns it round. */
export function inShell(pattern: string): string {
  return pattern.replace(/\[!/g, '[\\!');
}

/** Go's filepath.Match: a star does not cross a slash. */
export function matchesPath(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  const parts = path.split('/');
  return (
    patterns.length === parts.length &&
    patterns.every((part, index) => matchesPattern(parts[index] ?? '', inShell(part)))
  );
}
