import { describe, expect, it } from 'vitest';
import { session } from '../support/course';
import { inBusybox } from '../support/in-busybox';

const gnu = (command: string): string => {
  const { stdout, stderr } = session([command]).last;
  return stdout + stderr;
};

const tryHelp = (name: string): string => `Try '${name} --help' for more information.\n`;

describe('programs that change, cut and show files tell what GNU and vim tell', () => {
  it.each([
    ['echo hello world | xxd', '00000000: 6865 6c6c 6f20 776f 726c 640a            hello world.\n'],
    ['echo hello | xxd -s 1 -l 3 -g 1 -c 4', '00000001: 65 6c 6c     ell\n'],
    [
      'echo hello | xxd -b',
      `00000000: 01101000 01100101 01101100 01101100 01101111 00001010  hello.\n`,
    ],
    ['echo hello | xxd -i', '  0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x0a\n'],
    ['echo hello | xxd -ps', '68656c6c6f0a\n'],
    ['echo hello | xxd | xxd -r', 'hello\n'],
    ['echo 6869 0a | xxd -r -p', 'hi\n'],
    ['factor 12 97000001 1', '12: 2 2 3\n97000001: 7 1039 13337\n1:\n'],
    ['factor 18446744073709551615', '18446744073709551615: 3 5 17 257 641 65537 6700417\n'],
    ['factor 2 x', '2: 2\nfactor: ‘x’ is not a valid positive integer\n'],
    [String.raw`printf 'x\ty\n\tz\n' | expand -t 2,6`, 'x y\n  z\n'],
    [String.raw`printf '\ta\tb\n' | expand -i`, '        a\tb\n'],
    [String.raw`printf '        a       b\n' | unexpand`, '\ta       b\n'],
    [String.raw`printf '        a       b\n' | unexpand -a`, '\ta\tb\n'],
    [
      'seq 5 | split -l 2 - p.; head p.*',
      '==> p.aa <==\n1\n2\n\n==> p.ab <==\n3\n4\n\n==> p.ac <==\n5\n',
    ],
    ['seq 25 >s; split -n l/3 -d s; wc -c x*', '24 x00\n21 x01\n21 x02\n66 total\n'],
    [
      'split -l 0 /etc/hostname',
      'split: invalid number of lines: ‘0’: Numerical result out of range\n',
    ],
    ['seq 30 | split -a 1 -l 1 - y; ls | wc -l', '26\nsplit: output file suffixes exhausted\n'],
    ['echo hello >t; truncate -s 2 t; cat t', 'he'],
    ['echo hello >t; truncate -s +2K t; stat -c %s t', '2054\n'],
    ['truncate -s 1T t; stat -c %s t', '1099511627776\n'],
    ['truncate -s x t', 'truncate: Invalid number: ‘x’\n'],
    ['truncate -s 1', `truncate: missing file operand\n${tryHelp('truncate')}`],
    [': >t; paste -s t', '\n'],
    [
      'truncate -s 100T t',
      "truncate: failed to truncate 't' at 109951162777600 bytes: File too large\n",
    ],
    [
      String.raw`printf '\t' | expand -t 99999999999999999999999`,
      'expand: tab stop is too large ‘99999999999999999999999’\n',
    ],
    ['seq 9 | shuf | sort | tr -d "\\n"', '123456789'],
    ['shuf -i 1-1000000 -n 50 | sort -u | wc -l', '50\n'],
    ['shuf -i 5-2', 'shuf: invalid input range: ‘5-2’\n'],
    ['shuf -e a -i 1-2', `shuf: cannot combine -e and -i options\n${tryHelp('shuf')}`],
  ])('%s', (command, told) => {
    expect(gnu(command)).toBe(told);
  });

  it.each([
    ["printf 'a\\tb' | tr '[:blank:]' -", 'a-b'],
    ["echo abc | tr abc '[x*2]y'", 'xxy\n'],
    ["echo a1b22 | tr -c '[:alpha:]\\n' '[_*]'", 'a_b__\n'],
    ['echo hello | tr -ds l h', 'heo\n'],
    [
      'echo abc | tr z-a x',
      "tr: range-endpoints of 'z-a' are in reverse collating sequence order\n",
    ],
    ["echo abc | tr -d '[:no:]'", 'tr: invalid character class ‘no’\n'],
    ["echo abc | tr a ''", 'tr: when not truncating set1, string2 must be non-empty\n'],
    [
      'echo abc | tr a',
      `tr: missing operand after ‘a’\nTwo strings must be given when translating.\n${tryHelp('tr')}`,
    ],
    ['id nobodyx', 'id: ‘nobodyx’: no such user\n'],
    ['echo one >a; echo two >b; tar cf t a b; tar xOf t b', 'two\n'],
    [
      'echo one >a; tar cf t a; tar xf t b',
      'tar: b: Not found in archive\ntar: Exiting with failure status due to previous errors\n',
    ],
    ['docker run --rm -u 4242 ubuntu id -un', '4242\nid: cannot find name for user ID 4242\n'],
  ])('%s', (command, told) => {
    expect(gnu(command)).toBe(told);
  });

  it('quotation marks are those of the locale: a container without one has plain ones', () => {
    expect(gnu('docker run --rm ubuntu seq x')).toContain("argument: 'x'\n");
    expect(gnu('seq x')).toContain('argument: ‘x’\n');
  });

  it('shuf gives another order at another moment, and the same in a replay', () => {
    const orders = session(['seq 40 | shuf', 'seq 40 | shuf']).runs.map(({ stdout }) => stdout);
    expect(orders[0]).not.toBe(orders[1]);
    expect(session(['seq 40 | shuf']).last.stdout).toBe(orders[0]);
  });
});

describe("programs that change, cut and show files tell what busybox's tell", () => {
  it.each([
    ['echo hi | xxd -i', '  0x68, 0x69, 0x0a,\n'],
    ['xxd /nope', 'xxd: /nope: No such file or directory\n'],
    ['xxd -l z /etc/hostname', "xxd: invalid number 'z'\n"],
    ['echo 8 9 | factor', '8: 2 2 2\n9: 3 3\n'],
    ['expand -t 2,6 x', "expand: invalid number '2,6'\n"],
    ['truncate -s +3 x', "truncate: invalid number '+3'\n"],
    ['truncate -s 5 /etc', 'truncate: /etc: open: Is a directory\n'],
    ['shuf -i 5-2', "shuf: bad range '5-2'\n"],
    ['shuf -e only', 'only\n'],
    [': >t; paste -s t', ''],
    [String.raw`echo a-b | tr 'a\-c' X`, 'X-X\n'],
    ["echo abc | tr abc '[x*2]y'", '[x*\n'],
    ["echo abc | tr a ''", 'tr: STRING2 cannot be empty\n'],
    ['echo one >a; tar cf t a; tar xOf t b', 'tar: b: not found in archive\n'],
  ])('%s', (script, told) => {
    expect(inBusybox(script)).toBe(told);
  });
});
