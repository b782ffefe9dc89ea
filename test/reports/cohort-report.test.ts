import { describe, expect, test } from 'vitest';
import { activityOf } from '@/lib/reports/activity';
import { riskReasons } from '@/lib/reports/at-risk';
import { beliefFigures } from '@/lib/reports/beliefs';
import { cohortReport } from '@/lib/reports/cohort-report';
import { meanOf, ratioOf, shareOf } from '@/lib/reports/figures';
import { meanInterval } from '@/lib/reports/mean-interval';
import type { FirstAttempt, ReportRows } from '@/lib/reports/rows';

const attempt = (learnerId: string, conceptId: string, at: number, correct: boolean) => ({
  learnerId,
  conceptId,
  at,
  correct,
});
const card = (learnerId: string, conceptId: string, recallNow: number, more = {}) => ({
  learnerId,
  conceptId,
  recallNow,
  recallOnDate: null,
  overdue: false,
  ...more,
});

const empty: ReportRows = {
  learners: [],
  concepts: [],
  days: [],
  firstAttempts: [],
  cards: [],
  bearings: [],
};

describe('figures', () => {
  test('a share of nothing has no ratio and a mean of nothing does not exist', () => {
    expect(ratioOf({ part: 0, of: 0 })).toBeNull();
    expect(ratioOf({ part: 3, of: 4 })).toBe(0.75);
    expect(meanOf([])).toBeNull();
    expect(meanOf([0.5, 1, 0])).toEqual({ mean: 0.5, n: 3 });
    expect(shareOf([1, 2, 3], (n) => n > 1)).toEqual({ part: 2, of: 3 });
  });

  test('facility of LSAT6 (Bock & Lieberman 1970, N = 1000) is the mean of the marks, item by item', () => {
    const patterns =
      '00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01011:16 01101:3 01110:2 01111:15 10000:10 10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 10111:80 11000:16 11001:56 11010:21 11011:173 11100:11 11101:61 11110:28 11111:298'
        .split(' ')
        .map((entry) => entry.split(':'));
    const marks = patterns.flatMap(([pattern = '', count]) =>
      Array.from({ length: Number(count) }, () => pattern),
    );
    const facility = [0, 1, 2, 3, 4].map((item) =>
      shareOf(marks, (pattern) => pattern.charAt(item) === '1'),
    );
    expect(facility).toEqual([924, 709, 553, 763, 870].map((part) => ({ part, of: 1000 })));
  });
});

describe('mean interval', () => {
  // R: t.test(c(.2,.4,.6,.8,1)): mean .6, s = .3162278, t(4) = 2.776445, half-width .3926486
  test('is Student’s t over learners', () => {
    const found = meanInterval([0.2, 0.4, 0.6, 0.8, 1]);
    expect(found?.n).toBe(5);
    expect(found?.mean).toBeCloseTo(0.6, 12);
    expect(found?.low).toBeCloseTo(0.6 - 0.3926, 2);
    expect(found?.high).toBeCloseTo(0.6 + 0.3926, 2);
  });

  test('does not leave 0 to 1, and says nothing below five learners', () => {
    expect(meanInterval([0, 0, 0, 0, 1])?.low).toBe(0);
    expect(meanInterval([1, 1, 1, 1, 0])?.high).toBe(1);
    expect(meanInterval([0.1, 0.9, 0.5, 0.5])).toBeNull();
  });
});

describe('activity', () => {
  test.each([
    { name: 'nobody', ago: [], last: null, in7: 0, in28: 0 },
    { name: 'today only', ago: [0], last: 0, in7: 1, in28: 1 },
    { name: 'the seventh day back is the last of 7', ago: [6], last: 6, in7: 1, in28: 1 },
    { name: 'a week ago is outside', ago: [7], last: 7, in7: 0, in28: 1 },
    { name: 'day 27 is the last of 28', ago: [27, 28], last: 27, in7: 0, in28: 1 },
    { name: 'rows of one day are one day', ago: [2, 2, 3], last: 2, in7: 2, in28: 2 },
  ])('$name', ({ ago, last, in7, in28 }) => {
    const days = ago.map((daysAgo) => ({ learnerId: 'a', daysAgo, answers: 5 }));
    expect(activityOf(days)).toEqual({
      lastDaysAgo: last,
      daysIn7: in7,
      daysIn28: in28,
      answers: 5 * ago.length,
    });
  });
});

describe('beliefs held', () => {
  const bearing = (learnerId: string, belief: string, at: number, shown: boolean) => ({
    learnerId,
    belief,
    at,
    shown,
  });

  test('the latest answer that bears on the belief decides, learner by learner', () => {
    const rows = [
      bearing('a', 'x', 1, true),
      bearing('a', 'x', 2, false),
      bearing('b', 'x', 2, false),
      bearing('b', 'x', 3, true),
      bearing('c', 'x', 9, true),
      bearing('a', 'y', 5, false),
    ];
    expect(beliefFigures(rows)).toEqual([
      { belief: 'x', held: { part: 2, of: 3 }, holders: ['c', 'b'] },
      { belief: 'y', held: { part: 0, of: 1 }, holders: [] },
    ]);
    expect(beliefFigures([...rows].reverse())).toEqual(beliefFigures(rows));
  });

  test('ordered by share, then by holders', () => {
    const rows = [
      bearing('a', 'half', 1, true),
      bearing('b', 'half', 1, false),
      bearing('a', 'one', 1, true),
      bearing('a', 'two', 1, true),
      bearing('b', 'two', 1, true),
    ];
    expect(beliefFigures(rows).map(({ belief }) => belief)).toEqual(['two', 'one', 'half']);
  });
});

describe('at risk', () => {
  const busy = { lastDaysAgo: 0, daysIn7: 3, daysIn28: 9, answers: 100 };
  const well = { joinedDaysAgo: 40, activity: busy, overdue: 0, firstAttempts: [] };
  const series = (rights: readonly [number, number][]): FirstAttempt[] =>
    rights
      .flatMap(([right, of]) => Array.from({ length: of }, (_, index) => index < right))
      .map((correct, at) => attempt('a', 'c', at, correct));

  test.each([
    ['all is well', {}, []],
    ['six days are not yet a week', { activity: { ...busy, lastDaysAgo: 6 } }, []],
    [
      'seven days without practice',
      { activity: { ...busy, lastDaysAgo: 7 } },
      [{ kind: 'idle', days: 7 }],
    ],
    [
      'joined a week ago and never began',
      { joinedDaysAgo: 7, activity: { ...busy, lastDaysAgo: null } },
      [{ kind: 'not-begun', days: 7 }],
    ],
    [
      'joined yesterday and has not begun yet',
      { joinedDaysAgo: 1, activity: { ...busy, lastDaysAgo: null } },
      [],
    ],
    ['thirty overdue cards are allowed', { overdue: 30 }, []],
    ['thirty-one are not', { overdue: 31 }, [{ kind: 'overdue', cards: 31 }]],
    [
      'four fewer of twenty right',
      {
        firstAttempts: series([
          [5, 10],
          [18, 20],
          [14, 20],
        ]),
      },
      [{ kind: 'falling', recent: { part: 14, of: 20 }, before: { part: 18, of: 20 } }],
    ],
    [
      'three fewer of twenty right',
      {
        firstAttempts: series([
          [18, 20],
          [15, 20],
        ]),
      },
      [],
    ],
    [
      'too few attempts to tell',
      {
        firstAttempts: series([
          [19, 19],
          [0, 20],
        ]),
      },
      [],
    ],
    [
      'everything at once, the gravest first',
      {
        activity: { ...busy, lastDaysAgo: 12 },
        overdue: 99,
        firstAttempts: series([
          [20, 20],
          [10, 20],
        ]),
      },
      [
        { kind: 'idle', days: 12 },
        { kind: 'overdue', cards: 99 },
        { kind: 'falling', recent: { part: 10, of: 20 }, before: { part: 20, of: 20 } },
      ],
    ],
  ] as const)('%s', (_name, changes, expected) => {
    expect(riskReasons({ ...well, ...changes })).toEqual(expected);
  });

  test('attempts count in the order of time, however they come', () => {
    const falling = series([
      [18, 20],
      [10, 20],
    ]);
    const shuffled = [...falling].sort((a, b) => (a.at % 7) - (b.at % 7));
    expect(riskReasons({ ...well, firstAttempts: shuffled })).toEqual(
      riskReasons({ ...well, firstAttempts: falling }),
    );
  });
});

describe('the cohort’s report', () => {
  const rows: ReportRows = {
    learners: ['a', 'b', 'c'].map((id) => ({ id, joinedDaysAgo: 3 })),
    concepts: ['pause', 'tag', 'never'],
    days: [
      { learnerId: 'a', daysAgo: 0, answers: 4 },
      { learnerId: 'a', daysAgo: 9, answers: 6 },
      { learnerId: 'b', daysAgo: 8, answers: 1 },
      { learnerId: 'stranger', daysAgo: 0, answers: 50 },
    ],
    firstAttempts: [
      attempt('a', 'pause', 1, true),
      attempt('a', 'pause', 2, false),
      attempt('a', 'tag', 3, true),
      attempt('b', 'pause', 4, true),
      attempt('b', 'retired', 5, false),
      attempt('stranger', 'pause', 6, false),
    ],
    cards: [
      card('a', 'pause', 0.9, { recallOnDate: 0.6, overdue: true }),
      card('a', 'pause', 0.7, { recallOnDate: 0.4 }),
      card('a', 'tag', 0.5, { recallOnDate: 0.2 }),
      card('b', 'pause', 0.8, { recallOnDate: 0.7 }),
      card('stranger', 'pause', 0.1),
    ],
    bearings: [
      { learnerId: 'a', belief: 'm', at: 1, shown: true },
      { learnerId: 'stranger', belief: 'm', at: 1, shown: true },
    ],
  };
  const report = cohortReport(rows);

  test('by learner: activity, first attempts, recall over own cards, each with its N', () => {
    const [a, b, c] = report.learners;
    expect(a).toMatchObject({
      answers: 10,
      lastDaysAgo: 0,
      accuracy: { part: 2, of: 3 },
      begun: { part: 2, of: 3 },
      overdue: 1,
    });
    expect(a?.recall?.mean).toBeCloseTo(0.7, 12);
    expect(a?.recall?.n).toBe(3);
    expect(a?.recallOnDate?.mean).toBeCloseTo(0.4, 12);
    expect(b).toMatchObject({ accuracy: { part: 1, of: 1 }, recall: { mean: 0.8, n: 1 } });
    expect(c).toMatchObject({
      answers: 0,
      lastDaysAgo: null,
      accuracy: { part: 0, of: 0 },
      recall: null,
      begun: { part: 0, of: 3 },
    });
  });

  test('by concept: over all learners’ cards, with a cell for whoever met it', () => {
    const [pause, tag, never] = report.concepts;
    expect(pause).toMatchObject({ accuracy: { part: 2, of: 3 }, begun: { part: 2, of: 3 } });
    expect(pause?.recall?.mean).toBeCloseTo(0.8, 12);
    expect(pause?.recall?.n).toBe(3);
    expect([...(pause?.cells.keys() ?? [])]).toEqual(['a', 'b']);
    expect(pause?.cells.get('a')).toMatchObject({ accuracy: { part: 1, of: 2 } });
    expect(tag?.cells.get('b')).toBeUndefined();
    expect(never).toMatchObject({ recall: null, begun: { part: 0, of: 3 } });
    expect(never?.cells.size).toBe(0);
  });

  test('for the cohort every learner with cards counts the same', () => {
    expect(report.recallNow.mean?.mean).toBeCloseTo((0.7 + 0.8) / 2, 12);
    expect(report.recallNow.mean?.n).toBe(2);
    expect(report.recallNow.interval).toBeNull();
    expect(report.practised7).toEqual({ part: 1, of: 3 });
    expect(report.accuracy).toEqual({ part: 3, of: 4 });
  });

  test('whoever is not a learner of the cohort does not count anywhere', () => {
    expect(report.beliefs).toEqual([{ belief: 'm', held: { part: 1, of: 1 }, holders: ['a'] }]);
  });

  test('an empty cohort has a report without figures', () => {
    expect(cohortReport(empty)).toMatchObject({
      learners: [],
      practised7: { part: 0, of: 0 },
      recallNow: { mean: null, interval: null },
    });
  });
});
