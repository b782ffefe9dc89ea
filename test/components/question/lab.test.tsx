import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { LabControl } from '@/components/question/lab-control';
import { LabGoals } from '@/components/question/lab-goals';
import { LabTerminal } from '@/components/question/lab-terminal';
import { afterStep } from '@/components/question/use-lab';
import { sampleLab } from '@/components/studio/sample-lab';
import en from '@/lib/i18n/messages/en.json';
import ko from '@/lib/i18n/messages/ko.json';
import { ok } from '@/lib/kernel/result';
import type { LabApi, LabStep, LabView } from '@/lib/quiz/practice';

const drawn = (node: ReactNode, locale: 'ko' | 'en' = 'en'): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'ko' ? ko : en} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );

const progress = { goals: [true, false], broken: [false], reached: false };
const line = {
  prompt: 'learner@docker-vm:~$ ',
  command: 'docker stop web',
  stdout: 'web\n',
  stderr: '',
  exitCode: 0,
  elapsedMs: 10_050,
};
const view: LabView = {
  version: 1,
  lines: [line],
  prompt: 'Password: ',
  echo: false,
  progress,
  hints: [],
  restarts: 0,
};
const step: LabStep = { version: 2, line, prompt: '$ ', echo: true, progress };

describe('a hands-on question on the page', () => {
  test('tells of every goal in words whether it holds, and of every rule whether it is kept', () => {
    const goals = { goals: ['one `web`', 'two'], never: ['keep `web`'] };
    const english = drawn(<LabGoals {...goals} progress={progress} />);
    expect(english).toContain('1 of 2 reached');
    expect(english).toContain('(reached)');
    expect(english).toContain('(not yet)');
    expect(english).toContain('(kept)');
    const korean = drawn(<LabGoals {...goals} progress={{ ...progress, broken: [true] }} />, 'ko');
    expect(korean).toContain('2개 가운데 1개 이룸');
    expect(korean).toContain('(어겼어요)');
    expect(drawn(<LabGoals {...goals} progress={null} />)).not.toContain('(not yet)');
  });

  test('shows the terminal as text: what was typed, what it printed, how long it took; a password is hidden', () => {
    const terminal = drawn(
      <LabTerminal view={view} busy={false} closed={false} onType={() => undefined} />,
    );
    expect(terminal).toContain('docker stop web');
    expect(terminal).toContain('10 seconds later');
    expect(terminal).toContain('type="password"');
    expect(terminal).toContain('role="log"');
  });

  test('says that the sandbox is being set up, and can be given up already', () => {
    const never = () => new Promise<never>(() => undefined);
    const api: LabApi = { open: never, type: never, hint: never, restart: never };
    const control = { kind: 'lab', goals: ['one'], never: [], hints: 2 } as const;
    const page = drawn(
      <LabControl control={control} api={api} pending={false} onAnswer={() => undefined} />,
      'ko',
    );
    expect(page).toContain('실습 환경을 준비하는 중');
    expect(page).toContain('힌트 보기 (2개 남음)');
    expect(page).toContain('포기하기');
  });
});

describe('after a line', () => {
  test('the page goes on from its own view', () => {
    expect(afterStep(view, step)).toMatchObject({ version: 2, prompt: '$ ', lines: [line, line] });
  });

  test('it reads the sandbox again when another tab was there meanwhile', () => {
    expect(afterStep(view, { ...step, version: 3 })).toBeNull();
  });
});

test('a sample of the studio remembers what was typed and types it anew', async () => {
  const asked: string[][] = [];
  const lab = sampleLab(({ lines, hints }) => {
    asked.push([...lines]);
    const shown = lines.map((command) => ({ ...line, command }));
    const hintsSoFar = Array.from({ length: hints }, (_, i) => `hint ${i}`);
    return Promise.resolve(ok({ ...view, version: lines.length, lines: shown, hints: hintsSoFar }));
  });
  await lab.api.open();
  await lab.api.type('docker ps', 'key 1');
  const second = await lab.api.type('docker images', 'key 2');
  expect(second).toMatchObject({ ok: true, value: { line: { command: 'docker images' } } });
  expect(await lab.api.hint(1)).toMatchObject({ ok: true, value: { hints: ['hint 0'] } });
  expect(lab.typed()).toEqual(['docker ps', 'docker images']);
  expect(await lab.api.restart('key 3')).toMatchObject({
    ok: true,
    value: { lines: [], restarts: 1, hints: ['hint 0'] },
  });
  expect(asked).toEqual([
    [],
    ['docker ps'],
    ['docker ps', 'docker images'],
    ['docker ps', 'docker images'],
    [],
  ]);
});
