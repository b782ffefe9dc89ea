import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { VerdictParting } from '@/components/question/verdict-parting';
import en from '@/lib/i18n/messages/en.json';
import ko from '@/lib/i18n/messages/ko.json';
import type { Parting, PartingSide } from '@/lib/quiz/parting/parting';

const side = (lines: readonly string[], line: number): PartingSide => ({
  steps: [
    { command: 'docker stop web', lines: ['web'] },
    { command: 'docker ps -a', lines },
  ],
  differs: { step: 1, line },
});
const beliefs = [
  { id: 'exit-removes-container', belief: 'A stopped one is gone.', answer: 'It still exists.' },
];

function drawn(about: Parting['about'], locale: 'ko' | 'en' = 'en'): string {
  const parting: Parting = { about, mine: side([], 0), docker: side(['web exited'], 0) };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'ko' ? ko : en} timeZone="UTC">
      <VerdictParting parting={parting} beliefs={beliefs} />
    </NextIntlClientProvider>,
  );
}

describe('two runs beside each other', () => {
  test('are headed by the belief and its answer, and the line that differs is said to be it', () => {
    const english = drawn({ kind: 'belief', belief: 'exit-removes-container' });
    expect(english.match(/<h4/g)).toHaveLength(2);
    expect(english).toContain('A stopped one is gone.');
    expect(english).toContain('It still exists.');
    const marks = [...english.matchAll(/<mark.*?<\/mark>/g)].map(([mark]) =>
      mark.replace(/<[^>]*>/g, ''),
    );
    expect(marks).toEqual(['Differs here: (prints nothing)', 'Differs here: web exited']);
  });

  test('say of an order or a command whose they are, in both languages', () => {
    expect(drawn({ kind: 'order' })).toContain('An order that works');
    expect(drawn({ kind: 'command' })).toContain('Your command');
    expect(drawn({ kind: 'command' }, 'ko')).toContain('여기서 달라져요: ');
    expect(drawn({ kind: 'order' }, 'ko')).toContain('내가 놓은 순서');
  });
});
