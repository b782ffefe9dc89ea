import { describe, expect, it } from 'vitest';
import { inBusybox } from '../support/in-busybox';

/* What Debian's busybox 1.35 prints in a container of Docker Engine 28.2.2, standard output before standard error. */
const FILES = 'mkdir -p /t/a/b; touch /t/x.txt /t/a/y.log /t/a/b/z.txt; cd /t; ';

describe('find', () => {
  it.each([
    ["find . -name '*.txt' -o -name '*.log' | sort", './a/b/z.txt\n./a/y.log\n./x.txt\n'],
    ['find . -name a -prune -o -type f -print', './x.txt\n'],
    ['find . ( -name x.txt -o -name y.log ) -type f | wc -l', '2\n'],
    ["find . ! -name '*.txt' -type f", './a/y.log\n'],
    ['find . -exec false ; -print', ''],
    ['find . -type f -exec echo {} + | wc -l', '1\n'],
    ['find . -depth | tail -1', '.\n'],
    ['find . -perm -100 -type d | wc -l', '3\n'],
    ['find . -name x.txt -quit -print', ''],
    ['find . -name', 'find: -name requires an argument\n'],
    ['find . ( -name x', "find: unpaired '('\n"],
    ['find . -type q', "find: invalid argument 'q' to '-type'\n"],
    ['find . -maxdepth x', "find: invalid number 'x'\n"],
  ])('answers %s', (line, printed) => {
    expect(inBusybox(FILES + line.replaceAll(/(?<= )[();](?= |$)/g, '\\$&'))).toBe(printed);
  });
});

describe('tar', () => {
  it.each([
    ['tar -cf t ./a; tar -tf t', './a/\n./a/b/\n./a/b/z.txt\n./a/y.log\n'],
    ['tar -cf t -C a/b .; tar -tf t', './\n./z.txt\n'],
    [
      'tar -cf t a/y.log ./a/y.log /t/a/y.log; tar -tf t',
      "a/y.log\n./a/y.log\nt/a/y.log\ntar: removing leading '/' from member names\n",
    ],
    ['tar -cf t ./a; tar -tf t a/y.log', 'tar: a/y.log: not found in archive\n'],
    [
      'tar -cf t /nosuch x.txt; echo $?; tar -tf t',
      '1\nx.txt\ntar: /nosuch: No such file or directory\ntar: error exit delayed from previous errors\n',
    ],
    ['tar -cf t x.txt; tar -tvf t | cut -c1-31', '-rw-r--r-- root/root         0 \n'],
    ['tar -cf t; echo $?', '1\ntar: empty archive\n'],
  ])('answers %s', (line, printed) => {
    expect(inBusybox(FILES + line)).toBe(printed);
  });
});

describe('busybox', () => {
  it.each([
    ['busybox ls -d /tmp', '/tmp\n'],
    ['busybox sh -c "echo in"', 'in\n'],
    ['busybox nosuch; echo $?', '127\nnosuch: applet not found\n'],
    ['busybox --list | head -3', '[\n[[\nacpid\n'],
    [
      'busybox | tail -n +18 | head -1',
      '\t[, [[, acpid, adjtimex, ar, arch, arp, arping, ascii, ash, awk, base64,\n',
    ],
    ['less /etc/group | head -1', 'root:x:0:\n'],
    ['printf; echo $?', '2\nsh: usage: printf FORMAT [ARGUMENT...]\n'],
    ['grep x /nosuch; echo $?', '2\ngrep: /nosuch: No such file or directory\n'],
    ['gunzip /etc/group', 'gunzip: /etc/group: unknown suffix - ignored\n'],
    ['dd if=/nosuch', "dd: can't open '/nosuch': No such file or directory\n"],
    [
      'wget -O - http://127.0.0.1:81/',
      "Connecting to 127.0.0.1:81 (127.0.0.1:81)\nwget: can't connect to remote host (127.0.0.1): Connection refused\n",
    ],
  ])('answers %s', (line, printed) => {
    expect(inBusybox(line)).toBe(printed);
  });

  it.each(['sed', 'ping', 'timeout', 'tar'])(
    'shows the usage of %s where nothing is said',
    (name) => {
      expect(inBusybox(name)).toContain(`\n\nUsage: ${name} `);
    },
  );
});

describe('text programs', () => {
  it.each([
    ["printf 'a\\n' | sed -e 's/a/b/' -e 's/b/c/'", 'c\n'],
    ["printf 'aaa\\n' | sed 's/a/b/2'", 'aba\n'],
    ["printf 'a\\nb\\nc\\n' | sed 'N;s/\\n/+/'", 'a+b\nc\n'],
    ["printf 'hello\\n' | sed 'y/el/ip/'", 'hippo\n'],
    ["printf 'a\\n' | sed -e 'a\\after' -e 's/a/b/'", 'b\nafter\n'],
    ["printf 'a\\nb' > /n; tail -n -1 /n; echo; head -2 /n", 'b\na\nb'],
    ["printf 'a\\n\\tb\\n' | cat -A", 'a$\n^Ib$\n'],
    ["printf 'a\\n\\nb\\n' | cat -b", '     1\ta\n\n     2\tb\n'],
    ['cp -v /etc/group /g; mv -v /g /h', "'/etc/group' -> '/g'\n'/g' -> '/h'\n"],
    ['echo a > /a; cp -n /etc/group /a; cat /a', 'a\n'],
    [
      'touch /a /b; mv /a /b /nosuch; echo $?',
      "1\nmv: can't rename '/a': No such file or directory\nmv: can't rename '/b': No such file or directory\n",
    ],
    ['echo a > /a; md5sum /a > /s; md5sum -c /s', '/a: OK\n'],
    ['echo a > /a; md5sum /a > /s; echo b > /a; md5sum -s -c /s; echo $?', '1\n'],
    [
      'echo a > /a; md5sum /a > /s; echo b > /a; md5sum -c /s',
      '/a: FAILED\nmd5sum: WARNING: 1 of 1 computed checksums did NOT match\n',
    ],
    ["printf 'a\\0b c\\0' | xargs -0 -n1", 'a\nb c\n'],
    ['echo x | xargs -t echo', 'x\necho x\n'],
    ['seq 0 0.5 1', '0.0\n0.5\n1.0\n'],
    ['arch', 'x86_64\n'],
  ])('answer %s', (line, printed) => {
    expect(inBusybox(line)).toBe(printed);
  });
});
