import { expect, test } from 'vitest';
import { indexTerms, isFound, letterOf } from '@/components/learn/glossary-index';
import { markTerms } from '@/components/learn/mark-terms';

test.each([
  ['이미지', 'ㅇ'],
  ['쓰기 계층', 'ㅅ'],
  ['빌드', 'ㅂ'],
  ['하나', 'ㅎ'],
  ['latest', 'L'],
])('%s stands under %s', (word, letter) => {
  expect(letterOf(word)).toBe(letter);
});

test('terms stand in the order of the reader’s dictionary, by letter', () => {
  const terms = ['태그', 'Dockerfile', '쓰기 계층', '가상 머신', '시그널'].map((term) => ({
    term,
  }));
  expect(
    indexTerms(terms, 'ko').map(({ letter, terms: own }) => [letter, own.map(({ term }) => term)]),
  ).toEqual([
    ['ㄱ', ['가상 머신']],
    ['ㅅ', ['시그널', '쓰기 계층']],
    ['ㅌ', ['태그']],
    ['D', ['Dockerfile']],
  ]);
});

test('a term is found by all words looked for, whatever their case, wherever they stand', () => {
  expect(isFound(['Bind mount', 'a folder of the host'], 'HOST bind')).toBe(true);
  expect(isFound(['Bind mount'], 'volume')).toBe(false);
  expect(isFound(['Bind mount'], '')).toBe(true);
});

const marked = (text: string, locale: 'ko' | 'en', ...names: string[][]) =>
  markTerms(
    text,
    names.map((each) => ({ id: each[0] ?? '', names: each })),
    locale,
  ).flatMap((piece) => (piece.kind === 'term' ? [`${piece.id}: ${piece.text}`] : []));

test('the first mention of a term is marked, the longer name first, never inside code or another word', () => {
  expect(marked('`volume` first; volumes and a volume', 'en', ['volume'])).toEqual([
    'volume: volumes',
  ]);
  expect(marked('a bind mount, then a mount', 'en', ['mount'], ['bind mount'])).toEqual([
    'bind mount: bind mount',
    'mount: mount',
  ]);
  expect(marked('untagged and re-tag', 'en', ['tag'])).toEqual([]);
  expect(marked('서포트와 포트를', 'ko', ['포트'])).toEqual(['포트: 포트']);
  expect(marked('컨테이너 계층이에요', 'ko', ['쓰기 계층', '컨테이너 계층'])).toEqual([
    '쓰기 계층: 컨테이너 계층',
  ]);
});

test('a term written in capitals is not a word in small letters', () => {
  expect(marked('they go on from there', 'en', ['FROM'])).toEqual([]);
  expect(marked('a Dockerfile begins with FROM', 'en', ['FROM'])).toEqual(['FROM: FROM']);
});

test('marking loses no letter of a text', () => {
  const text = 'A tag and a `docker tag` of a registry (registry.example).';
  const pieces = markTerms(text, [{ id: 't', names: ['tag', 'registry'] }], 'en');
  expect(
    pieces.map((piece) => (piece.kind === 'code' ? `\`${piece.text}\`` : piece.text)).join(''),
  ).toBe(text);
});
