import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import en from '@/lib/i18n/messages/en.json';
import ko from '@/lib/i18n/messages/ko.json';
import type { Kind, Locale } from '@/lib/quiz/types';
import { openQuestionOf, type OpenQuestion } from './open-question';

export const words = { en, ko } as const;

/** Answers the question on the page, as a learner would, and waits for the verdict. */
export async function answer(
  page: Page,
  { question, key }: OpenQuestion,
  { locale, right }: { readonly locale: Locale; readonly right: boolean },
): Promise<void> {
  const { question: t } = words[locale];
  const sure = page.getByRole('button', { name: t.sure, exact: false }).first();
  switch (key.kind) {
    case 'choice':
    case 'predict': {
      const { control } = question;
      if (control.kind !== key.kind) throw new Error('control and key are of two kinds');
      const option = right
        ? key.option
        : (control.options.find(({ id }) => id !== key.option)?.id ?? key.option);
      await page.locator(`input[value="${option}"]`).check({ force: true });
      await sure.click();
      break;
    }
    case 'order': {
      const { control } = question;
      if (control.kind !== 'order') throw new Error('control and key are of two kinds');
      const [first = []] = key.orders;
      const goal = right ? first : wrongOrder(key.orders, first);
      for (const id of goal) {
        const text = control.steps.find((step) => step.id === id)?.text ?? '';
        await page
          .getByRole('list', { name: t.order.pool })
          .getByRole('button', { name: text, exact: false })
          .first()
          .click();
      }
      await sure.click();
      break;
    }
    case 'type':
      await page
        .getByLabel(t.type.label, { exact: true })
        .fill(right ? key.solution : 'docker version');
      await sure.click();
      break;
    case 'parts':
      for (const [part, value] of Object.entries(key.parts)) {
        const label = t.parts[part as keyof typeof key.parts];
        await page
          .getByLabel(label, { exact: false })
          .fill(right ? (value === '' ? '-' : value) : 'wrong');
      }
      await sure.click();
      break;
    case 'flashcard':
      await page.getByRole('button', { name: t.flashcard.show }).click();
      await page
        .getByRole('button', { name: right ? t.flashcard.knew : t.flashcard.forgot })
        .click();
      break;
  }
  await page.getByRole('button', { name: words[locale].verdict.continue }).waitFor();
}

function wrongOrder(
  orders: readonly (readonly string[])[],
  first: readonly string[],
): readonly string[] {
  const right = new Set(orders.map((order) => order.join()));
  for (let turn = 1; turn < first.length; turn++) {
    const turned = [...first.slice(turn), ...first.slice(0, turn)];
    if (!right.has(turned.join())) return turned;
  }
  return [...first].reverse();
}

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
    await answer(page, open, { locale, right });
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
