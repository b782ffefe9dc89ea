import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

function told(...lines: readonly string[]): readonly [string, string, number] {
  const { last } = session(lines, { images: ['busybox'] });
  return [last.stdout, last.stderr, last.exitCode];
}

describe('what the kernel cannot run', () => {
  const make = (text: string): string =>
    `docker run --name web busybox sh -c 'printf "${text}" > /s; chmod +x /s'; docker commit web it`;

  it('a text that names no interpreter is told by the runtime, and run by a shell', () => {
    expect(told(make('echo hi'), 'docker run --rm it /s')).toEqual([
      '',
      'exec /s: exec format error\n',
      1,
    ]);
    expect(told(make('echo hi'), 'docker run --rm it sh -c /s')).toEqual(['hi\n', '', 0]);
  });

  it('#!/bin/sh is the shell that stands there: dash on Debian', () => {
    const script = String.raw`printf '#!/bin/sh\n[ a == a ] || echo dash\n' >/s; chmod +x /s; /s`;
    expect(told('docker pull -q ubuntu', `docker run --rm ubuntu bash -c "${script}"`)).toEqual([
      'dash\n',
      '/s: 2: [: a: unexpected operator\n',
      0,
    ]);
  });

  it('an interpreter that is not there', () => {
    expect(told(make('#!/nosuch'), 'docker run --rm it /s')).toEqual([
      '',
      'exec /s: no such file or directory\n',
      1,
    ]);
    expect(told(make('#!/nosuch'), 'docker run --rm it sh -c /s')).toEqual([
      '',
      'sh: /s: not found\n',
      127,
    ]);
  });
});

describe("the learner's shell", () => {
  it('reads a here-string', () => {
    expect(told('A=1; cat <<< "a $A"')[0]).toBe('a 1\n');
    expect(told("docker run --rm -i busybox cat <<< 'in'")[0]).toBe('in\n');
  });

  it('tells the time that a command takes', () => {
    expect(told('time sleep 2')).toEqual([
      '',
      '\nreal\t0m2.000s\nuser\t0m0.000s\nsys\t0m0.000s\n',
      0,
    ]);
    expect(told('time false')[2]).toBe(1);
  });

  it('packs and unpacks', () => {
    expect(told('echo a > f; gzip f; ls f*; gunzip f.gz; cat f')[0]).toBe('f.gz\na\n');
    expect(told('echo a | gzip | zcat')[0]).toBe('a\n');
    expect(told('echo a | gunzip')).toEqual(['', 'gzip: stdin: not in gzip format\n', 1]);
    expect(
      told('docker save busybox | gzip > b.tgz; docker rmi busybox', 'docker load -i b.tgz')[0],
    ).toBe('Loaded image: busybox:latest\n');
  });
});

describe('what has no end', () => {
  it('ends with its reader', () => {
    expect(told('yes | head -2')[0]).toBe('y\ny\n');
    expect(told("docker run --rm busybox sh -c 'head -c 5000 /dev/zero | wc -c'")[0]).toBe(
      '5000\n',
    );
  });
});

describe('docker cp', () => {
  it('does not replace what docker mounts', () => {
    expect(
      told('docker run -d --name web busybox sleep 9', 'echo a > f; docker cp f web:/etc/hostname'),
    ).toEqual([
      '',
      'Error response from daemon: unlinkat /etc/hostname: device or resource busy\n',
      1,
    ]);
  });
});

describe('docker inspect -s', () => {
  it('tells the size of a layer without changes', () => {
    expect(
      told('docker create --name web busybox', "docker inspect -s -f '{{.SizeRw}}' web")[0],
    ).toBe('0\n');
  });
});

describe('a duration before now', () => {
  it('counts in whole seconds', () => {
    const events = "docker events --since 1m --until 0s --format '{{.Action}}'";
    expect(told('docker volume create one', 'sleep 2', events)[0]).toBe('create\n');
    expect(told('sleep 2.5', 'docker volume create one', events)[0]).toBe('');
  });
});
