import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import en from '@/lib/i18n/messages/en.json';
import ko from '@/lib/i18n/messages/ko.json';
import type { Kind, Locale } from '@/lib/quiz/types';
import { answerQuestion } from '../../../scripts/screenshots/answer-question';
import { openQuestionOf } from './open-question';

export const words = { en, ko } as const;

/**
 * Practises from the question on the page on, `count` questions, every `wrongEvery`th one wrong.
 * Returns the kinds that were met.
 */
export async function practise(
  page: Page,
  options: {
    readonly databaseUrl: string;
    readonly learnerId: string;
    readonly locale: Locale;
    readonly count: number;
    readonly wrongEvery: number;
  },
): Promise<readonly Kind[]> {
  const { databaseUrl, learnerId, locale, count, wrongEvery } = options;
  const kinds: Kind[] = [];
  for (let number = 1; number <= count; number++) {
    const open = await openQuestionOf(databaseUrl, learnerId);
    if (open === null) throw new Error(`nothing is left to answer after ${kinds.length} questions`);
    const right = number % wrongEvery !== 0;
    await answerQuestion(page, open, words[locale], right);
    const { verdict: t } = words[locale];
    const expected =
      open.question.kind === 'flashcard'
        ? right
          ? t.recalled
          : t.forgotten
        : right
          ? t.correct
          : null;
    if (expected !== null)
      expect(await page.getByRole('heading', { level: 2, name: expected }).count()).toBe(1);
    kinds.push(open.question.kind);
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await goOn(page, locale);
  }
  return kinds;
}

/** Leaves the verdict: the next question is on the page, or the summary. */
export async function goOn(page: Page, locale: Locale): Promise<void> {
  const button = page.getByRole('button', { name: words[locale].verdict.continue });
  await expect
    .poll(async () => {
      if ((await button.count()) > 0) await button.click({ timeout: 1000 }).catch(() => undefined);
      return button.count();
    })
    .toBe(0);
  await page
    .getByRole('article')
    .or(page.getByRole('heading', { level: 2 }))
    .first()
    .waitFor();
}
