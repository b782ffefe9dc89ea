import { refuse } from '../errors';
import { matchesPattern } from '../shell/pattern';
import { cleanPath } from './clean-path';
import { inShell } from './glob';

/** A line of `.dockerignore`. `exception`: it began with `!`. */
interface IgnorePattern {
  readonly text: string;
  readonly parts: readonly string[];
  readonly exception: boolean;
}

/** The patterns of a `.dockerignore`, comments and blank lines left out (moby/patternmatcher ignorefile). */
export function readIgnoreFile(text: string): readonly string[] {
  const patterns: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index === 0 ? raw.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '') : raw;
    if (line.startsWith('#') || line.trim() === '') continue;
    const exception = line.trim().startsWith('!');
    const bare = exception ? line.trim().slice(1).trim() : line.trim();
    const clean = bare === '' ? '' : cleanPath(bare).replace(/^\/(?=.)/, '');
    patterns.push(exception ? `!${clean}` : clean);
  }
  return patterns;
}

/** Which files are left out: the last pattern that matches a file, or a folder that it lies in, decides (moby/patternmatcher MatchesUsingParentResults). */
export class IgnorePatterns {
  readonly patterns: readonly IgnorePattern[];

  /** Refuses a pattern that is none. */
  constructor(lines: readonly string[]) {
    this.patterns = lines.flatMap((line) => {
      const clean = line.trim() === '' ? '' : cleanPath(line.trim());
      if (clean === '') return [];
      if (clean === '!') return refuse('invalid-parameter', 'illegal exclusion pattern: "!"');
      const exception = clean.startsWith('!');
      const text = exception ? clean.slice(1) : clean;
      if (!isPattern(text)) refuse('invalid-parameter', 'syntax error in pattern');
      return [{ text, parts: text.split('/'), exception }];
    });
  }

  get hasExceptions(): boolean {
    return this.patterns.some((pattern) => pattern.exception);
  }

  /** Is the file left out, itself or by a folder that it lies in? The context's root never is. */
  matches(file: string): boolean {
    const path = cleanPath(file);
    if (path === '.') return false;
    const parts = path.split('/');
    let above: readonly boolean[] = [];
    let matched = false;
    for (let depth = 1; depth <= parts.length; depth++) {
      const here = parts.slice(0, depth);
      matched = false;
      // A pattern that would change nothing is not tried, and so does not count as one that matched the folder either.
      above = this.patterns.map((pattern, index) => {
        const match =
          above[index] === true || (pattern.exception === matched && matchesIgnore(pattern, here));
        if (match) matched = !pattern.exception;
        return match;
      });
    }
    return matched;
  }

  /** May something in a folder that is left out be taken in again by an exception? */
  mayHoldException(folder: string): boolean {
    return this.patterns.some(
      ({ exception, text }) => exception && `${text}/`.startsWith(`${folder}/`),
    );
  }
}

/** Every bracket must close and nothing may be escaped at the end (filepath.ErrBadPattern). */
function isPattern(text: string): boolean {
  return /^(?:\\.|\[\^?(?:\\.|[^\]\\])(?:\\.|[^\]\\])*\]|[^\\[])*$/su.test(text);
}

/** `**` stands for any number of folders, none too. */
function matchesIgnore(pattern: IgnorePattern, path: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const [index, part] of pattern.parts.entries()) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**') {
        const last = index === pattern.parts.length - 1;
        for (let to = last ? at + 1 : at; to <= path.length; to++) next.add(to);
      } else if (
        at < path.length &&
        matchesPattern(path[at] ?? '', inShell(part.replace(/\*+/g, '*')))
      )
        next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(path.length);
}
