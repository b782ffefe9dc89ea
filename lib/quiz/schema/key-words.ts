import type { Path } from '../yaml-document';

/** What is told of a key: in one or two sentences, for editors; and how it is written, shown also when it is missing or has the wrong shape. */
export interface KeyWords {
  readonly what: string;
  readonly example: string;
}

/** Words by key; where a key means something else below another, by both: `predict.see`. */
export type KeyBook = Readonly<Record<string, KeyWords>>;

/** What is told of the key that a path ends with, the words of the longest way to it first; null when nothing is. */
export function wordsOfKey(book: KeyBook, path: Path): KeyWords | null {
  const keys = path.filter((key): key is string => typeof key === 'string');
  for (let from = 0; from < keys.length; from++) {
    const words = book[keys.slice(from).join('.')];
    if (words !== undefined) return words;
  }
  return null;
}

/** How to write what is at a path: the example of its key, or of the nearest key around it that has one; '' when none has. */
export function exampleAt(book: KeyBook, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const words = wordsOfKey(book, path.slice(0, length));
    if (words !== null) return words.example;
  }
  return '';
}

/** Words in both languages, as every file of the course writes them. */
export const languageKeys = {
  ko: { what: 'The words in Korean.', example: 'ko: …' },
  en: { what: 'The words in English.', example: 'en: …' },
} as const satisfies KeyBook;
