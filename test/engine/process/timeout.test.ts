import { expect, test } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

const onHost = (line: string): string => {
  const { stdout, stderr } = session([line]).last;
  return stdout + stderr;
};

test.each([
  ['timeout 1 sleep 5', '124'],
  ['timeout -s INT 1 sleep 5', '124'],
  ['timeout -k 1 --signal=KILL 1 sleep 5', '137'],
  ['timeout --preserve-status 1 sleep 5', '143'],
  ['timeout 0 sleep 1', '0'],
  ['timeout 5 sh -c "exit 3"', '3'],
])('%s ends with %s, as GNU timeout does', (line, code) => {
  expect(onHost(`${line}; echo $?`)).toContain(`${code}\n`);
});

test.each([
  ['timeout 1 sleep 5', '143'],
  ['timeout -s KILL 1 sleep 5', '137'],
  ['timeout -s INT 1 sleep 5', '130'],
])('%s ends with %s in busybox, which has become the command', (line, code) => {
  expect(inBusybox(`${line}; echo $?`)).toContain(`${code}\n`);
});

test('a signal that does not exist is told', () => {
  expect(onHost('timeout -s FOO 1 true; echo $?')).toBe(
    "125\ntimeout: ‘FOO’: invalid signal\nTry 'timeout --help' for more information.\n",
  );
  expect(inBusybox('timeout -s FOO 1 true 2>&1; echo $?')).toBe(
    "timeout: unknown signal 'FOO'\n1\n",
  );
});
