import { describe, expect, test } from 'vitest';
import { parseConcepts } from '@/lib/quiz/parse-concepts';
import { parseGlossary } from '@/lib/quiz/parse-glossary';
import { parseMisconceptions } from '@/lib/quiz/parse-misconceptions';
import { parseReadings } from '@/lib/quiz/parse-readings';
import { checkSourceConcepts, lineCounts, parseSource } from '@/lib/quiz/parse-sources';
import { problemLine, type TemplateProblem } from '@/lib/quiz/template-problem';
import type { Result } from '@/lib/kernel/result';

function problems(result: Result<unknown, readonly TemplateProblem[]>): string[] {
  return result.ok ? [] : result.error.map(problemLine);
}

const w = '{ ko: ㄱ, en: a }';
const concept = (id: string, rest = ''): string =>
  `- id: ${id}\n  title: ${w}\n  statement: ${w}\n  text: ${w}\n  source: [S0#1-2]\n${rest}`;
const lines = { S0: 10 };

describe('concepts', () => {
  const parse = (text: string) => parseConcepts([{ text, file: 'c.yaml' }], lines);

  test('are read in the order of the files', () => {
    const parsed = parseConcepts(
      [
        { text: concept('b.one'), file: 'b.yaml' },
        { text: concept('a.two', '  needs: [b.one]\n'), file: 'a.yaml' },
      ],
      lines,
    );
    expect(parsed.ok && parsed.value.map(({ id, needs }) => [id, needs])).toEqual([
      ['b.one', []],
      ['a.two', ['b.one']],
    ]);
  });

  test.each([
    [
      concept('One'),
      ['c.yaml:1:7: "One" cannot be a concept\'s id — write `group.some-name` in lower case'],
    ],
    [
      concept('a.b') + concept('a.b'),
      ['c.yaml:6:7: the concept `a.b` is declared twice — declare it once'],
    ],
    [
      concept('a.b', '  needs: [a.c]\n'),
      ['c.yaml:6:11: there is no concept `a.c` — did you mean "a.b"?'],
    ],
    [
      concept('a.b', '  needs: [a.c]\n') + concept('a.c', '  needs: [a.b]\n'),
      [
        'c.yaml:6:11: `a.c` itself needs `a.b` — remove one of the two: prerequisites may not go in a circle',
        'c.yaml:12:11: `a.b` itself needs `a.c` — remove one of the two: prerequisites may not go in a circle',
      ],
    ],
    [
      concept('a.b').replace('S0#1-2', 'S0#1-12'),
      ['c.yaml:5:12: S0 has only 10 lines, not 12 — write `S0#41-43` or `S4#54`'],
    ],
    [
      concept('a.b').replace('title', 'titel'),
      [
        'c.yaml:1:3: `title` is missing — write `title: { ko: …, en: … }`',
        'c.yaml:2:3: unknown key `titel` — did you mean "title"?',
      ],
    ],
    ['a: b', ['c.yaml:1:1: this file is not a list — begin each entry with `- `']],
  ])('%#', (text, expected) => {
    expect(problems(parse(text))).toEqual(expected);
  });
});

describe('misconceptions', () => {
  const known = { concepts: new Set(['a.b']), lineCounts: lines };
  const entry = (id: string, concepts = '[a.b]'): string =>
    `- id: ${id}\n  belief: ${w}\n  answer: ${w}\n  concepts: ${concepts}\n`;
  test.each([
    [entry('pause-is-stop'), []],
    [entry('no-slash-means-local'), []],
    [
      entry('pause-is-stopp'),
      [
        'm.yaml:1:7: the engine has no misconception `pause-is-stopp` — did you mean "pause-is-stop"?',
      ],
    ],
    [
      entry('pause-is-stop') + entry('pause-is-stop'),
      ['m.yaml:5:7: the misconception `pause-is-stop` is described twice — describe it once'],
    ],
    [
      entry('pause-is-stop', '[a.c]'),
      ['m.yaml:4:14: there is no concept `a.c` — did you mean "a.b"?'],
    ],
    [
      entry('pause-is-stop', '[]'),
      ['m.yaml:4:13: `concepts` has too few entries — write `concepts: [lifecycle.paused]`'],
    ],
  ])('%#', (text, expected) => {
    expect(problems(parseMisconceptions(text, 'm.yaml', known))).toEqual(expected);
  });
});

describe('sources', () => {
  const source = (statements: string): string =>
    `source: S0\nfile: 000.txt\nlines: 10\nstatements:\n${statements}`;
  const taught = (range: string): string =>
    `  - { lines: ${range}, ko: ㄱ, en: a, concepts: [a.b] }\n`;

  test('are read with their line counts', () => {
    const parsed = parseSource(source(taught('1-2') + taught('4')), 's.yaml');
    expect(parsed.ok && lineCounts([parsed.value])).toEqual({ S0: 10 });
    expect(parsed.ok && parsed.value.statements.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [4, 4],
    ]);
  });

  test.each([
    [
      source(taught('1-2') + taught('2-3')),
      ['s.yaml:6:14: line 2 is in an earlier range — write ranges in order, without overlaps'],
    ],
    [
      source(taught('3-2')),
      [
        "s.yaml:5:14: the range 3-2 ends before it begins — write `lines: '41-43'` or `lines: '54'`",
      ],
    ],
    [
      source(taught('3-12')),
      ['s.yaml:5:14: the document has only 10 lines — mend the range or `lines`'],
    ],
    [
      source('  - { lines: 1, ko: ㄱ, en: a }\n'),
      [
        's.yaml:5:5: nothing teaches this statement — write either `concepts: […]` or `aside: reason`',
      ],
    ],
    [
      source('  - { lines: 1, ko: ㄱ, en: a, concepts: [a.b], aside: x }\n'),
      [
        's.yaml:5:5: an aside is taught by nothing — write either `concepts: […]` or `aside: reason`',
      ],
    ],
    [
      source(taught('1')).replace('S0', 'S7'),
      ['s.yaml:1:9: `source` cannot be "S7" — did you mean "S0"?'],
    ],
  ])('%#', (text, expected) => {
    expect(problems(parseSource(text, 's.yaml'))).toEqual(expected);
  });

  test('a concept that does not exist is told at its line', () => {
    expect(
      checkSourceConcepts(source(taught('1')), 's.yaml', new Set(['a.c'])).map(problemLine),
    ).toEqual(['s.yaml:5:42: there is no concept `a.b` — did you mean "a.c"?']);
  });
});

describe('readings', () => {
  test('are looked up without letter case', () => {
    const parsed = parseReadings('Nginx: 엔진엑스\nweb: 웹\n', 'r.yaml');
    expect(parsed.ok && [...parsed.value]).toEqual([
      ['nginx', '엔진엑스'],
      ['web', '웹'],
    ]);
  });
  test.each([
    ['web: weeb', ['r.yaml:1:6: "weeb" is not a reading in Hangul — write `nginx: 엔진엑스`']],
    ['web: 웹\nWEB: 웹', ['r.yaml:2:6: "WEB" has two readings — keep one']],
  ])('%s', (text, expected) => {
    expect(problems(parseReadings(text, 'r.yaml'))).toEqual(expected);
  });
});

describe('the glossary', () => {
  const term = (id: string, name: string, rest = ''): string =>
    `- id: ${id}\n  term: { ko: ${name}, en: ${name} }\n  text: ${w}\n  concepts: [a.b]\n${rest}`;
  const parse = (text: string) =>
    parseGlossary(text, 'g.yaml', { concepts: new Set(['a.b']), lineCounts: lines });

  test('is read with what was left out filled in', () => {
    const parsed = parse(
      term('x', 'one', '  command: docker ps\n  source: [S0#1]\n') + term('y', 'two'),
    );
    expect(
      parsed.ok &&
        parsed.value.map(({ also, command, sources }) => [also, command, sources.length]),
    ).toEqual([
      [{ ko: [], en: [] }, 'docker ps', 1],
      [{ ko: [], en: [] }, null, 0],
    ]);
  });

  test.each([
    [
      term('A b', 'one'),
      ['g.yaml:1:7: "A b" cannot be a term\'s id — write `some-name` in lower case'],
    ],
    [
      term('x', 'one') + term('x', 'two'),
      ['g.yaml:5:7: the term `x` is described twice — describe it once'],
    ],
    [
      term('x', 'One') + term('y', 'two', '  also: { ko: [], en: [one] }\n'),
      ['g.yaml:9:24: "one" is said twice — keep one of them'],
    ],
    [
      term('x', 'one').replace('a.b', 'a.c'),
      ['g.yaml:4:14: there is no concept `a.c` — did you mean "a.b"?'],
    ],
    [
      term('x', 'one', '  command: ls\n'),
      ['g.yaml:5:12: `ls` is no docker command — write `docker …`, or none'],
    ],
    [
      term('x', 'one', '  source: [S0#11]\n'),
      ['g.yaml:5:12: S0 has only 10 lines, not 11 — write `S0#41-43` or `S4#54`'],
    ],
    [term('x', 'one').replace('term', 'trem'), 1],
  ])('tells a mistake with its line: %#', (text, expected) => {
    const told = problems(parse(text));
    if (typeof expected === 'number') expect(told.length).toBeGreaterThanOrEqual(expected);
    else expect(told).toEqual(expected);
  });
});
