import { expect, test } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

test.each([
  ['-T', 'Filesystem           Type       1K-blocks      Used Available Use% Mounted on'],
  ['-P', 'Filesystem           1024-blocks    Used Available Capacity Mounted on'],
  ['-m', 'Filesystem           1M-blocks      Used Available Use% Mounted on'],
  ['-i', 'Filesystem              Inodes      Used Available Use% Mounted on'],
  ['-Th', 'Filesystem           Type            Size      Used Available Use% Mounted on'],
])("busybox's df %s has its columns", (option, head) => {
  expect(inBusybox(`df ${option} / | head -1`)).toBe(`${head}\n`);
});

test("GNU's df makes its columns as wide as their cells, and tells a disk once", () => {
  const { last } = session(['docker run --rm ubuntu df -Th']);
  const [head, root, ...rest] = last.stdout.trimEnd().split('\n');
  expect(head).toBe('Filesystem     Type     Size  Used Avail Use% Mounted on');
  expect(root).toMatch(/^overlay {8}overlay +\d+G +\d+G +\d+G +\d+% \/$/);
  expect(
    rest.filter((line) => line.startsWith('/dev/')).map((line) => line.split(' ').at(-1)),
  ).toEqual(['/etc/hosts']);
});

test('df of a type shows that type alone', () => {
  expect(inBusybox("df -t tmpfs | awk 'NR > 1 { print $6 }'")).toBe('/dev\n/dev/shm\n');
});
