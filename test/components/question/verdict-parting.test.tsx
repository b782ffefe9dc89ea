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
  return drawnOf({ about, mine: side([], 0), docker: side(['web exited'], 0) }, locale);
}

function drawnOf(parting: Parting, locale: 'ko' | 'en' = 'en'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'ko' ? ko : en} timeZone="UTC">
      <VerdictParting parting={parting} beliefs={beliefs} />
    </NextIntlClientProvider>,
  );
}

/** What is marked, as it is read aloud. */
function marksIn(html: string): readonly string[] {
  return [...html.matchAll(/<mark.*?<\/mark>/g)].map(([mark]) => mark.replace(/<[^>]*>/g, ''));
}

describe('two runs beside each other', () => {
  test('are headed by the belief and its answer, and the line that differs is said to be it', () => {
    const english = drawn({ kind: 'belief', belief: 'exit-removes-container' });
    expect(english.match(/<h4/g)).toHaveLength(2);
    expect(english).toContain('A stopped one is gone.');
    expect(english).toContain('It still exists.');
    expect(marksIn(english)).toEqual([
      'Differs here: (prints nothing)',
      'Differs here: web exited',
    ]);
  });

  test('say of an order or a command whose they are, in both languages', () => {
    expect(drawn({ kind: 'order' })).toContain('An order that works');
    expect(drawn({ kind: 'command' })).toContain('Your command');
    expect(drawn({ kind: 'command' }, 'ko')).toContain('여기서 달라져요: ');
    expect(drawn({ kind: 'order' }, 'ko')).toContain('내가 놓은 순서');
  });

  test('mark the commands that differ on both sides, and dim only what is alike', () => {
    const steps = (command: string): PartingSide => ({
      steps: [
        { command: 'docker pull nginx', lines: [] },
        { command, lines: ['web'] },
        { command: 'docker ps', lines: [command] },
      ],
      differs: { step: 2, line: 0 },
    });
    const text = drawnOf({
      about: { kind: 'command' },
      mine: steps('docker stop web'),
      docker: steps('docker pause web'),
    });
    expect(marksIn(text)).toEqual([
      'Differs here: $docker stop web',
      'Differs here: docker stop web',
      'Differs here: $docker pause web',
      'Differs here: docker pause web',
    ]);
    const dimmed = [...text.matchAll(/<li class="[^"]*text-terminal-muted.*?<\/li>/g)];
    expect(dimmed.map(([step]) => step.includes('docker pull nginx'))).toEqual([true, true]);
  });
});
