import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

/** What bash, or another shell, prints in a container of Debian 12, standard output before standard error. */
function inDebian(script: string, shell = 'bash'): string {
  const quoted = `'${script.replaceAll("'", `'\\''`)}'`;
  const { last } = session([`docker run --rm debian ${shell} -c ${quoted}`], {
    images: ['debian'],
  });
  return last.stdout + last.stderr;
}

/* All rows were recorded from Debian 12 in a container. */

describe('date -d', () => {
  it.each([
    ['2024-01-15 10:20:30', '2024-01-15 10:20:30'],
    ['2024-01-15T10:20:30Z', '2024-01-15 10:20:30'],
    ['15 Jan 2024', '2024-01-15 00:00:00'],
    ['Jan 15, 2024', '2024-01-15 00:00:00'],
    ['2024-01-15 10:20 +0200', '2024-01-15 08:20:00'],
    ['2024-01-31 -1 month', '2023-12-31 00:00:00'],
    ['2024-01-31 +1 month', '2024-03-02 00:00:00'],
    ['2024-02-29 +1 year', '2025-03-01 00:00:00'],
    ['2024-01-15 next day', '2024-01-16 00:00:00'],
    ['2024-01-15 3 weeks ago', '2023-12-25 00:00:00'],
    ['2024-01-15 +2 hours', '2024-01-15 02:00:00'],
    ['20240115', '2024-01-15 00:00:00'],
    ['01/15/2024', '2024-01-15 00:00:00'],
    ['2024-01-16 next monday', '2024-01-16 00:00:00'],
    ['@86400', '1970-01-02 00:00:00'],
    ['2024-01-15 10:20:30.5', '2024-01-15 10:20:30'],
  ])('%s', (words, shown) => {
    expect(inDebian(`date -u -d '${words}' '+%F %T'`)).toBe(`${shown}\n`);
  });

  it.each(['nonsense', '2024-13-01', '2024-02-30', '25:00'])('refuses %s', (words) => {
    expect(inDebian(`date -d '${words}'`)).toBe(`date: invalid date '${words}'\n`);
  });

  it('goes from today where no day is told', () => {
    expect(inDebian('date -d yesterday +%F; date -d "1 day ago" +%F; date -d "" "+%F %T"')).toBe(
      '2026-01-14\n2026-01-14\n2026-01-15 00:00:00\n',
    );
  });
});

describe('touch', () => {
  it.each([
    [
      'touch -d "2020-01-02 03:04:05" a; stat -c %y a; touch -r a c; stat -c %y c',
      '2020-01-02 03:04:05.000000000 +0000\n2020-01-02 03:04:05.000000000 +0000\n',
    ],
    ['touch -t 202001020304 b; stat -c %y b', '2020-01-02 03:04:00.000000000 +0000\n'],
    ['touch -d nonsense a', "touch: invalid date format 'nonsense'\n"],
    ['touch /nosuch/x', "touch: cannot touch '/nosuch/x': No such file or directory\n"],
    ['useradd u; su u -c "touch /root/x"', "touch: cannot touch '/root/x': Permission denied\n"],
  ])('%s', (script, said) => expect(inDebian(script)).toBe(said));
});

describe('modes and owners', () => {
  it.each([
    ['touch a; chmod 4755 a; chmod a-x,u=rw,g=,o+w a; stat -c %A a', '-rw----rw-\n'],
    [
      'mkdir d; chmod 2755 d; chmod g=rx d; stat -c %a d; chmod g=rxs,g-s d; stat -c %a d',
      '2755\n755\n',
    ],
    ['chmod zzz /tmp', "chmod: invalid mode: 'zzz'\nTry 'chmod --help' for more information.\n"],
    ['touch a; chown 77:88 a; stat -c "%U %G" a', 'UNKNOWN UNKNOWN\n'],
    ['groups www-data; groups', 'www-data : www-data\nroot\n'],
  ])('%s', (script, said) => expect(inDebian(script)).toBe(said));
});

describe('files and archives', () => {
  it.each([
    ['ln -s /nowhere l; ls l/', "ls: cannot access 'l/': No such file or directory\n"],
    [
      'tar cf a.tar /etc/hostname 2>/dev/null; tar tzf a.tar',
      '\ngzip: stdin: not in gzip format\ntar: Child returned status 1\ntar: Error is not recoverable: exiting now\n',
    ],
    [
      'tar czf a.tgz -C /etc hostname; tar tzf a.tgz; gunzip -c a.tgz | tar t',
      'hostname\nhostname\n',
    ],
    ['echo hi > x; gzip x; zcat x.gz; gunzip x.gz; cat x', 'hi\nhi\n'],
    [
      'readlink /var/run /usr/local/man; ls /etc/apt | head -2; arch',
      '/run\nshare/man\napt.conf.d\nauth.conf.d\nx86_64\n',
    ],
  ])('%s', (script, said) => expect(inDebian(script)).toBe(said));
});

describe('shells', () => {
  it('bash finds its user’s shell in the account file', () => {
    expect(inDebian('echo $SHELL; printenv SHELL')).toBe('/bin/bash\n');
    expect(inDebian('echo "[$SHELL]"', 'sh')).toBe('[]\n');
  });

  it('bash tells a script whose interpreter is missing from one that is', () => {
    const script = 'echo "#!/nosuch" > x; chmod +x x; ./x; echo $?';
    expect(inDebian(script)).toBe(
      '127\nbash: line 1: ./x: cannot execute: required file not found\n',
    );
    expect(inDebian(script, 'sh')).toBe('127\nsh: 1: ./x: not found\n');
  });

  it.each([
    ['echo $((2**3))', 'sh: 1: arithmetic expression: expecting primary: "2**3"\n'],
    ['x=1; echo $((x++))', 'sh: 1: arithmetic expression: expecting primary: "x++"\n'],
    ['x=1; echo $((++x)) $x', '1 1\n'],
    ['echo $((1,2))', 'sh: 1: arithmetic expression: expecting EOF: "1,2"\n'],
  ])('dash knows no operators but POSIX’s: %s', (script, said) => {
    expect(inDebian(script, 'sh')).toBe(said);
  });
});

it('what Debian has and what is not simulated says so', () => {
  expect(inDebian('dpkg -l; perl -v')).toBe(
    'dpkg: this program is not simulated here\nperl: this program is not simulated here\n',
  );
});
