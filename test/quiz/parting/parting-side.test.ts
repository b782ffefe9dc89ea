import { expect, test } from 'vitest';
import { linesOf, tellingLine } from '@/lib/quiz/parting/parting-side';
import type { ShownRun } from '@/lib/quiz/types';

const run = (stdout: string, stderr = '', exitCode = 0): ShownRun => ({
  command: 'docker …',
  stdout,
  stderr,
  exitCode,
});
const told = (one: ShownRun, other: ShownRun): string | undefined =>
  linesOf(one)[tellingLine(one, other)];

const push = 'The push refers to repository [docker.io/me/web]\n';

test('of two pushes, one of which is denied, it is told what each came to', () => {
  const pushed = run(
    `${push}4091da28f25e: Mounted from library/redis\n2.0: digest: sha256:22 size: 741\n`,
  );
  const denied = run(
    `${push.replace('me', 'library')}4091da28f25e: Preparing\n`,
    'denied: requested access to the resource is denied\n',
    1,
  );
  expect(told(pushed, denied)).toBe('2.0: digest: sha256:22 size: 741');
  expect(told(denied, pushed)).toBe('denied: requested access to the resource is denied');
});

test('of a run that looks for an image first, it is the error and not the search', () => {
  const failed = run(
    '',
    "Unable to find image 'box:latest' locally\ndocker: Error response from daemon: pull access denied for box\n",
    125,
  );
  expect(told(failed, run('web\n'))).toMatch(/^docker: Error/);
  expect(told(run('web\n'), failed)).toBe('web');
});

test('of runs that end alike it is the first line that says something else', () => {
  const [one, other] = [run('NAMES\nweb exited\napi running\n'), run('NAMES\nweb paused\n')];
  expect(told(one, other)).toBe('web exited');
  expect(told(other, one)).toBe('web paused');
});
