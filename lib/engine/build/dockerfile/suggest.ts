/** How many letters must be put in, taken out or changed to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** ` (did you mean COPY?)` when a word is at most two letters from an option, else nothing (buildkit util/suggest). */
export function suggestion(word: string, options: readonly string[], caseMatters: boolean): string {
  const plain = (text: string): string => (caseMatters ? text : text.toLowerCase());
  let match = '';
  let least = 3;
  for (const option of options) {
    if (plain(word) === plain(option)) return '';
    if (Math.abs(word.length - option.length) >= least) continue;
    const edits = distance(plain(word), plain(option));
    if (edits >= least) continue;
    match = option;
    least = edits;
  }
  if (match === '') return '';
  return ` (did you mean ${caseMatters ? match : cased(match, word)}?)`;
}

/** In capitals or small letters as the word is; of a mixed word in small ones. */
function cased(match: string, word: string): string {
  return word === word.toUpperCase() ? match.toUpperCase() : match.toLowerCase();
}
