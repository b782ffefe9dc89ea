import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { LabControl } from '@/components/question/lab-control';
import { LabGoals } from '@/components/question/lab-goals';
import { afterStep, isTypedElsewhere } from '@/components/question/use-lab';
import { sampleLab } from '@/components/studio/sample-lab';
import en from '@/lib/i18n/messages/en.json';
import ko from '@/lib/i18n/messages/ko.json';
import { ok } from '@/lib/kernel/result';
import type { LabApi, LabStep, LabView } from '@/lib/quiz/lab-contract';

const drawn = (node: ReactNode, locale: 'ko' | 'en' = 'en'): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'ko' ? ko : en} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );

const progress = { goals: [true, false], broken: [false], reached: false };
const view: LabView = {
  version: 1,
  typedAt: 1,
  host: 'learner@docker-vm:',
  prompt: 'Password: ',
  echo: false,
  earlier: [
    {
      prompt: 'learner@docker-vm:~$ ',
      line: 'docker stop web',
      shown: 'web\n',
      elapsedMs: 10_050,
    },
  ],
  progress,
  hints: [],
  restarts: 0,
  hasKeys: false,
};
const step: LabStep = {
  version: 2,
  shown: '',
  exitCode: 0,
  elapsedMs: 0,
  prompt: '$ ',
  echo: true,
  progress: { ...progress, goals: [true, true] },
};

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

  test('says that the sandbox is being set up, and can be given up already', () => {
    const never = () => new Promise<never>(() => undefined);
    const api: LabApi = {
      open: never,
      follow: never,
      run: never,
      complete: never,
      hint: never,
      restart: never,
      keys: never,
    };
    const control = { kind: 'lab', goals: ['one'], never: [], hints: 2 } as const;
    const page = drawn(
      <LabControl control={control} api={api} wide pending={false} onAnswer={() => undefined} />,
      'ko',
    );
    expect(page).toContain('실습 환경을 준비하는 중');
    expect(page).toContain('힌트 보기 (2개 남음)');
    expect(page).toContain('포기하기');
  });
});

describe('after a line', () => {
  test('the page goes on from what the sandbox said of it', () => {
    expect(afterStep(view, step)).toMatchObject({
      version: 2,
      typedAt: 2,
      prompt: '$ ',
      echo: true,
      progress: { goals: [true, true] },
    });
  });

  test('another terminal begins only where somebody typed elsewhere, not where the docker command line was used', () => {
    const now = { ...view, version: 5 };
    expect(isTypedElsewhere(view, now)).toBe(false);
    expect(isTypedElsewhere(view, { ...now, typedAt: 5 })).toBe(true);
  });
});

test('a sample of the studio remembers what was typed and types it anew', async () => {
  const asked: string[][] = [];
  const lab = sampleLab({
    play: ({ lines, hints }) => {
      asked.push([...lines]);
      const earlier = lines.map((line) => ({ prompt: '$ ', line, shown: '', elapsedMs: 0 }));
      const hintsSoFar = Array.from({ length: hints }, (_, i) => `hint ${i}`);
      const now = { ...view, version: lines.length, earlier, hints: hintsSoFar, exitCode: 0 };
      return Promise.resolve(ok(now));
    },
    complete: ({ lines, line, cursor }) =>
      Promise.resolve(ok({ candidates: [...lines], word: line.slice(0, cursor) })),
  });
  await lab.api.open();
  await lab.api.run('docker ps', 'key 1');
  const second = await lab.api.run('docker images', 'key 2');
  expect(second).toMatchObject({ ok: true, value: { version: 2, exitCode: 0 } });
  expect(await lab.api.complete('docker st', 8)).toEqual(
    ok({ candidates: ['docker ps', 'docker images'], word: 'docker s' }),
  );
  expect(await lab.api.hint(1)).toMatchObject({ ok: true, value: { hints: ['hint 0'] } });
  expect(lab.typed()).toEqual(['docker ps', 'docker images']);
  expect(await lab.api.restart('key 3')).toMatchObject({
    ok: true,
    value: { earlier: [], restarts: 1, hints: ['hint 0'] },
  });
  expect(asked).toEqual([
    [],
    ['docker ps'],
    ['docker ps', 'docker images'],
    ['docker ps', 'docker images'],
    [],
  ]);
});
