import { describe, expect, test } from 'vitest';
import { coverSource, linesLeftOut } from '@/lib/quiz/coverage';
import { coveragePage } from '@/lib/quiz/coverage-page';
import { parseSource } from '@/lib/quiz/parse-sources';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { known } from './known-for-tests';

const SOURCE = `
source: S0
file: a.txt
lines: '9'
statements:
  - { lines: '1-2', ko: 제목, en: A title., aside: heading }
  - lines: '4'
    ko: 일시정지해요.
    en: Pausing | freezing.
    concepts: [lifecycle.paused]
    commands: [{ shown: docker pause 이름, forms: [docker pause, docker container pause] }]
`;

function document(yaml = SOURCE) {
  const read = parseSource(yaml, 'S0.yaml');
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return read.value;
}

function course(lines: string, source: string) {
  const yaml = `
- id: pause-it
  concept: lifecycle.paused
  given: docker run -d --name web nginx
  ask: { ko: 멈추세요., en: Pause it. }
  type: { goal: not schedulable(web), solution: ${lines}, wrong: [docker stop web, docker rm web] }
  source: [${source}]
- id: card-pause
  concept: lifecycle.paused
  ask: { ko: 무엇, en: What? }
  flashcard: { back: { ko: 멈춤, en: Frozen } }
  source: [${source}]
`;
  const read = parseTemplates(yaml, 'x.yaml', known);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('\n'));
  return read.value;
}

const taught = (lines: string, source: string) => coverSource(document(), course(lines, source));

describe('a statement of a source document', () => {
  test('is covered when a card or template cites one of its lines and its commands are typed', () => {
    const [aside, pause] = taught('docker pause web', 'S0#3-4');
    expect(aside?.covered).toBe(true);
    expect(pause).toMatchObject({ covered: true, cards: ['card-pause'], templates: ['pause-it'] });
  });

  test('is not covered when nothing cites its lines', () => {
    expect(taught('docker pause web', 'S0#5')[1]).toMatchObject({ covered: false, templates: [] });
  });

  test('is not covered when a command it shows is typed nowhere; every way to write it counts', () => {
    expect(taught('docker ps --filter name=pause', 'S0#4')[1]?.covered).toBe(false);
    expect(taught('docker unpause web', 'S0#4')[1]?.covered).toBe(false);
    expect(taught('docker container pause web', 'S0#4')[1]?.covered).toBe(true);
  });
});

test('lines that say something and stand in no statement are told', () => {
  expect(linesLeftOut(document(), 'one\ntwo\nthree\nfour\n \n\nseven\n')).toEqual([3, 7]);
});

test('the page shows who teaches what, what is missing, and ends with the count', () => {
  const page = coveragePage([{ document: document(), rows: taught('docker unpause web', 'S0#4') }]);
  expect(page).toContain('| 1-2 | A title. | aside: heading |  |  |');
  expect(page).toContain(
    '| 4 | **not covered** Pausing \\| freezing.<br>`docker pause 이름`: 0 | `lifecycle.paused` | `card-pause` | `pause-it` |',
  );
  expect(page.endsWith('\nstatements 1, covered 0\n')).toBe(true);
});
