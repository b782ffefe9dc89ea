import { createTranslator, IntlErrorCode } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locales';
import { messages } from '@/lib/i18n/messages';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

const korean = new Map(leaves(messages.ko));
const english = new Map(leaves(messages.en));

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...korean.keys()].sort());
  });

  it('are nowhere empty', () => {
    const empty = [...korean, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('use a figure in one language only if the other is given it too', () => {
    const argumentsOf = (text: string) =>
      new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]));
    const strangers = [...korean].flatMap(([key, text]) => {
      const known = argumentsOf(english.get(key) ?? '');
      return [...argumentsOf(text)]
        .filter((name) => !known.has(name))
        .map((name) => `${key}: ${name}`);
    });
    expect(strangers).toEqual([]);
  });

  it.each(locales)('are all readable as ICU messages in %s', (locale) => {
    const broken: string[] = [];
    const t = createTranslator({
      locale,
      messages: messages[locale],
      onError: (error) => {
        if (error.code === IntlErrorCode.INVALID_MESSAGE) broken.push(error.message);
      },
    });
    for (const [key] of leaves(messages[locale])) (t as (key: string) => string)(key);
    expect(broken).toEqual([]);
  });

  it('are written in Korean, not left in English', () => {
    const english = [...korean].filter(
      ([, text]) => !/[가-힣]/.test(text) && /[a-z]{2,} [a-z]{2,}/i.test(text),
    );
    expect(english.map(([key]) => key)).toEqual([]);
  });
});
