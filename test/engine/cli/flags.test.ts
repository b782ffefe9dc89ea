import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFlags, type FlagSpec, type ParsedFlags } from '@/lib/engine/cli/flags';
import { parseDuration, parseInteger } from '@/lib/engine/cli/flag-values';
import { parseBinarySize } from '@/lib/engine/cli/humanize';

const SPECS: readonly FlagSpec[] = [
  { name: 'detach', shorthand: 'd', kind: 'bool' },
  { name: 'interactive', shorthand: 'i', kind: 'bool' },
  { name: 'tty', shorthand: 't', kind: 'bool' },
  { name: 'sig-proxy', kind: 'bool', initial: true },
  { name: 'name', kind: 'string' },
  { name: 'hostname', shorthand: 'h', kind: 'string' },
  { name: 'publish', shorthand: 'p', kind: 'list' },
  { name: 'label', shorthand: 'l', kind: 'map' },
  { name: 'stop-timeout', kind: 'int' },
  { name: 'pids-limit', kind: 'int', initial: -1 },
  { name: 'health-interval', kind: 'duration' },
  { name: 'pull', kind: 'string', initial: 'missing', whenBare: 'always' },
  {
    name: 'memory',
    shorthand: 'm',
    kind: 'string',
    check: (value) => {
      const size = parseBinarySize(value);
      return size.ok ? { ok: true, value: String(size.value) } : size;
    },
  },
];
const WITHOUT_H = SPECS.filter((spec) => spec.name !== 'hostname');

function read(line: string, interspersed = false): ParsedFlags {
  const result = parseFlags(line.split(' '), SPECS, { interspersed });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('flags are read as pflag reads them', () => {
  test('long and short forms, joined and apart', () => {
    const flags = read('-itd --name=web -p 80:80 -p8080:80 --publish=1:1 -l a=b --label c nginx');
    expect(flags.bool('interactive') && flags.bool('tty') && flags.bool('detach')).toBe(true);
    expect(flags.string('name')).toBe('web');
    expect(flags.list('publish')).toEqual(['80:80', '8080:80', '1:1']);
    expect([...flags.map('label')]).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(flags.args).toEqual(['nginx']);
  });

  test('docker run stops reading flags at the image', () => {
    const flags = read('-d ubuntu ls -l --all');
    expect(flags.args).toEqual(['ubuntu', 'ls', '-l', '--all']);
    expect(flags.changed('label')).toBe(false);
  });

  test('other commands take flags behind their operands', () => {
    const flags = read('web -d api --name=x', true);
    expect(flags.args).toEqual(['web', 'api']);
    expect(flags.string('name')).toBe('x');
  });

  test('after -- everything is an operand', () => {
    const flags = read('web -- -d --nope', true);
    expect(flags.args).toEqual(['web', '-d', '--nope']);
    expect(flags.argsBeforeDash).toBe(1);
    expect(flags.bool('detach')).toBe(false);
  });

  test('a lone dash is an operand', () => {
    expect(read('-d - x', true).args).toEqual(['-', 'x']);
  });

  test('a flag that was not typed has its initial value and is not changed', () => {
    const flags = read('x');
    expect(flags.bool('sig-proxy')).toBe(true);
    expect(flags.number('pids-limit')).toBe(-1);
    expect(flags.string('name')).toBe('');
    expect(flags.list('publish')).toEqual([]);
    expect(flags.number('stop-timeout')).toBe(0);
    expect(flags.changed('name')).toBe(false);
    expect(read('--name= x').changed('name')).toBe(true);
  });

  test('booleans take a value only with =', () => {
    expect(read('--sig-proxy=false x').bool('sig-proxy')).toBe(false);
    expect(read('-d=0 x').bool('detach')).toBe(false);
    expect(read('-d false', true).args).toEqual(['false']);
  });

  test('a flag with a bare value takes another only with =', () => {
    expect(read('--pull x').string('pull')).toBe('always');
    expect(read('--pull=never x').string('pull')).toBe('never');
    expect(read('x').string('pull')).toBe('missing');
  });

  test('the value may look like a flag', () => {
    expect(read('--name --detach x').string('name')).toBe('--detach');
    expect(read('-p -d x').list('publish')).toEqual(['-d']);
  });

  test('a check may rewrite the value', () => {
    expect(read('-m 64m x').string('memory')).toBe('67108864');
  });

  test('durations are milliseconds', () => {
    expect(read('--health-interval=1m30s x').number('health-interval')).toBe(90_000);
  });

  test('--help and -h ask for help, unless the command has an -h of its own', () => {
    expect(read('--help').help).toBe(true);
    expect(read('-h box x').string('hostname')).toBe('box');
    const warnings: string[] = [];
    const short = parseFlags(['-h'], WITHOUT_H, { warn: (line) => warnings.push(line) });
    expect(short.ok && short.value.help).toBe(true);
    expect(warnings).toEqual(['Flag shorthand -h has been deprecated, use --help']);
    expect(read('ubuntu --help').help).toBe(false);
  });

  test('asking for a flag that the command does not have is an error of the programmer', () => {
    expect(() => read('x').bool('nope')).toThrow('no flag --nope');
    expect(() => read('x').bool('name')).toThrow('another kind');
  });
});

describe('the errors are those of the real CLI', () => {
  test.each([
    ['--bogus x', 'unknown flag: --bogus'],
    ['--bogus=1 x', 'unknown flag: --bogus'],
    ['-x y', "unknown shorthand flag: 'x' in -x"],
    ['-dxz y', "unknown shorthand flag: 'x' in -xz"],
    ['--name', 'flag needs an argument: --name'],
    ['-d=1 --name', 'flag needs an argument: --name'],
    ['-p', "flag needs an argument: 'p' in -p"],
    ['-dp', "flag needs an argument: 'p' in -p"],
    ['---x', 'bad flag syntax: ---x'],
    ['--=x', 'bad flag syntax: --=x'],
    [
      '--detach=2 x',
      'invalid argument "2" for "-d, --detach" flag: strconv.ParseBool: parsing "2": invalid syntax',
    ],
    [
      '--pids-limit x busybox',
      'invalid argument "x" for "--pids-limit" flag: strconv.ParseInt: parsing "x": invalid syntax',
    ],
    ['-m abc x', 'invalid argument "abc" for "-m, --memory" flag: invalid size: \'abc\''],
    ['-m 0.5x x', 'invalid argument "0.5x" for "-m, --memory" flag: invalid suffix: \'x\''],
    [
      '--health-interval 5 x',
      'invalid argument "5" for "--health-interval" flag: time: missing unit in duration "5"',
    ],
  ])('%s', (line, error) => {
    expect(parseFlags(line.split(' '), SPECS, { interspersed: false })).toEqual({
      ok: false,
      error,
    });
  });

  test('any arguments give a result or words, and no operand is lost or made up', () => {
    const argument = fc.oneof(
      fc.constantFrom('-', '--', '-d', '-it', '--name', 'a', '-p'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(argument), fc.boolean(), (args, interspersed) => {
        const result = parseFlags(args, SPECS, { interspersed });
        if (!result.ok) expect(result.error).not.toBe('');
        else for (const operand of result.value.args) expect(args).toContain(operand);
      }),
    );
  });
});

describe('values', () => {
  test.each([
    ['10', 10],
    ['-1', -1],
    ['0x1f', 31],
    ['010', 8],
    ['0b101', 5],
    ['1_000', 1000],
  ])('the integer %s is %d', (text, value) => {
    expect(parseInteger(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'strconv.ParseInt: parsing "": invalid syntax'],
    ['1.5', 'strconv.ParseInt: parsing "1.5": invalid syntax'],
    ['09', 'strconv.ParseInt: parsing "09": invalid syntax'],
    ['9223372036854775808', 'strconv.ParseInt: parsing "9223372036854775808": value out of range'],
  ])('the integer %s is refused', (text, error) => {
    expect(parseInteger(text)).toEqual({ ok: false, error });
  });

  test.each([
    ['1.5s', 1500],
    ['300ms', 300],
    ['2h45m', 9_900_000],
    ['-1s', -1000],
    ['0', 0],
  ])('the duration %s is %d ms', (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'time: invalid duration ""'],
    ['x', 'time: invalid duration "x"'],
    ['5', 'time: missing unit in duration "5"'],
    ['5x', 'time: unknown unit "x" in duration "5x"'],
  ])('the duration %s is refused', (text, error) => {
    expect(parseDuration(text)).toEqual({ ok: false, error });
  });
});
