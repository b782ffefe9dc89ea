import { refuseLine } from './refusal';
import { limits } from './limits';

/** A character, any character, or any run of characters; a line's end belongs to neither of the last two. */
type Part = { readonly kind: 'one'; readonly character: string } | { readonly kind: '?' | '*' };

/** Reads a pattern of `*` and `?`; brackets are ordinary here (buildkit shell/lex.go convertShellPatternToRegex). */
function partsOf(pattern: string): readonly Part[] {
  const characters = [...pattern];
  const parts: Part[] = [];
  for (let at = 0; at < characters.length; at++) {
    let character = characters[at] ?? '';
    if (character === '*' || character === '?') {
      parts.push({ kind: character });
      continue;
    }
    if (character === '\\') {
      const next = characters[at + 1] ?? '';
      if (next === '}' || next === '/') continue;
      if (!['*', '?', '\\'].includes(next))
        refuseLine(
          `invalid pattern (${pattern}) in substitution: invalid escape '\\${next === '' ? '\ufffd' : next}'`,
        );
      at += 1;
      character = next;
    }
    parts.push({ kind: 'one', character });
  }
  return parts;
}

function fits(part: Part | undefined, character: string): boolean {
  if (!part) return false;
  return part.kind === 'one' ? part.character === character : character !== '\n';
}

/** How many characters from `start` on the parts match: the most, or the fewest; -1 when they do not. All ways are followed at once. */
function matchLength(
  parts: readonly Part[],
  text: readonly string[],
  start: number,
  greedy: boolean,
): number {
  let places = new Set<number>();
  const enter = (into: Set<number>, place: number): void => {
    into.add(place);
    for (let next = place; parts[next]?.kind === '*'; next++) into.add(next + 1);
  };
  enter(places, 0);
  let best = -1;
  for (let at = start; places.size > 0; at++) {
    if (places.has(parts.length)) {
      best = at - start;
      if (!greedy) return best;
    }
    if (at >= text.length) break;
    const character = text[at] ?? '';
    const following = new Set<number>();
    for (const place of places)
      if (fits(parts[place], character))
        enter(following, parts[place]?.kind === '*' ? place : place + 1);
    places = following;
  }
  return best;
}

function checkWork(steps: number): void {
  if (steps > limits.patternSteps)
    refuseLine('a pattern in a substitution takes more steps than the simulation allows');
}

/** `${name#pattern}`, `${name##pattern}` (greedy): the value without the beginning that matches. */
export function trimPrefix(pattern: string, value: string, greedy: boolean): string {
  return trimStart(partsOf(pattern), value, greedy);
}

/** `${name%pattern}`, `${name%%pattern}` (greedy): the value without the end that matches. */
export function trimSuffix(pattern: string, value: string, greedy: boolean): string {
  const backwards = trimStart([...partsOf(pattern)].reverse(), reversed(value), greedy);
  return reversed(backwards);
}

function trimStart(parts: readonly Part[], value: string, greedy: boolean): string {
  const text = [...value];
  checkWork(parts.length * text.length);
  const length = matchLength(parts, text, 0, greedy);
  return length < 0 ? value : text.slice(length).join('');
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** `${name/pattern/replacement}`, `${name//pattern/replacement}` (all). */
export function replacePattern(
  pattern: string,
  replacement: string,
  value: string,
  all: boolean,
): string {
  const parts = partsOf(pattern);
  const text = [...value];
  checkWork(parts.length * text.length * text.length);
  let result = '';
  let afterMatch = false;
  for (let at = 0; at <= text.length;) {
    const length = matchLength(parts, text, at, true);
    const counts = length > 0 || (length === 0 && !afterMatch);
    if (counts) result += replacement;
    afterMatch = length > 0;
    if (length > 0) at += length;
    else result += text[at++] ?? '';
    if (counts && !all) return result + text.slice(at).join('');
  }
  return result;
}
