import { describe, expect, test } from 'vitest';
import { session } from '../engine/support/course';

/** What a script prints in a new container of an image of the course. */
function inside(image: string, script: string): string {
  const { last } = session([`docker run --rm ${image} sh -c '${script}'`], {
    images: ['alpine', 'busybox', 'ubuntu', 'nginx'],
  });
  return last.stdout + last.stderr;
}

describe('Debian and Ubuntu keep programs and libraries below /usr', () => {
  test.each(['ubuntu', 'nginx'])('%s', (image) => {
    expect(inside(image, 'readlink /bin /lib /lib64 /sbin /bin/sh; readlink -f /bin/sh')).toBe(
      'usr/bin\nusr/lib\nusr/lib64\nusr/sbin\ndash\n/usr/bin/dash\n',
    );
    expect(inside(image, 'which sh ls; type cat')).toBe(
      '/usr/bin/sh\n/usr/bin/ls\ncat is /usr/bin/cat\n',
    );
  });

  test('a link that one container changes leads elsewhere there alone', () => {
    const shell = '/bin/sh -c "readlink -f /bin/sh; echo \\$BASH_VERSION"';
    const { runs } = session([
      'docker run -d --name one ubuntu sleep 1d',
      'docker run -d --name two ubuntu sleep 1d',
      `docker exec one ${shell}`,
      'docker exec one ln -sf bash /usr/bin/sh',
      `docker exec one ${shell}`,
      `docker exec two ${shell}`,
    ]);
    expect(runs.slice(2).map(({ stdout }) => stdout)).toEqual([
      '/usr/bin/dash\n\n',
      '',
      '/usr/bin/bash\n5.2.15(1)-release\n',
      '/usr/bin/dash\n\n',
    ]);
  });

  test('a file that is put into /bin lies in /usr/bin', () => {
    const { last } = session(['docker run --name box ubuntu touch /bin/tool', 'docker diff box']);
    expect(last.stdout).toBe('C /usr\nC /usr/bin\nA /usr/bin/tool\n');
  });
});

describe('Alpine is one program under many names', () => {
  test('its programs are links, in the folders in which Alpine has them', () => {
    expect(
      inside(
        'alpine',
        'readlink /bin/ls; readlink /sbin/ip; readlink /usr/bin/awk; which ls ip awk',
      ),
    ).toBe('/bin/busybox\n/bin/busybox\n/bin/busybox\n/bin/ls\n/sbin/ip\n/usr/bin/awk\n');
  });

  test('what it does follows from the name by which it is run', () => {
    expect(inside('alpine', 'ln -s /bin/busybox /tmp/cat; echo hello | /tmp/cat')).toBe('hello\n');
    expect(inside('alpine', 'ln -s /bin/busybox /tmp/tool; /tmp/tool; echo $?')).toBe(
      '127\ntool: applet not found\n',
    );
    expect(inside('alpine', 'cp /bin/echo /tmp/echo; /tmp/echo hello')).toBe('hello\n');
  });

  test('a script finds its shell through the link', () => {
    expect(
      inside('alpine', 'printf "#!/bin/sh\\necho \\$0\\n" > /run.sh; chmod +x /run.sh; /run.sh'),
    ).toBe('/run.sh\n');
  });

  test('`busybox --list` names what links to it', () => {
    expect(inside('alpine', 'busybox --list | head -n 3')).toBe('addgroup\nadduser\nash\n');
    expect(inside('busybox', 'busybox --list | head -n 3')).toBe('addgroup\nadduser\nash\n');
  });
});
