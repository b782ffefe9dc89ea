import type { Page } from 'playwright-core';
import { assertNever } from '@/lib/kernel/assert-never';
import type { Messages } from '@/lib/i18n/messages';
import type { OpenQuestion } from './cast';
import { typeAtTerminal } from './type-at-terminal';

/** Gives an answer to the question on the page, as a learner would, and waits for its verdict. */
export async function answerQuestion(
  page: Page,
  { question: { control }, key }: OpenQuestion,
  { question: words, verdict, terminal }: Messages,
  right: boolean,
): Promise<void> {
  const submit = () => page.getByRole('button', { name: words.sure }).click();
  switch (key.kind) {
    case 'choice':
    case 'predict': {
      const wrong =
        key.options.find(({ id, beliefs }) => id !== key.option && beliefs.length > 0) ??
        key.options.find(({ id }) => id !== key.option);
      const option = right ? key.option : (wrong?.id ?? key.option);
      await page.locator(`input[value="${option}"]`).check({ force: true });
      await submit();
      break;
    }
    case 'several': {
      const all = control.kind === 'several' ? control.statements.map(({ id }) => id) : [];
      const wrong = key.beliefs[0]?.holding ?? all.filter((id) => !key.holding.includes(id));
      const ticked = right ? key.holding : wrong;
      for (const value of ticked.length === 0 ? ['none'] : ticked)
        await page.locator(`input[value="${value}"]`).check({ force: true });
      await submit();
      break;
    }
    case 'order': {
      if (control.kind !== 'order') throw new Error('control and key are of two kinds');
      const [believed] = key.beliefs.flatMap(({ orders }) => orders);
      const [first = []] = key.orders;
      const pool = page.getByRole('list', { name: words.order.pool });
      for (const id of right ? first : (believed ?? [...first].reverse())) {
        const text = control.steps.find((step) => step.id === id)?.text ?? '';
        await pool.getByRole('button', { name: text }).first().click();
      }
      await submit();
      break;
    }
    case 'blanks': {
      const [believed] = key.beliefs.flatMap(({ fillings }) => fillings);
      const wrong = believed ?? key.solution.map(() => 'nothing');
      const total = key.solution.length;
      for (const [index, filling] of (right ? key.solution : wrong).entries()) {
        const name = words.blanks.gapOf
          .replace('{number}', String(index + 1))
          .replace('{total}', String(total));
        await page.getByRole('textbox', { name, exact: true }).fill(filling);
      }
      await submit();
      break;
    }
    case 'type':
      await page
        .getByLabel(words.type.label, { exact: true })
        .fill(right ? key.solution : 'docker ps -a');
      await submit();
      break;
    case 'parts': {
      const given = right ? key.parts : (key.beliefs[0]?.parts ?? key.parts);
      const labels: Readonly<Record<string, string>> = words.parts;
      for (const part of Object.keys(key.parts)) {
        const value = Object.entries(given).find(([name]) => name === part)?.[1] ?? '';
        const name = `${labels[part]} ${labels[`${part}Hint`]}`;
        await page.getByRole('textbox', { name, exact: true }).fill(value === '' ? '-' : value);
      }
      await submit();
      break;
    }
    case 'lab': {
      for (const line of right ? key.solution : ['docker ps -a'])
        await typeAtTerminal(page, terminal, line);
      if (right) break;
      await page.getByRole('button', { name: words.lab.giveUp }).click();
      await page.getByRole('button', { name: words.lab.giveUpYes }).click();
      break;
    }
    case 'flashcard':
      await page.getByRole('button', { name: words.flashcard.show }).click();
      await page
        .getByRole('button', { name: right ? words.flashcard.knew : words.flashcard.forgot })
        .click();
      break;
    default:
      assertNever(key);
  }
  await page.getByRole('button', { name: verdict.continue }).waitFor();
}
