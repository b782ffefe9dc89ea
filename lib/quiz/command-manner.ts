/** How a command that reached the goal is written, beside the template's solution: the idiomatic way. */
export type CommandManner = 'idiomatic' | 'shorter' | 'longer' | 'other';

function wordsOf(command: string): readonly string[] {
  return command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
}

/** The letters of a command's options: what is left to be shorter in when the words are equally many. */
function optionLetters(words: readonly string[]): number {
  return words
    .filter((word) => word.startsWith('-'))
    .reduce((sum, word) => sum + (word.split('=')[0] ?? '').length, 0);
}

/**
 * Compares two commands that both reach the goal. The same words are idiomatic in whatever order: where the order of options changed what happens, one of the two
 * would not be right. Otherwise fewer words are shorter (`-dp 80:80` for `-d -p 80:80`), of equally many those with shorter options (`-d` for `--detach`).
 */
export function commandManner(command: string, solution: string): CommandManner {
  const [mine, usual] = [wordsOf(command), wordsOf(solution)];
  const sorted = (words: readonly string[]): string => [...words].sort().join('\n');
  if (sorted(mine) === sorted(usual)) return 'idiomatic';
  const more = mine.length - usual.length || optionLetters(mine) - optionLetters(usual);
  return more === 0 ? 'other' : more < 0 ? 'shorter' : 'longer';
}
