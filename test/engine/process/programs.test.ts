import { describe, expect, it } from 'vitest';
import { runLine } from '@/lib/engine';
import { courseWorld, freshSandbox } from '../support/session-world';

/** What a script prints in a fresh container, complaints included. */
function inside(image: string, script: string, flags = ''): string {
  const line = `docker run --rm ${flags} ${image} sh -c '${script}'`;
  const run = runLine(freshSandbox(), line, courseWorld);
  return run.stdout + run.stderr;
}

describe('programs of busybox', () => {
  const table: readonly (readonly [script: string, shown: string])[] = [
    ['echo hi > /f; chmod 640 /f; stat -c "%a %U %s" /f', '640 root 3\n'],
    ['touch /f; chmod u+x,go-r /f; stat -c %A /f', '-rwx------\n'],
    ['echo a > /f; ln /f /g; echo b >> /g; cat /f; stat -c %h /f', 'a\nb\n2\n'],
    ['mkdir /d; echo x > /d/f; ln -s d /l; cat /l/f; readlink /l', 'x\nd\n'],
    ['mkdir -p /a/b; touch /a/b/c; mv /a /z; find /z', '/z\n/z/b\n/z/b/c\n'],
    ['seq 5 | sed -n 2,4p', '2\n3\n4\n'],
    ['echo a-b-a | sed s/a/X/g', 'X-b-X\n'],
    ['printf "b\\na\\nb\\n" | sort | uniq -c', '      1 a\n      2 b\n'],
    ['echo a:b:c | cut -d: -f1,3', 'a:c\n'],
    ['echo hello | tr a-z A-Z', 'HELLO\n'],
    ['mkdir /d; echo x > /d/f; ln -s / /d/root; grep -r x /d', '/d/f:x\n'],
    ['mkdir /d; ln -s / /d/root; cp -r /d /e; readlink /e/root', '/\n'],
    ['echo found > /new; cd /; grep -r ^found .', './new:found\n'],
    ['echo "x y z" | awk "{print \\$2}"', 'y\n'],
    ['echo 1 2 3 | xargs -n 1 echo n', 'n 1\nn 2\nn 3\n'],
    ['expr 3 + 4 \\* 2', '11\n'],
    ['cat /proc/1/comm', 'sh\n'],
    ['ls /nope', 'ls: /nope: No such file or directory\n'],
    ['nofoo', 'sh: nofoo: not found\n'],
    ['rmdir /etc', "rmdir: '/etc': Directory not empty\n"],
  ];
  it.each(table)('%s', (script, shown) => {
    expect(inside('busybox', script)).toBe(shown);
  });

  it('is refused what the permissions of somebody who is not root forbid', () => {
    expect(inside('busybox', 'touch /x; touch /tmp/y; ls /tmp', '-u 1000')).toBe(
      'y\ntouch: /x: Permission denied\n',
    );
  });

  it('may not give files away without the capability', () => {
    expect(inside('busybox', 'chown 5 /tmp', '--cap-drop CHOWN')).toBe(
      'chown: /tmp: Operation not permitted\n',
    );
  });

  it('never ends in a fault when a script calls itself', () => {
    const script = 'echo /me > /me; chmod +x /me; /me';
    expect(inside('busybox', script)).toContain('Resource temporarily unavailable');
  });
});
