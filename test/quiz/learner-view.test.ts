import { beforeAll, describe, expect, test } from 'vitest';
import { misconceptionIds } from '@/lib/engine';
import { seededRandom } from '@/lib/kernel/random';
import { draftVariant, noScenes, type VariantDraft } from '@/lib/quiz/generate-variant';
import { learnerView, questionViewSchema } from '@/lib/quiz/learner-view';
import { drawParameters } from '@/lib/quiz/parameters';
import { terminalText } from '@/lib/quiz/terminal-text';
import { beliefsOf, type Template } from '@/lib/quiz/template';
import { kinds, locales, type VariantKey } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error('the course cannot be read');
const course = read.value;

/** Fifty templates of the course, some of every kind that it has. */
function fiftyTemplates(): readonly Template[] {
  const shuffled = seededRandom('fifty templates').shuffle(course.templates);
  const some = kinds.flatMap((kind) => shuffled.filter((each) => each.kind === kind).slice(0, 3));
  const others = shuffled.filter((each) => !some.includes(each) && each.kind !== 'flashcard');
  return [...some, ...others].slice(0, 50);
}

interface Shown {
  readonly template: Template;
  readonly seed: string;
  readonly draft: VariantDraft;
}

const shown: Shown[] = [];

/** Values of its parameters that a template is tried with: each makes a scene in the engine, which takes time. */
const scenesEach = 6;

/** Seeds under which a template draws few different values (generate-variant.ts draws them from `content/SEED`). */
function seedsOf({ id, parameters }: Template): readonly string[] {
  const drawn = new Set<string>();
  const seeds: string[] = [];
  for (let index = 0; seeds.length < 20; index++) {
    const seed = `${id}/secret-${index}`;
    const values = JSON.stringify(drawParameters(parameters, seededRandom(`content/${seed}`)));
    if (drawn.size === scenesEach && !drawn.has(values)) continue;
    drawn.add(values);
    seeds.push(seed);
  }
  return seeds;
}

beforeAll(() => {
  for (const template of fiftyTemplates()) {
    const scenes = noScenes();
    for (const seed of seedsOf(template)) {
      const draft = draftVariant(template, seed, course, scenes);
      if (!draft.ok) throw new Error(`${seed}: ${draft.error.message}`);
      shown.push({ template, seed, draft: draft.value });
    }
  }
}, 120_000);

const views = ({ draft }: Shown) =>
  locales.map((locale) => learnerView(draft.question, 'a concept', locale));

/** What would give the key away wherever it stood. What a hands-on question's goals say in words is shown on purpose. */
function secretsOf({ template, seed, draft }: Shown): readonly string[] {
  const { explanation } = draft;
  const facts = /[()]/;
  const of = (key: VariantKey): readonly string[] => {
    switch (key.kind) {
      case 'type':
        return [key.solution, ...key.goal.filter((fact) => facts.test(fact))];
      case 'blanks':
        return [...key.goal.filter((fact) => facts.test(fact))];
      case 'lab':
        return [
          ...[...key.goal, ...key.never].filter((fact) => facts.test(fact)),
          ...key.hints.flatMap(({ ko, en }) => [ko, en]),
          key.solution.join('\n'),
        ];
      case 'flashcard':
        return [key.back.ko, key.back.en];
      case 'choice':
      case 'predict':
      case 'several':
      case 'order':
      case 'parts':
        return [];
    }
  };
  return [
    seed,
    ...beliefsOf(template.body),
    ...(explanation === null ? [] : [explanation.ko, explanation.en]),
    ...of(draft.key),
  ];
}

describe('what a learner sees of fifty templates in twenty variants each', () => {
  test('are questions of every kind of the course', () => {
    expect(shown).toHaveLength(1000);
    const inCourse = new Set(course.templates.map(({ kind }) => kind));
    expect(new Set(shown.map(({ template }) => template.kind))).toEqual(inCourse);
  });

  test('is what the allow-list admits, the same fields for every option', () => {
    for (const each of shown)
      for (const view of views(each))
        expect(questionViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  test('holds no seed, no belief, no explanation, no solution, no goal’s fact, no hint and no back', () => {
    const told = shown.flatMap((each) => {
      const text = views(each)
        .map((view) => JSON.stringify(view))
        .join('\n');
      return secretsOf(each)
        .filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))
        .map((secret) => `${each.template.id}: ${secret}`);
    });
    expect([...new Set(told)]).toEqual([]);
    const ids = shown.flatMap((each) => {
      const text = JSON.stringify(views(each));
      return misconceptionIds.filter((id) => text.includes(id));
    });
    expect(ids).toEqual([]);
  });

  test('withholds the output of what is asked about, and of all that comes after it', () => {
    for (const { draft, template } of shown) {
      const { scenario } = draft.question;
      const from = scenario.findIndex(({ output }) => output === null);
      const withheld = from < 0 ? [] : scenario.slice(from);
      expect(withheld.every(({ output }) => output === null)).toBe(true);
      const least = template.do.length + (template.kind === 'predict' ? 1 : 0);
      expect(withheld.length, template.id).toBeGreaterThanOrEqual(least);
      const outputs = draft.run.slice(-withheld.length).map((step) => terminalText(step.shown));
      const scene = JSON.stringify(scenario);
      if (withheld.length > 0 && template.kind !== 'order')
        for (const output of outputs.filter((text) => /[0-9a-f]{64}/.test(text)))
          expect(scene).not.toContain(output.trim());
    }
  });
});

describe('the options', () => {
  const keyed = () =>
    shown.flatMap(({ draft: { key } }) =>
      key.kind === 'choice' || key.kind === 'predict' ? [key] : [],
    );

  /** Pearson's statistic for counts that should be equal. */
  const chiSquare = (counts: readonly number[]): number => {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  };
  /** Its value that chance passes once in a thousand times, by degrees of freedom. */
  const rare = [0, 10.83, 13.82, 16.27];

  test('do not say by their place or id which one is right', () => {
    const sizes = [2, 3, 4].map((options) =>
      keyed().filter((key) => key.options.length === options),
    );
    const enough = sizes.filter(({ length }) => length >= 100);
    expect(enough.length).toBeGreaterThan(0);
    for (const keys of enough) {
      const options = keys[0]?.options.length ?? 0;
      const places = Array.from({ length: options }, () => 0);
      const ranks = [...places];
      for (const { option, options: all } of keys) {
        const ids = all.map(({ id }) => id);
        const place = ids.indexOf(option);
        const rank = [...ids].sort().indexOf(option);
        places[place] = (places[place] ?? 0) + 1;
        ranks[rank] = (ranks[rank] ?? 0) + 1;
      }
      expect(chiSquare(places), places.join()).toBeLessThan(rare[options - 1] ?? 0);
      expect(chiSquare(ranks), ranks.join()).toBeLessThan(rare[options - 1] ?? 0);
    }
  });

  test('have ids that come from the seed alone, whatever the question', () => {
    const byCount = new Map<number, string>();
    const templates = fiftyTemplates()
      .filter(({ kind }) => kind === 'choice')
      .slice(0, 8);
    for (const template of templates) {
      const draft = draftVariant(template, 'one seed', course);
      if (!draft.ok || draft.value.key.kind !== 'choice') throw new Error(template.id);
      const ids = draft.value.key.options.map(({ id }) => id).join();
      const { length } = draft.value.key.options;
      expect(ids).toBe(byCount.get(length) ?? ids);
      byCount.set(length, ids);
    }
    expect(byCount.size).toBeLessThan(templates.length);
  });
});
