import { EngineError } from '../../errors';
import { expandWords } from './expand';
import { refuseLine } from './refusal';

/** Text below an instruction: `RUN <<EOF`. */
export interface Heredoc {
  readonly name: string;
  /** `<<-`: leading tabs do not count. */
  readonly chomp: boolean;
  readonly content: string;
}

const nothing = (): undefined => undefined;
const bare = { escape: '\\', variable: nothing, keepUnset: true } as const;

/** The heredoc that a word opens; null when it opens none (buildkit parser.go heredocFromMatch). */
export function heredocOf(word: string): Heredoc | null {
  const match = /^(\d*)<<(-?)\s*([^<]*)$/.exec(word);
  const rest = match?.[3] ?? '';
  if (!match || rest === '') return null;
  const [name, more] = expandWords(rest, bare);
  if (name === undefined || more !== undefined) return null;
  if (expandWords(rest, { ...bare, rawQuotes: true }).length !== 1)
    refuseLine(`internal lexing of heredoc produced inconsistent results: ${rest}`);
  return { name, chomp: match[2] === '-', content: '' };
}

/** The heredocs that a line opens, in order. */
export function readHeredocs(line: string): readonly Heredoc[] {
  return wordsOf(line)
    .map(heredocOf)
    .filter((heredoc) => heredoc !== null);
}

/** The words of a line with their quotes; a line whose quotes do not close has none. */
function wordsOf(line: string): readonly string[] {
  try {
    return expandWords(line, { ...bare, rawQuotes: true, rawEscapes: true });
  } catch (failure) {
    if (failure instanceof EngineError) return [];
    throw failure;
  }
}
