import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What the last line prints on both outputs, and its exit code. */
function told(...lines: readonly string[]): readonly [string, string, number] {
  const { last } = session(lines, { images: ['busybox'] });
  return [last.stdout, last.stderr, last.exitCode];
}

const inTmpfs = (size: string, script: string): readonly [string, string, number] =>
  told(`docker run --rm --tmpfs /t:size=${size} busybox sh -c '${script}'`);

describe('a full tmpfs', () => {
  it('takes as many bytes of dd as find room', () => {
    expect(inTmpfs('64k', 'dd if=/dev/zero of=/t/x bs=1k count=100; wc -c < /t/x')).toEqual([
      '65536\n',
      "dd: error writing '/t/x': No space left on device\n65+0 records in\n64+0 records out\n",
      0,
    ]);
  });

  it('refuses what a builtin of the shell writes, file by file in whole pages', () => {
    expect(inTmpfs('4k', 'echo a > /t/1; echo b > /t/2; echo $?; cat /t/1; wc -c < /t/2')).toEqual([
      '1\na\n0\n',
      'sh: write error: No space left on device\n',
      0,
    ]);
  });

  it('refuses copies and what programs write', () => {
    expect(
      inTmpfs('4k', 'seq 3000 > /tmp/s; cp /tmp/s /t/c; echo $?; rm /t/c; cat /tmp/s > /t/d'),
    ).toEqual([
      '1\n',
      'cp: write error: No space left on device\ncat: write error: No space left on device\n',
      1,
    ]);
  });

  it('has room again when a file is gone', () => {
    expect(inTmpfs('4k', 'echo a > /t/1; rm /t/1; echo b > /t/2; cat /t/2')).toEqual([
      'b\n',
      '',
      0,
    ]);
  });

  it('bounds /dev/shm too', () => {
    const line = "dd if=/dev/zero of=/dev/shm/x bs=1k count=100 2>&1 | tail -1'";
    expect(told(`docker run --rm --shm-size 64k busybox sh -c '${line}`)[0]).toBe(
      '64+0 records out\n',
    );
  });
});

describe('what a container may use', () => {
  it('has no room on /dev/full', () => {
    expect(told("docker run --rm busybox sh -c 'echo x > /dev/full; echo $?'")).toEqual([
      '1\n',
      'sh: write error: No space left on device\n',
      0,
    ]);
  });

  it('begins no more processes than --pids-limit', () => {
    const jobs = (limit: string) =>
      told(
        `docker run --rm --pids-limit ${limit} busybox sh -c 'for i in 1 2 3 4; do sleep 1 & done; echo end'`,
      );
    expect(jobs('4')).toEqual(['', "sh: can't fork: Resource temporarily unavailable\n", 2]);
    expect(jobs('5')).toEqual(['end\n', '', 0]);
    expect(jobs('-1')).toEqual(['end\n', '', 0]);
  });

  it.each([
    ['1', 'ls /; echo end'],
    ['2', 'ls / | cat'],
    ['2', 'sleep 3 & ls; echo end'],
  ])('begins no program in the foreground either beyond --pids-limit %s: %s', (limit, script) => {
    expect(told(`docker run --rm --pids-limit ${limit} busybox sh -c '${script}'`)).toEqual([
      '',
      "sh: can't fork: Resource temporarily unavailable\n",
      2,
    ]);
  });

  it('needs no process more for the one that takes the place of a shell', () => {
    expect(told(`docker run --rm --pids-limit 1 busybox sh -c 'echo end; true'`)[0]).toBe('end\n');
    const jobs = `docker run --rm --pids-limit 2 busybox sh -c 'sleep 3 & echo end'`;
    expect(told(jobs)).toEqual(['end\n', '', 0]);
  });

  it('shows nproc the processors of its set', () => {
    expect(told('docker run --rm --cpuset-cpus 1 busybox nproc')[0]).toBe('1\n');
    expect(told('docker run --rm busybox nproc')[0]).toBe('2\n');
  });

  it('shows ulimit the soft and the hard limit', () => {
    expect(
      told(
        "docker run --rm --ulimit nofile=50:100 --ulimit core=0 busybox sh -c 'ulimit -n; ulimit -Hn; ulimit -c; ulimit -s'",
      )[0],
    ).toBe('50\n100\n0\nunlimited\n');
  });

  it('runs nothing from a tmpfs without exec', () => {
    const script = "printf '#!/bin/sh\\necho hi' > /t/a; chmod +x /t/a; /t/a";
    const run = (options: string) =>
      told(`docker run --rm --tmpfs /t${options} busybox sh -c "${script}"`);
    expect(run('')).toEqual(['', 'sh: /t/a: Permission denied\n', 126]);
    expect(run(':exec')).toEqual(['hi\n', '', 0]);
  });

  it('knows its terminal', () => {
    expect(told('docker run --rm -t busybox tty')[0]).toBe('/dev/pts/0\n');
    expect(told('docker run --rm busybox tty')).toEqual(['not a tty\n', '', 1]);
  });

  it('knows its full name', () => {
    expect(told('docker run --rm -h box --domainname d.org busybox hostname -f')[0]).toBe(
      'box.d.org\n',
    );
  });
});

describe('exit', () => {
  it('takes no sign from the ash family', () => {
    expect(told("docker run --rm busybox sh -c 'exit -1'")).toEqual([
      '',
      'sh: exit: line 0: Illegal number: -1\n',
      2,
    ]);
  });
});

describe('a shell that calls itself', () => {
  const inShell = (script: string): readonly [string, string, number] =>
    told(`docker run --rm busybox sh -c '${script}'`);

  it.each([
    ['a function', 'f() { f; }; f; echo after'],
    ['a function in a loop', 'f() { for i in 1 2; do f; done; }; f'],
    ['eval', String.raw`x="eval \"\$x\""; eval "$x"`],
    ['a file', 'echo ". /s" > /s; . /s'],
    ['a function, whose shell has an EXIT trap', 'trap "echo bye" EXIT; f() { f; }; f'],
  ])('ends as by SIGSEGV, silently: %s', (_, script) => {
    expect(inShell(script)).toEqual(['', '', 139]);
  });

  it('dies alone in a subshell, and the ash around it says so', () => {
    expect(inShell('(f() { f; }; f); echo $?')).toEqual(['139\n', 'Segmentation fault\n', 0]);
    expect(inShell('x=$(f() { f; }; f); echo $?')).toEqual(['139\n', '', 0]);
  });

  it('goes as deep as a script needs', () => {
    const down = 'f() { if [ $1 -gt 0 ]; then f $(($1-1)); else echo done; fi; }';
    expect(inShell(`${down}; f 3000`)).toEqual(['done\n', '', 0]);
  });

  it.each([
    ['in the background', 'f() { f & f & }; f; echo end'],
    ['as programs', 'printf "sh /b | sh /b" > /b; sh /b; echo end'],
  ])('is stopped when it doubles %s', (_, script) => {
    expect(inShell(script)[0]).toMatch(/end\n$/);
  });

  it('ends in words when it is the bomb of bash', () => {
    const line = "docker run --rm ubuntu bash -c ':(){ :|:& };:'";
    const { last } = session([line], { images: ['ubuntu'] });
    expect(last.stderr).toContain('the simulated host stops here');
    expect(last.exitCode).toBe(130);
  });

  it('loses nothing of a loop that gives way to the clock, whatever stands in its pipes', () => {
    const loop = 'for i in $(seq 1 900); do echo $i | { read x; y=$x; echo $y; }; done';
    expect(inShell(loop)[0].trimEnd().split('\n')).toHaveLength(900);
  });

  it.each([
    ['in substitutions', 'f() { x=$(f)$(f); }; f; echo end'],
    ['through pipes', 'f() { f | f; }; f; echo end'],
  ])('is stopped in words when it never waits and doubles %s', (_, script) => {
    const [, words, code] = inShell(script);
    expect(words).toContain('the simulated host stops here: a command that never waits');
    expect(code).toBe(130);
  });
});

describe('what bash makes of braces and arrays', () => {
  const inBash = (script: string): readonly [string, string, number] => {
    const { last } = session([`docker run --rm ubuntu bash -c '${script}'`], {
      images: ['ubuntu'],
    });
    return [last.stdout, last.stderr, last.exitCode];
  };

  it.each([
    ['{1..1000000000}', 1_000_000_000],
    ['{1..300}{1..300}', 90_000],
  ])('%s stays as it is, in words', (braces, count) => {
    const words = `bash: line 1: brace expansion: failed to allocate memory for ${count} elements\n`;
    expect(inBash(`echo ${braces}`)).toEqual([`${braces}\n`, words, 0]);
  });

  it('an array that grows without end ends its script', () => {
    const script = 'a=(); while :; do a+=(x y z); done';
    expect(inBash(script)).toEqual(['', 'bash: line 1: a: array too long\n', 1]);
  });
});
