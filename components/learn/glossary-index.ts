import type { Locale } from '@/lib/i18n/locales';

/** Terms under one letter. */
export interface GlossarySection<T> {
  readonly letter: string;
  readonly terms: readonly T[];
}

// The initial consonants in the order of Unicode's syllables; a doubled one stands with its plain one.
const consonants = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';
const firstSyllable = 0xac00;
const syllablesOfConsonant = 588;

/** The letter under which a word stands: its first, in capitals; of a Korean syllable the initial consonant. */
export function letterOf(word: string): string {
  const code = (word.codePointAt(0) ?? 0) - firstSyllable;
  return consonants[Math.floor(code / syllablesOfConsonant)] ?? word.charAt(0).toUpperCase();
}

/** Terms in the order of a language's dictionary, by letter. In Korean what begins with a Latin letter comes last. */
export function indexTerms<T extends { readonly term: string }>(
  terms: readonly T[],
  locale: Locale,
): readonly GlossarySection<T>[] {
  const { compare } = new Intl.Collator(locale);
  const sorted = [...terms].sort((a, b) => compare(a.term, b.term));
  const letters = new Set(sorted.map(({ term }) => letterOf(term)));
  return [...letters].map((letter) => ({
    letter,
    terms: sorted.filter(({ term }) => letterOf(term) === letter),
  }));
}

/** Whether a term has the words that are looked for anywhere in what is said of it. */
export function isFound(said: readonly string[], wanted: string): boolean {
  const text = said.join('\n').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
