import { expect, test } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

/* What Debian's busybox 1.35 does, standard output before standard error. */
test.each([
  ['echo abcdef | dd bs=1 skip=2 count=3', 'cde3+0 records in\n3+0 records out\n'],
  ['printf abcdefg | dd ibs=2 obs=4', 'abcdefg3+1 records in\n1+1 records out\n'],
  ['printf abcdefg | dd conv=swab status=none', 'badcfeg'],
  ['printf abcde | dd bs=4 conv=sync', 'abcde\0\0\0' + '1+1 records in\n2+0 records out\n'],
  ['echo hello > a; printf XY | dd of=a conv=notrunc bs=1 seek=1 status=none; cat a', 'hXYlo\n'],
  ['echo hello > a; printf XY | dd of=a bs=1 seek=1 status=none; cat a', 'hXY'],
  ['printf ab > a; printf c | dd of=a oflag=append conv=notrunc status=none; cat a', 'abc'],
  ['printf 123456 | dd count=3 iflag=count_bytes', '1230+1 records in\n0+1 records out\n'],
  ['dd if=/dev/zero of=z bs=1M count=3 status=none; wc -c z', '3145728 z\n'],
  ['dd if=/dev/zero bs=4 count=1 status=none | wc -c', '4\n'],
  ['dd bs=x', "dd: invalid number 'x'\n"],
  ['dd bs=0', 'dd: number 0 is not in 1..9223372036854775807 range\n'],
  ['dd conv=ucase', "dd: invalid argument 'ucase' to 'conv'\n"],
  ['dd if=/tmp', 'dd: /tmp: Is a directory\n'],
  ['echo x | dd of=/nope/x', "dd: can't open '/nope/x': No such file or directory\n"],
])('dd copies block by block: %s', (line, printed) => {
  expect(inBusybox(line)).toBe(printed);
});

test.each([
  ['printf abc | dd conv=ucase status=none', 'ABC', ''],
  ['printf abc | dd status=noxfer', 'abc', '0+1 records in\n0+1 records out\n'],
  ['dd foo=1', '', "dd: unrecognized operand 'foo=1'\nTry 'dd --help' for more information.\n"],
  ['dd conv=nope', '', "dd: invalid conversion: 'nope'\nTry 'dd --help' for more information.\n"],
])("GNU's dd answers %s", (line, stdout, stderr) => {
  const { last } = session([`docker run --rm ubuntu sh -c "${line}"`]);
  expect(last).toMatchObject({ stdout, stderr });
});

test("GNU's dd tells how much it has copied", () => {
  const { last } = session(['docker run --rm ubuntu dd if=/dev/zero of=/x bs=1M count=10']);
  expect(last.stderr).toMatch(
    /^10\+0 records in\n10\+0 records out\n10485760 bytes \(10 MB, 10 MiB\) copied, [\d.]+ s, [\d.]+ [MG]B\/s\n$/,
  );
});
