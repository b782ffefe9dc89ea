import { describe, expect, test } from 'vitest';
import { seededRandom } from '@/lib/kernel/random';
import { resolveParticles } from '@/lib/quiz/korean';
import { drawParameters, fillLocale, type Assignment } from '@/lib/quiz/parameters';
import type { Parameter, ParameterValue, Template } from '@/lib/quiz/template';
import { allTexts } from '@/lib/quiz/template-texts';
import { readContent } from '@/lib/server/content/read-content';
import { spokenEndings } from './spoken-endings';

const read = readContent('content');
if (!read.ok) throw new Error('the course cannot be read');
const course = read.value;

const particle =
  /은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|아\(야\)|야\(아\)|\(으\)(?=[가-힣])|\(이\)(?=[가-힣])/g;

/** Every value, or row of values, that the names of a parameter can have. */
function valuesOf({ names, draw }: Parameter): readonly Assignment[] {
  const assign = (row: readonly ParameterValue[]): Assignment =>
    Object.fromEntries(names.map((name, i) => [name, row[i] ?? '']));
  switch (draw.kind) {
    case 'rows':
      return draw.rows.map(assign);
    case 'distinct':
      return draw.values.map((value) => assign(names.map(() => value)));
    case 'range':
      return Array.from({ length: draw.to - draw.from + 1 }, (_, i) =>
        assign(names.map(() => String(draw.from + i))),
      );
    case 'made':
    case 'reckoned':
      return [];
  }
}

/** Every assignment of the parameters that a piece of text names; of those that follow from others what two hundred draws give. */
function assignmentsFor(template: Template, text: string): readonly Assignment[] {
  const concerned = template.parameters.filter(({ names }) =>
    names.some((name) => text.includes(`<${name}>`)),
  );
  if (concerned.some(({ draw }) => draw.kind === 'made' || draw.kind === 'reckoned'))
    return Array.from({ length: 200 }, (_, seed) =>
      drawParameters(template.parameters, seededRandom(`particles/${seed}`)),
    );
  return concerned.reduce<readonly Assignment[]>(
    (all, parameter) =>
      all.flatMap((one) => valuesOf(parameter).map((other) => ({ ...one, ...other }))),
    [{}],
  );
}

/** A word of the course before a particle, with every value that its parameters can have. */
interface Spoken {
  readonly word: string;
  readonly particle: string;
  /** What follows the particle: 로 tells (으)로 from (으)면. */
  readonly next: string;
  readonly where: string;
}

function wordsBefore(template: Template, text: string): readonly Spoken[] {
  return [...text.matchAll(particle)].flatMap((match) => {
    const chunk = /(?:`[^`]*`|[^\s`]+)$/.exec(text.slice(0, match.index))?.[0] ?? '';
    const next = text.charAt(match.index + match[0].length);
    return assignmentsFor(template, chunk).map((values) => ({
      word: fillLocale({ ko: chunk, en: chunk }, 'ko', values),
      particle: match[0],
      next,
      where: template.id,
    }));
  });
}

const spoken: readonly Spoken[] = course.templates.flatMap((template) =>
  allTexts(template)
    .filter(({ path }) => path.at(-1) === 'ko')
    .flatMap(({ text }) => wordsBefore(template, text)),
);

const isHangul = (text: string): boolean => /^[가-힣]$/.test(text);

/** How the end of a word is read: Hangul as it stands, a digit by its name, else the last piece of the name from the list. */
function endingOf(word: string): string | undefined {
  const bare = word.replace(/[`'"]+$/, '');
  const last = bare.slice(-1);
  if (isHangul(last)) return last;
  if (/\d/.test(last)) return spokenEndings[last];
  return spokenEndings[
    bare
      .split(/[\s/:@._=-]/)
      .at(-1)
      ?.replace(/^`/, '')
      .toLowerCase() ?? ''
  ];
}

/** The final consonant of a reading, by Unicode's decomposition of its last syllable: '' for none. */
function finalOf(reading: string): string {
  return /[\u11a8-\u11c2]$/.exec(reading.normalize('NFD'))?.[0] ?? '';
}

const rieul = '\u11af';
const closedFirst = new Map([
  ['은(는)', ['은', '는']],
  ['는(은)', ['은', '는']],
  ['이(가)', ['이', '가']],
  ['가(이)', ['이', '가']],
  ['을(를)', ['을', '를']],
  ['를(을)', ['을', '를']],
  ['과(와)', ['과', '와']],
  ['와(과)', ['과', '와']],
  ['아(야)', ['아', '야']],
  ['야(아)', ['아', '야']],
  ['(으)', ['으', '']],
  ['(이)', ['이', '']],
]);

function expectedForm({ word, particle: written, next }: Spoken): string {
  const final = finalOf(endingOf(word) ?? '');
  const [closed = '', open = ''] = closedFirst.get(written) ?? [];
  if (written === '(으)' && next === '로' && final === rieul) return open;
  return final === '' ? open : closed;
}

describe('Korean particles in the course', () => {
  test('stand after words whose reading is known, whatever the parameters', () => {
    expect(spoken.length).toBeGreaterThan(1000);
    const unread = spoken.filter(({ word }) => endingOf(word) === undefined);
    const words = unread.map(({ word, where }) => `${word} (${where})`);
    expect([...new Set(words)], 'write how they are read in spoken-endings.ts').toEqual([]);
  });

  test('are the ones that the reading asks for, whatever the parameters', () => {
    const wrong = spoken.flatMap((each) => {
      const written = `${each.word}${each.particle}${each.next}`;
      const chosen = resolveParticles(written, course.readings);
      const expected = `${each.word}${expectedForm(each)}${each.next}`;
      return chosen.ok && chosen.value === expected
        ? []
        : [`${each.where}: ${written} should be ${expected}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('after the course’s own readings agree with the list, word by word', () => {
    const differing = Object.entries(spokenEndings).filter(([word, reading]) => {
      const own = course.readings.get(word);
      return own !== undefined && own !== reading;
    });
    expect(differing).toEqual([]);
  });

  test('have a list without a word that the course does not say', () => {
    const said = new Set(spoken.map(({ word }) => endingOf(word)));
    expect(Object.values(spokenEndings).filter((reading) => !said.has(reading))).toEqual([]);
  });

  test('follow readings that are written in Hangul alone', () => {
    const odd = [...course.readings].filter(([, reading]) => !/^[가-힣]+$/.test(reading));
    expect(odd).toEqual([]);
  });
});
