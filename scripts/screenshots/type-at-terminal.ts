import type { Page } from 'playwright-core';

/**
 * Types a line at the terminal of a page, as a learner would, and waits until its text log tells of it, or the terminal is gone with what the line brought about.
 * @param names what the page calls the terminal's input and its log
 */
export async function typeAtTerminal(
  page: Page,
  names: { readonly input: string; readonly log: string },
  line: string,
): Promise<void> {
  const input = page.getByRole('textbox', { name: names.input });
  await input.waitFor({ state: 'attached' });
  const before = await page.getByRole('log', { name: names.log }).locator('> div').count();
  await input.focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([name, count]) => {
      const logs = [...document.querySelectorAll('[role="log"]')];
      const log = logs.find((each) => each.getAttribute('aria-label') === name);
      return log === undefined || log.children.length > count;
    },
    [names.log, before] as const,
  );
}
