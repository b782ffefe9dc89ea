import { afterAll, beforeAll, expect, test } from 'vitest';
import { beliefsOf, type Template } from '@/lib/quiz/template';
import { kinds, locales, type Kind, type Locale } from '@/lib/quiz/types';
import { answerQuestion } from '../../scripts/screenshots/answer-question';
import { useBrowser } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { newestPerson, openQuestionOf, query } from './support/open-question';
import { words } from './support/practise';
import { courseTemplates, showTemplate } from './support/show-template';

const browser = useBrowser();
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

/** A question of the kind, one whose wrong answers show a belief where there is one. */
function templateOf(kind: Kind): Template | undefined {
  const own = courseTemplates().filter((template) => template.kind === kind);
  return own.find(({ body }) => beliefsOf(body).length > 0) ?? own[0];
}

async function guestAtPractice(locale: Locale) {
  const page = await browser.newPage({ locale: locale === 'ko' ? 'ko-KR' : 'en-US' });
  await page.goto(app.url);
  const practise = words[locale].home.practise;
  await page.getByRole('button', { name: practise, exact: true }).first().click();
  await page.waitForURL('**/practice');
  await page.getByRole('article').waitFor();
  return { page, locale, learnerId: await newestPerson(app.databaseUrl) };
}

/** The word of the verdict for an answer, as `verdictWord` (components/question/verdict-banner.tsx) promises it. */
function wordFor(kind: Kind, { correct, score }: { correct: boolean; score: number }) {
  if (kind === 'flashcard') return score === 0 ? 'forgotten' : 'recalled';
  return correct ? 'correct' : score >= 0.5 ? 'partly' : 'notYet';
}

type Guest = Awaited<ReturnType<typeof guestAtPractice>>;

/** Puts a variant of the template before the guest, who answers it; the verdict says whether rightly. */
async function answerOne(
  { page, learnerId, locale }: Guest,
  { id, kind }: Template,
  right: boolean,
): Promise<void> {
  await showTemplate(app.databaseUrl, learnerId, id);
  await page.reload();
  const open = await openQuestionOf(app.databaseUrl, learnerId);
  if (open === null) throw new Error('no question is open');
  const [begin = ''] = open.question.prompt[locale].split(/[`\n]/).filter((part) => part.trim());
  await page.getByRole('article').getByText(begin.trim()).first().waitFor();
  await answerQuestion(page, open, words[locale], right);
  const [graded] = await query<{ correct: boolean; score: number }>(
    app.databaseUrl,
    'SELECT correct, score FROM answers WHERE learner_id = $1 AND showing_id = $2',
    [learnerId, open.showingId],
  );
  if (graded === undefined) throw new Error('the answer was not stored');
  expect({ kind, correct: graded.correct }).toEqual({ kind, correct: right });
  const verdict = words[locale].verdict[wordFor(kind, graded)];
  const heading = page.getByRole('heading', { level: 2 }).filter({ hasText: verdict });
  expect(await heading.count(), `${locale}, ${kind}: ${verdict}`).toBe(1);
}

test('a question of every kind is answered rightly and wrongly in both languages, and the verdict says which', async () => {
  const guests: Guest[] = [];
  for (const locale of locales) guests.push(await guestAtPractice(locale));
  const templates = kinds.flatMap((kind) => templateOf(kind) ?? []);
  const asked = new Set(templates.map(({ kind }) => kind));
  expect(kinds.filter((kind) => !asked.has(kind))).toEqual([]);
  await Promise.all(
    guests.map(async (guest) => {
      for (const template of templates)
        for (const right of [true, false]) await answerOne(guest, template, right);
    }),
  );
}, 240_000);
