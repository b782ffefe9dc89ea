import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '@/lib/quiz/types';
import { answerQuestion } from '../../scripts/screenshots/answer-question';
import { typeAtTerminal } from '../../scripts/screenshots/type-at-terminal';
import { expectNoAxeViolations, useBrowser } from '../support/browser';
import { startApp, type TestApp } from '../support/server';
import { newestPerson, openQuestionOf, query } from './support/open-question';
import { goOn, practise, words } from './support/practise';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds to the next noon: far from four o'clock, when a learner's day begins. */
const TO_NOON = DAY - ((Date.now() + DAY / 2) % DAY);
const PASSWORD = 'a ship in a dry dock';

const browser = useBrowser();
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await app.setClock(TO_NOON);
});
afterAll(async () => {
  await app.stop();
});

const languages: readonly { locale: Locale; accept: string }[] = [
  { locale: 'ko', accept: 'ko-KR' },
  { locale: 'en', accept: 'en-US' },
];

describe.each(languages)('a new learner in $locale', ({ locale, accept }) => {
  const t = words[locale];

  test('practises as a guest, signs up, keeps every review and finds the due ones tomorrow', async () => {
    const page = await browser.newPage({ locale: accept });
    await page.goto(app.url);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await page.getByRole('button', { name: t.home.practise, exact: true }).first().click();
    await page.waitForURL('**/practice');
    await page.getByRole('article').waitFor();
    const learnerId = await newestPerson(app.databaseUrl);

    const kinds = await practise(page, {
      databaseUrl: app.databaseUrl,
      learnerId,
      locale,
      count: 10,
      wrongEvery: 4,
    });
    expect(new Set(kinds).size).toBeGreaterThanOrEqual(4);

    await page.goto(`${app.url}/sign-up`);
    await page.getByLabel(t.account.name, { exact: true }).fill('바다 Sea');
    await page.getByLabel(t.account.email, { exact: true }).fill(`sea-${locale}@example.com`);
    await page.getByLabel(t.account.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: t.account.signUp.submit }).click();
    await page.waitForURL(`${app.url}/`);
    const reviews = await query<{ count: string; kind: string }>(
      app.databaseUrl,
      `SELECT count(*), p.kind FROM reviews r JOIN people p ON p.id = r.learner_id
       WHERE r.learner_id = $1 GROUP BY p.kind`,
      [learnerId],
    );
    expect(reviews).toEqual([{ count: '10', kind: 'member' }]);

    await page.getByRole('button', { name: new RegExp(t.shell.account) }).click();
    await page.getByRole('menuitem', { name: t.shell.signOut }).click();
    await page.getByRole('heading', { level: 1, name: t.home.heroTitle }).waitFor();

    await app.setClock(TO_NOON + DAY);
    await page.goto(`${app.url}/sign-in`);
    await page.getByLabel(t.account.email, { exact: true }).fill(`sea-${locale}@example.com`);
    await page.getByLabel(t.account.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: t.account.signIn.submit, exact: true }).click();
    await page.waitForURL(`${app.url}/`);
    await page.getByRole('link', { name: t.home.start }).click();
    await page.waitForURL('**/practice');
    await page.getByRole('article').waitFor();
    const isDue = async () => {
      const [open] = await query<{ due: boolean | null }>(
        app.databaseUrl,
        `SELECT coalesce(c.due_day <= ($2::timestamptz AT TIME ZONE 'UTC')::date, c.due_at <= $2::timestamptz) AS due
         FROM showings s JOIN cards c USING (learner_id, concept_id, skill)
         WHERE s.learner_id = $1 AND s.closed_at IS NULL`,
        [learnerId, new Date(Date.now() + TO_NOON + DAY)],
      );
      return open?.due === true;
    };
    // A belief that was shown yesterday is met first, with a question that may be new.
    const contrasts = { databaseUrl: app.databaseUrl, learnerId, locale, count: 1, wrongEvery: 2 };
    for (let count = 0; count < 3 && !(await isDue()); count++) await practise(page, contrasts);
    expect(await isDue()).toBe(true);
    await app.setClock(TO_NOON);
  });
});

describe('practice', () => {
  async function guest() {
    const visitor = await browser.newVisitor();
    const page = await visitor.newPage();
    await page.goto(app.url);
    await page.getByRole('button', { name: words.en.home.practise, exact: true }).first().click();
    await page.waitForURL('**/practice');
    await page.getByRole('article').waitFor();
    const learnerId = await newestPerson(app.databaseUrl);
    const open = async () => {
      const question = await openQuestionOf(app.databaseUrl, learnerId);
      if (question === null) throw new Error('no question is open');
      return question;
    };
    const answers = async () => {
      const [row] = await query<{ answers: string; reviews: string }>(
        app.databaseUrl,
        `SELECT (SELECT count(*) FROM answers WHERE learner_id = $1) AS answers,
                (SELECT count(*) FROM reviews WHERE learner_id = $1) AS reviews`,
        [learnerId],
      );
      return row;
    };
    return { visitor, page, learnerId, open, answers };
  }

  test('a refresh, the back button and a second tab show the same question', async () => {
    const { visitor, page, open } = await guest();
    const { showingId, question } = await open();
    await page.reload();
    await page.getByRole('article').waitFor();
    await page.goto(`${app.url}/learn`);
    await page.goBack();
    await page.getByRole('article').waitFor();
    const second = await visitor.newPage();
    await second.goto(`${app.url}/practice`);
    await second.getByRole('article').waitFor();
    expect((await open()).showingId).toBe(showingId);
    const plain = (text: string) => text.replaceAll('`', '');
    expect(plain(await second.getByRole('article').innerText())).toContain(
      plain(question.prompt.en).split('\n')[0],
    );
  });

  test('an answer in two tabs is graded once, and the second tab is told', async () => {
    const { visitor, page, open, answers } = await guest();
    const second = await visitor.newPage();
    await second.goto(`${app.url}/practice`);
    await second.getByRole('article').waitFor();
    const question = await open();
    await answerQuestion(page, question, words.en, true);
    await answerQuestion(second, question, words.en, false);
    await second.getByText(words.en.verdict.already).waitFor();
    expect(await answers()).toEqual({ answers: '1', reviews: '1' });
  });

  test('the same submission sent twice is graded once and gives the same outcome', async () => {
    const { page, open, answers } = await guest();
    const { showingId } = await open();
    const [first, repeated] = await page.evaluate(async (id) => {
      const body = JSON.stringify({
        showingId: id,
        idempotencyKey: crypto.randomUUID(),
        response: { kind: 'unknown' },
        confidence: null,
        responseMs: 1000,
      });
      const send = async () => {
        const response = await fetch('/api/practice/answers', { method: 'POST', body });
        return (await response.json()) as Record<string, unknown>;
      };
      return Promise.all([send(), send()]);
    }, showingId);
    expect(await answers()).toEqual({ answers: '1', reviews: '1' });
    expect([first['alreadyAnswered'], repeated['alreadyAnswered']].sort()).toEqual([false, true]);
    // "In two minutes" may have become "in one" between the two.
    const lasting = ({ comesBack, ...rest }: Record<string, unknown>) => ({
      ...rest,
      comesBack: { ...(comesBack as object), inMinutes: null },
      alreadyAnswered: null,
    });
    expect(lasting(first)).toEqual(lasting(repeated));
  });

  test('an answer given while the connection is lost arrives once it is back', async () => {
    browser.allowErrors(/ERR_INTERNET_DISCONNECTED/);
    const { visitor, page, learnerId, open } = await guest();
    while ((await open()).question.kind === 'flashcard')
      await practise(page, {
        databaseUrl: app.databaseUrl,
        learnerId,
        locale: 'en',
        count: 1,
        wrongEvery: 2,
      });
    const question = await open();
    const answered = async () => {
      const [row] = await query<{ count: string }>(
        app.databaseUrl,
        'SELECT count(*) FROM answers WHERE learner_id = $1 AND showing_id = $2',
        [learnerId, question.showingId],
      );
      return row?.count;
    };
    await visitor.setOffline(true);
    const t = words.en;
    const answering = answerQuestion(page, question, words.en, true);
    await page.getByText(t.practice.offline).waitFor();
    expect(await answered()).toBe('0');
    await visitor.setOffline(false);
    await answering;
    expect(await answered()).toBe('1');
  });

  test('the last answer can be undone, and its card is as it was', async () => {
    const { page, learnerId, open } = await guest();
    await answerQuestion(page, await open(), words.en, false);
    await page.getByRole('button', { name: words.en.verdict.undo }).click();
    await page.getByText(words.en.practice.undone).waitFor();
    const rows = await query<{ state: string; undone: boolean }>(
      app.databaseUrl,
      `SELECT c.state, r.undoes_id IS NOT NULL AS undone FROM reviews r
       JOIN cards c USING (learner_id, concept_id, skill)
       WHERE r.learner_id = $1 ORDER BY r.sequence`,
      [learnerId],
    );
    expect(rows).toEqual([
      { state: 'new', undone: false },
      { state: 'new', undone: true },
    ]);
  });

  test('five questions are answered from the keyboard alone', async () => {
    const { page, open, answers } = await guest();
    const t = words.en;
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: t.question.help.title }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (let number = 1; number <= 5; number++) {
      const { question, key } = await open();
      const { control } = question;
      if (control.kind === 'flashcard') {
        await page.keyboard.press('Space');
        await page.getByText(t.question.flashcard.ask).waitFor();
        await page.keyboard.press('3');
      } else if (control.kind === 'choice' || control.kind === 'predict') {
        await page.keyboard.press('1');
        await page.keyboard.press('Enter');
      } else if (control.kind === 'order') {
        for (const index of control.steps.keys()) await page.keyboard.press(String(index + 1));
        await page.keyboard.press('Shift+Enter');
      } else if (control.kind === 'several' && key.kind === 'several') {
        const numbers = control.statements.flatMap(({ id }, index) =>
          key.holding.includes(id) ? [index + 1] : [],
        );
        for (const number of numbers.length > 0 ? numbers : [control.statements.length + 1])
          await page.keyboard.press(String(number));
        await page.keyboard.press('Enter');
      } else if (key.kind === 'blanks') {
        for (const filling of key.solution) {
          await page.keyboard.type(filling);
          await page.keyboard.press('Enter');
        }
      } else if (key.kind === 'type') {
        await page.getByLabel(t.question.type.label, { exact: true }).focus();
        await page.keyboard.type(key.solution);
        await page.keyboard.press('Enter');
      } else if (key.kind === 'lab') {
        for (const line of key.solution) await typeAtTerminal(page, t.terminal, line);
      } else if (key.kind === 'parts') {
        for (const value of Object.values(key.parts)) {
          await page.keyboard.type(value === '' ? '-' : value);
          await page.keyboard.press('Enter');
        }
      }
      await page.getByRole('button', { name: t.verdict.continue }).waitFor();
      const before = await page.getByRole('article').innerText();
      await expect
        .poll(async () => {
          if ((await page.getByRole('button', { name: t.verdict.continue }).count()) > 0)
            await page.keyboard.press('Enter');
          return page.getByRole('article').innerText();
        })
        .not.toBe(before);
      await expect
        .poll(() => page.getByRole('button', { name: t.verdict.continue }).count())
        .toBe(0);
    }
    expect(await answers()).toEqual({ answers: '5', reviews: '5' });
  });

  test('the language switches in the middle of a question and of a verdict', async () => {
    const { page, open } = await guest();
    const question = await open();
    const switchTo = async (to: Locale) => {
      await page
        .getByRole('button', { name: words[to === 'ko' ? 'en' : 'ko'].shell.otherLanguage })
        .click();
      await page.locator(`html[lang=${to}]`).waitFor();
    };
    await switchTo('ko');
    await page
      .getByText(words.ko.question.unknown)
      .or(page.getByText(words.ko.question.flashcard.show))
      .first()
      .waitFor();
    await answerQuestion(page, question, words.ko, true);
    await switchTo('en');
    await page.getByRole('button', { name: words.en.verdict.continue }).waitFor();
    await goOn(page, 'en');
    expect((await open()).showingId).not.toBe(question.showingId);
  });

  test('someone else’s showing and review are not found, and nothing tells that they exist', async () => {
    browser.allowErrors(/404/);
    const [mine, theirs] = [await guest(), await guest()];
    const { showingId } = await theirs.open();
    const statuses = await mine.page.evaluate(
      async (ids) => {
        const post = async (path: string, body: unknown) => {
          const response = await fetch(`/api/practice/${path}`, {
            method: 'POST',
            body: JSON.stringify(body),
          });
          return [response.status, ((await response.json()) as { error: unknown }).error];
        };
        const about = ids.map(async (id) => [
          await post('answers', {
            showingId: id,
            idempotencyKey: crypto.randomUUID(),
            response: { kind: 'unknown' },
            confidence: null,
            responseMs: 1,
          }),
          await post('reveals', { showingId: id }),
          await post('undo', { reviewId: id }),
        ]);
        return Promise.all(about);
      },
      [showingId, '00000000-0000-4000-8000-000000000000'],
    );
    expect(statuses[0]).toEqual(statuses[1]);
    expect(statuses[0]?.map(([status]) => status)).toEqual([404, 404, 404]);
  });
});

describe('a visitor', () => {
  test('answers the live question of the front page without an account', async () => {
    const page = await browser.newPage();
    await page.goto(app.url);
    const card = page.getByRole('article');
    await card.locator('input[type=radio]').first().check({ force: true });
    await card.getByRole('button', { name: words.en.question.sure }).click();
    await card.getByRole('heading', { level: 2 }).last().waitFor();
    await card.getByText(words.en.verdict.run, { exact: true }).waitFor();
    await expectNoAxeViolations(page);
  });

  test('is led to signing in by what needs an account', async () => {
    const page = await browser.newPage();
    for (const path of ['/practice', '/learn', '/settings', '/cohorts', '/studio']) {
      await page.goto(app.url + path);
      await page.waitForURL((url) => url.pathname === '/sign-in');
    }
  });
});
