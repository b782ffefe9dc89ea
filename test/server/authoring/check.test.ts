import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildCatalogue } from '@/lib/engine';
import { catalogueData } from '@/content/catalogue';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { questionViewSchema } from '@/lib/quiz/learner-view';
import { kinds } from '@/lib/quiz/types';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { answerSample } from '@/lib/server/authoring/answer-sample';
import { checkDraft } from '@/lib/server/authoring/check-draft';
import { drawSamples } from '@/lib/server/authoring/draw-samples';
import { readKnown } from '@/lib/server/authoring/read-known';
import { runProof } from '@/lib/server/authoring/run-proof';
import { standAlone, withId } from '@/lib/server/authoring/stand-alone';
import { starterText } from '@/lib/server/authoring/starter-text';
import { questionContext } from '@/lib/server/content/question-context';
import { newViewer } from '../cohorts/cohort-fixture';
import { draftOf, makeWords } from './studio-fixture';

const starter = withId(starterText('choice', 'en'), 'mine');
/** The starter with one line changed, and the number of that line. */
function changed(from: string | RegExp, to: string): { text: string; line: number } {
  const text = starter.replace(from, to);
  const lines = starter.split('\n');
  const line = text.split('\n').findIndex((each, i) => each !== lines[i]) + 1;
  return { text, line };
}

let author: Viewer;
let id: string;

beforeAll(async () => {
  await makeWords();
  author = await newViewer('member', 'Author');
  ({ id } = await draftOf(author, 'mine'));
});

describe('checking a draft', () => {
  test('a good text is proved and shows three different variants in both languages', async () => {
    const check = await checkDraft(author, id, starter);
    expect(check.problems).toEqual([]);
    expect(check.proof).toMatchObject({ proved: true, kind: 'choice', seeds: 40 });
    expect(check.proof?.beliefs.map(({ id: belief }) => belief)).toEqual([
      'pause-keeps-cpu',
      'pause-frees-memory',
      'pause-is-stop',
    ]);
    expect(check.samples).toHaveLength(3);
    for (const { question } of check.samples) {
      expect(questionViewSchema.parse(question.ko).prompt).toMatch(/[가-힣]/);
      expect(questionViewSchema.parse(question.en).prompt).toMatch(/^What is/);
    }
    const prompts = check.samples.map(({ question }) => JSON.stringify(question.en.scenario));
    expect(new Set(prompts).size).toBe(3);
  });

  test.each([
    ['an unknown concept', 'lifecycle.paused', 'lifecycle.pausd', /lifecycle\.pausd/],
    ['an unknown belief', 'pause-keeps-cpu', 'pause-keeps-cup', /pause-keeps-cup/],
    ['broken YAML', 'do: docker', 'given: docker', /unique|once|twice|duplicate/i],
    ['a missing outcome', /^ {4}none:.*\n/m, '', /none/],
    ['an undeclared parameter', 'docker pause <name>', 'docker pause <nam>', /nam/],
  ])('%s is told at its line', async (_name, from, to, message) => {
    const { text, line } = changed(from, to);
    const check = await checkDraft(author, id, text);
    expect(check.proof).toBeNull();
    expect(check.samples).toEqual([]);
    const [problem] = check.problems;
    expect(problem?.message).toMatch(message);
    // A line that is missing is told where its mapping stands.
    const near = from instanceof RegExp ? starter.split('\n').indexOf('  say:') + 1 : line;
    expect(Math.abs((problem?.line ?? 0) - near)).toBeLessThanOrEqual(
      from instanceof RegExp ? 1 : 0,
    );
  });

  test('a belief that yields no wrong answer is a problem of the proof, at its line', async () => {
    const { text, line } = changed('pause-is-stop]', 'exit-removes-container]');
    const check = await checkDraft(author, id, text);
    expect(check.proof?.proved).toBe(false);
    expect(check.problems).toMatchObject([{ line }]);
    expect(check.problems[0]?.message).toContain('exit-removes-container');
  });

  test('two templates in one draft are a problem at the second', async () => {
    const item = starter
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))
      .join('\n');
    const text = `${item}\n${item.replace('id: mine', 'id: second')}\n`;
    const check = await checkDraft(author, id, text);
    expect(check.problems).toMatchObject([{ line: item.split('\n').length + 1 }]);
    expect(check.problems[0]?.message).toContain('a draft holds one');
  });

  test('another id in the text is a warning, not an obstacle', async () => {
    const check = await checkDraft(author, id, withId(starter, 'pasted'));
    expect(check.proof?.proved).toBe(true);
    expect(check.warnings).toMatchObject([{ instead: 'write `id: mine`' }]);
  });

  test('a source is not required, but one that is cited must exist', async () => {
    const good = await checkDraft(author, id, `${starter}source: [S0#41-43]\n`);
    expect(good.problems).toEqual([]);
    const bad = await checkDraft(author, id, `${starter}source: [S0#86]\n`);
    expect(bad.problems).toMatchObject([{ line: starter.split('\n').length }]);
  });

  test('a stranger learns nothing from it', async () => {
    const other = await newViewer('member');
    await expect(checkDraft(other, id, starter)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(drawSamples(other, id, starter, 1)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('nobody waits for a check that was called off', async () => {
    const calling = new AbortController();
    const checking = checkDraft(author, id, starter, calling.signal);
    calling.abort(new Error('typed on'));
    await expect(checking).rejects.toThrow('typed on');
  });
});

describe('the proof of a template', () => {
  test('is given up when its time is spent, with how far it came', async () => {
    const context = await questionContext();
    const parsed = parseTemplates(starter, 'draft', await readKnown(context));
    if (!parsed.ok || parsed.value[0] === undefined) throw new Error('the starter is wrong');
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 10));
    const proof = await runProof(parsed.value[0], context, { seeds: 40, budgetMs: 100 });
    expect(proof.ok).toBe(false);
    if (!proof.ok) expect(proof.error.done).toBeLessThan(40);
  });
});

test('other variants are drawn on request, and the same round gives the same', async () => {
  const first = await drawSamples(author, id, starter, 1);
  expect(first).toHaveLength(3);
  expect(await drawSamples(author, id, starter, 1)).toEqual(first);
  expect(await drawSamples(author, id, starter, 2)).not.toEqual(first);
});

test('an author answers a sample and sees the verdict that a learner would', async () => {
  const [sample] = (await checkDraft(author, id, starter)).samples;
  if (sample?.key.kind !== 'choice') throw new Error('there is no sample');
  const { option, options } = sample.key;
  const answer = (chosen: string) =>
    answerSample(author, id, {
      text: starter,
      seed: sample.seed,
      response: { kind: 'choice', option: chosen },
      locale: 'en',
    });
  expect((await answer(option)).verdict).toMatchObject({ correct: true });
  const wrong = options.find((each) => each.id !== option);
  const { verdict } = await answer(wrong?.id ?? '');
  expect(verdict.correct).toBe(false);
  expect(verdict.beliefs.map(({ id: belief }) => belief)).toEqual(wrong?.beliefs);
  expect(verdict.run.length).toBeGreaterThan(0);
});

describe('what a new template begins as', () => {
  test.each(kinds)('is proved as it stands: %s', async (kind) => {
    const check = await checkDraft(author, id, withId(starterText(kind, 'ko'), 'mine'));
    expect(check.problems).toEqual([]);
    expect(check.warnings).toEqual([]);
    expect(check.proof?.proved).toBe(true);
  });

  test('an item of a list is taken out of it', () => {
    const text = '- id: a\n  with:\n    name: [b]\n  ask: c\n';
    expect(standAlone(text)).toBe('id: a\nwith:\n  name: [b]\nask: c\n');
    expect(standAlone('id: a\nask: b\n')).toBe('id: a\nask: b\n');
  });
});

test('the catalogue of the engine is known to the studio', async () => {
  const known = await readKnown({
    ...(await questionContext()),
    catalogue: buildCatalogue(catalogueData),
  });
  expect(known.images.has('docker.io/library/nginx:latest')).toBe(true);
  expect(known).toMatchObject({ sourceLines: { S0: 85 }, sourceRequired: false });
});
