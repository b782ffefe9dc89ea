import type { Word } from './ast';

const plainTexts = new WeakMap<Word, string | null>();

/** The text of a word that is the same in every shell: text without a tilde or a file pattern. Found once a word. */
export function plainText(word: Word): string | null {
  let plain = plainTexts.get(word);
  if (plain === undefined) {
    plain = '';
    for (const part of word.parts) {
      const isPlain =
        part.kind === 'text' && (part.quoted || part.text === '[' || !/^~|[*?[\\]/.test(part.text));
      plain = isPlain && plain !== null ? plain + part.text : null;
    }
    if (word.parts.length === 0 || word.braces) plain = null;
    plainTexts.set(word, plain);
  }
  return plain;
}
