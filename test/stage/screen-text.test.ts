import { expect, test } from 'vitest';
import { screenText } from '@/lib/stage/screen-text';

test('colours and movements of the cursor are no text', () => {
  expect(screenText('\u001b[31mred\u001b[0m\n')).toBe('red\n');
});

test('of what is drawn again and again the last time stands there', () => {
  const table = (cpu: string) => `\u001b[HNAME  CPU\nweb   ${cpu}\n`;
  const lines = '\u001b[HNAME  CPU \u001b[K\nweb   2% \u001b[K\n \u001b[K\n\u001b[J';
  expect(screenText(`${table('1%')}${table('2%')}${lines}`)).toBe('NAME  CPU\nweb   2%\n');
});
