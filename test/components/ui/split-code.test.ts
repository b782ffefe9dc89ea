import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCode } from '@/components/ui/split-code';

describe('splitCode', () => {
  it.each([
    ['plain words', ['plain words']],
    ['run `docker ps` now', ['run ', '<docker ps>', ' now']],
    ['`web`의 프로세스', ['<web>', '의 프로세스']],
    ['a lone ` stays', ['a lone ` stays']],
    ['``a ` b`` holds one', ['<a ` b>', ' holds one']],
    ['`a``b`', ['<a``b>']],
    ['', []],
  ])('%j', (sentence, expected) => {
    const shown = splitCode(sentence).map((piece) => (piece.code ? `<${piece.text}>` : piece.text));
    expect(shown).toEqual(expected);
  });

  it('loses nothing but backticks and the spaces beside them', () => {
    fc.assert(
      fc.property(fc.string(), (sentence) => {
        const bare = (text: string) => text.replace(/[`\s]/g, '');
        const shown = splitCode(sentence).map((piece) => piece.text);
        expect(bare(shown.join(''))).toBe(bare(sentence));
      }),
    );
  });
});
