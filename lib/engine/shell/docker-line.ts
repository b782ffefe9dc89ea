import type { Command, Script } from './ast';
import { plainText } from './plain-text';
import { parseScript } from './parse';

const known = new Map<string, readonly string[] | null>();
const MOST_LINES = 500;
/** Lines longer than this are hardly typed twice. */
const LONGEST_REMEMBERED = 1_000;

/**
 * The words of a line that is one call of docker and leaves a shell nothing to work out: no variable, pattern, redirection or operator. Null for any
 * other line. The latest few hundred lines are remembered.
 */
export function dockerWords(line: string): readonly string[] | null {
  const found = known.get(line);
  if (found !== undefined) return found;
  const words = wordsOf(line);
  if (known.size >= MOST_LINES) known.clear();
  if (line.length <= LONGEST_REMEMBERED) known.set(line, words);
  return words;
}

/** Letters that mean nothing to a shell: most lines have no others. */
const PLAIN = /^docker [\w./:=@,+ -]*$/;

function wordsOf(line: string): readonly string[] | null {
  if (PLAIN.test(line)) return line.trimEnd().split(/ +/);
  if (!line.trimStart().startsWith('docker ')) return null;
  const script = parseScript(line, 'bash');
  const command = script.ok ? onlyCommand(script.value) : null;
  if (command?.kind !== 'simple') return null;
  const { assignments, redirections, declared } = command;
  if (assignments.length > 0 || redirections.length > 0 || declared) return null;
  const words: string[] = [];
  for (const word of command.words) {
    const plain = plainText(word);
    if (plain === null) return null;
    words.push(plain);
  }
  return words[0] === 'docker' ? words : null;
}

/** The command of a script that holds nothing else. */
function onlyCommand({ items }: Script): Command | null {
  const [item] = items;
  if (items.length !== 1 || item === undefined || item.background) return null;
  const { first, rest } = item.list;
  if (rest.length > 0 || first.negated || first.commands.length !== 1) return null;
  return first.commands[0] ?? null;
}
