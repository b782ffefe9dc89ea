import { describe, expect, it } from 'vitest';
import { TerminalDriver, type DriverOptions } from '@/components/terminal/terminal-driver';
import { err, ok } from '@/lib/kernel/result';
import type { TerminalBackend, TerminalOutcome } from '@/lib/quiz/terminal';

const prompt = 'learner@docker-vm:~$ ';

/** A driver on a screen that keeps what is written; `run` answers its lines. */
function driven(run: TerminalBackend['run'], options: Partial<DriverOptions> = {}) {
  let written = '';
  const logged: string[] = [];
  const driver = new TerminalDriver(
    {
      columns: () => 80,
      write: (text) => {
        written += text;
      },
    },
    {
      backend: { run, complete: () => Promise.resolve(ok({ candidates: [], word: '' })) },
      newKey: () => 'key',
      wait: () => Promise.resolve(),
      paces: () => true,
      colours: () => false,
      words: {
        later: (milliseconds) => `${milliseconds / 1000} s later`,
        failure: () => 'refused',
      },
      onLine: ({ line }) => logged.push(line),
      ...options,
    },
    { host: 'learner@docker-vm:', prompt, echo: true, earlier: [] },
  );
  // Without what moves the cursor.
  const seen = () => written.replace(/\u001b\[\d*[A-Z]/g, '').replaceAll('\r', '');
  return { driver, logged, seen, settled: () => new Promise((done) => setTimeout(done, 0)) };
}

const outcome = (shown: string, more: Partial<TerminalOutcome> = {}) =>
  ok({ version: 1, shown, exitCode: 0, prompt, echo: true, elapsedMs: 50, ...more });

describe('a terminal', () => {
  it('shows what a line printed, how long that took, and the next prompt', async () => {
    const { driver, logged, seen, settled } = driven(() =>
      Promise.resolve(outcome('web\n', { elapsedMs: 10_050 })),
    );
    driver.type('docker stop web\r');
    await settled();
    expect(logged).toEqual(['docker stop web']);
    expect(seen().endsWith(`docker stop web\nweb\n10.05 s later\n${prompt}`)).toBe(true);
  });

  it('sends a line again under its key when no answer came, and gives it back when none comes', async () => {
    const keys: string[] = [];
    const { driver, logged, seen, settled } = driven((_, key) => {
      keys.push(key);
      return Promise.resolve(err({ kind: 'offline' }));
    });
    driver.type('docker ps\rdocker images\r');
    await settled();
    expect(keys).toEqual(['key', 'key', 'key']);
    expect(logged).toEqual([]);
    expect(seen().endsWith(`refused\n${prompt}docker ps`)).toBe(true);
  });

  it('sends what was refused only once', async () => {
    let asked = 0;
    const { driver, settled } = driven(() => {
      asked++;
      return Promise.resolve(err({ kind: 'gone' }));
    });
    driver.type('docker ps\r');
    await settled();
    expect(asked).toBe(1);
  });

  it('keeps a password from the log', async () => {
    const { driver, logged, seen, settled } = driven((line) =>
      Promise.resolve(
        line === 'docker login'
          ? outcome('', { prompt: 'Password: ', echo: false })
          : outcome('Login Succeeded\n'),
      ),
    );
    driver.type('docker login\r');
    await settled();
    driver.type('secret\r');
    await settled();
    expect(logged).toEqual(['docker login', '']);
    expect(seen()).not.toContain('secret');
    expect(seen().endsWith(`Password: \nLogin Succeeded\n${prompt}`)).toBe(true);
  });

  it('begins its prompt behind an output without a line end', async () => {
    const { driver, seen, settled } = driven(() => Promise.resolve(outcome('no end')));
    driver.type('printf "no end"\r');
    await settled();
    driver.type('x');
    expect(seen().endsWith(`no end${prompt}${prompt}x`)).toBe(true);
  });
});

it('a line that was cut by a narrower screen is drawn anew', () => {
  const { driver, seen } = driven(() => Promise.resolve(outcome('')));
  driver.type('docker ps');
  driver.resized();
  expect(seen().endsWith(`${prompt}docker ps`)).toBe(true);
  expect(seen().split(`${prompt}docker ps`).length).toBeGreaterThan(2);
});

describe('an output that comes piece by piece', () => {
  const pieces = (count: number, pause: number) =>
    Array.from({ length: count }, (_, index) => ({
      kind: 'text' as const,
      pause,
      text: `${index}\n`,
    }));

  it('keeps nobody waiting longer than three seconds', async () => {
    const waits: number[] = [];
    const paced = pieces(3, 10_000);
    const { driver, seen, settled } = driven(
      () => Promise.resolve(outcome('0\n1\n2\n', { paced })),
      {
        wait: (milliseconds) => {
          waits.push(milliseconds);
          return Promise.resolve();
        },
      },
    );
    driver.type('docker run busybox\r');
    await settled();
    expect(waits).toEqual([1_000, 1_000, 1_000]);
    expect(seen().endsWith(`busybox\n0\n1\n2\n${prompt}`)).toBe(true);
  });

  it('comes at once from Ctrl-C on, and for readers who ask for less motion', async () => {
    const endless = () => new Promise<void>(() => undefined);
    const paced = pieces(2, 500);
    for (const paces of [true, false]) {
      const answer = () => Promise.resolve(outcome('0\n1\n', { paced }));
      const { driver, seen, settled } = driven(answer, { wait: endless, paces: () => paces });
      driver.type('docker pull nginx\r');
      await settled();
      if (paces) driver.type('\u0003');
      await settled();
      expect(seen().endsWith(`nginx\n0\n1\n${prompt}`)).toBe(true);
    }
  });
});
