import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const images = ['ubuntu', 'nginx', 'alpine', 'rockylinux:9'];

/** What the last command says in a container of that image, and its exit code. */
function inside(image: string, commands: readonly string[], flags = ''): [string, number] {
  const lines = commands.map((command) => `docker exec ${flags} box ${command}`);
  const up = `docker run -d --name box --entrypoint sleep ${image} 1000`;
  const { last } = session([up, ...lines], { images });
  return [last.stdout + last.stderr, last.exitCode];
}

const READING =
  'Reading package lists...\nBuilding dependency tree...\nReading state information...\n';

describe('apt', () => {
  it('knows no package before its lists were fetched', () => {
    expect(inside('ubuntu', ['apt-get install -y git'])).toEqual([
      `${READING}E: Unable to locate package git\n`,
      100,
    ]);
  });

  it('fetches the lists once', () => {
    const [first] = inside('ubuntu', ['apt-get update']);
    expect(first).toMatch(
      /^Get:1 http:\/\/archive\.ubuntu\.com\/ubuntu jammy InRelease \[270 kB\]\n/,
    );
    expect(first).toMatch(
      /\nFetched 36\.7 MB in 5s \(7340 kB\/s\)\nReading package lists\.\.\.\n$/,
    );
    const [again] = inside('ubuntu', ['apt-get update', 'apt-get update']);
    expect(again).toMatch(/^Hit:1 /);
  });

  it('says what it installs, as recorded of Debian’s tree', () => {
    const [said, code] = inside('nginx', ['apt-get update', 'apt-get install -y tree']);
    const [before = '', ...after] = said.replace(/Fetched .*\n/, '').split(/^Get:1 .*\n/m);
    expect(before).toBe(
      `${READING}The following NEW packages will be installed:\n  tree\n0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\nNeed to get 52.5 kB of archives.\nAfter this operation, 116 kB of additional disk space will be used.\n`,
    );
    expect(said).toMatch(
      /^Get:1 http:\/\/\S+\/debian bookworm\/main amd64 tree amd64 2\.1\.0-1 \[52\.5 kB\]$/m,
    );
    expect(after.join('')).toBe(
      'Selecting previously unselected package tree.\n(Reading database ... 6090 files and directories currently installed.)\nPreparing to unpack .../tree_2.1.0-1_amd64.deb ...\nUnpacking tree (2.1.0-1) ...\nSetting up tree (2.1.0-1) ...\ndebconf: delaying package configuration, since apt-utils is not installed\n',
    );
    expect(code).toBe(0);
  });

  it('installs nothing where one name is unknown, and nothing twice', () => {
    const [said] = inside('ubuntu', ['apt-get update', 'apt-get install -y tree nosuch']);
    expect(said).toBe(`${READING}E: Unable to locate package nosuch\n`);
    const twice = ['apt-get update', 'apt-get install -y tree', 'apt-get install -y tree'];
    expect(inside('ubuntu', twice)[0]).toBe(
      `${READING}tree is already the newest version (2.0.2-1).\n0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n`,
    );
  });

  it('asks without -y, and takes nobody to ask for no', () => {
    const install = 'apt-get install net-tools';
    const [said, code] = inside('ubuntu', ['apt-get update', install]);
    expect(said).toMatch(/Do you want to continue\? \[Y\/n\] Abort\.\n$/);
    expect(code).toBe(1);
    expect(inside('ubuntu', ['apt-get update', `sh -c 'echo | ${install}'`])[1]).toBe(0);
  });

  it('is quiet with -qq, removes, and what it brought runs', () => {
    const ping = ['apt-get update', 'apt-get install -qq -y iputils-ping', 'ping -c 1 localhost'];
    expect(inside('ubuntu', ping)[0]).toMatch(/^PING localhost \(127\.0\.0\.1\) 56\(84\) bytes/);
    const [said] = inside('ubuntu', [...ping, 'apt-get remove -y iputils-ping']);
    expect(said).toMatch(/\nRemoving iputils-ping \(3:20211215-1\) \.\.\.\n$/);
    expect(inside('ubuntu', [...ping, 'apt-get remove -y iputils-ping', 'which ping'])[1]).toBe(1);
  });

  it('says of a program that is not simulated that it is not', () => {
    const vim = ['apt-get update', 'apt-get install -y vim', 'vim x'];
    expect(inside('ubuntu', vim)).toEqual(['vim: this program is not simulated here\n', 1]);
  });

  it('needs root and a network', () => {
    expect(inside('ubuntu', ['apt-get install -y git'], '-u 1000')[0]).toMatch(/are you root\?\n$/);
    const { last } = session(['docker run --rm --network none ubuntu apt-get update'], { images });
    expect(last.stdout).toContain("\n  Temporary failure resolving 'archive.ubuntu.com'\n");
  });

  it('warns as apt where nobody watches', () => {
    expect(inside('ubuntu', ['apt update'])[0]).toContain(
      '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n',
    );
  });
});

describe('apk', () => {
  it('installs with what it fetches, and counts', () => {
    expect(inside('alpine', ['apk add tree bash'])[0]).toBe(
      'fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main/x86_64/APKINDEX.tar.gz\nfetch https://dl-cdn.alpinelinux.org/alpine/v3.20/community/x86_64/APKINDEX.tar.gz\n(1/2) Installing tree (2.1.1-r0)\n(2/2) Installing bash (5.2.26-r0)\nExecuting busybox-1.36.1-r29.trigger\nOK: 9 MiB in 16 packages\n',
    );
    expect(
      inside('alpine', ['apk add bash', "bash -c 'echo ${0##*/} ${BASH_VERSION%%.*}'"])[0],
    ).toBe('bash 5\n');
  });

  it('lists what was installed, not what busybox brings, and removes it', () => {
    expect(inside('alpine', ['apk add less', 'apk info'])[0]).toBe('less\n');
    expect(inside('alpine', ['apk add tree', 'apk del tree'])[0]).toBe(
      '(1/1) Purging tree (2.1.1-r0)\nExecuting busybox-1.36.1-r29.trigger\nOK: 7 MiB in 14 packages\n',
    );
  });

  it('removes what a virtual package brought together with it', () => {
    const add = 'apk add --no-cache --virtual .deps gcc make';
    expect(inside('alpine', [add])[0]).toMatch(
      /\n\(2\/3\) Installing make \(.*\)\n\(3\/3\) Installing \.deps \(20260115\.\d{6}\)\n/,
    );
    const [said] = inside('alpine', [add.replace('--virtual ', '-t '), 'apk del .deps']);
    expect(said).toMatch(
      /^\(1\/3\) Purging \.deps \(.*\)\n\(2\/3\) Purging gcc \(.*\)\n\(3\/3\) Purging make \(.*\)\nExecuting .*\nOK: 7 MiB in 14 packages\nWARNING: opening from cache https:\S+\/main: No such file or directory\nWARNING: opening from cache https:\S+\/community: No such file or directory\n$/,
    );
    expect(inside('alpine', [add, 'apk del .deps', 'apk info'])[0]).toBe('');
  });

  it('keeps the lists, and fetches them no more, unless --no-cache says not to', () => {
    const lists = 'ls /var/cache/apk';
    expect(inside('alpine', ['apk add tree', lists])[0]).toMatch(
      /^(?:APKINDEX\.\w+\.tar\.gz\n){2}$/,
    );
    expect(inside('alpine', ['apk add --no-cache tree', lists])[0]).toBe('');
    expect(inside('alpine', ['apk update', 'apk add tree'])[0]).toMatch(
      /^\(1\/1\) Installing tree/,
    );
  });

  it('names every package that there is not', () => {
    const [said, code] = inside('alpine', ['apk add nosuch']);
    expect(said).toMatch(
      /ERROR: unable to select packages:\n {2}nosuch \(no such package\):\n {4}required by: world\[nosuch\]\n$/,
    );
    expect(code).toBe(1);
  });
});

describe('git', () => {
  // `git clone` of Debian 12, without a network
  it.each([
    [
      'https://github.com/x/y.git',
      "unable to access 'https://github.com/x/y.git/': Could not resolve host: github.com",
    ],
    [
      '--depth 1 https://me@example.com/y z',
      "unable to access 'https://me@example.com/y/': Could not resolve host: example.com",
    ],
  ])('clone %s finds nobody', (words, reason) => {
    const name = words.endsWith(' z') ? 'z' : 'y';
    expect(
      inside('nginx', ['apt-get update', 'apt-get install -y git', `git clone ${words}`]),
    ).toEqual([`Cloning into '${name}'...\nfatal: ${reason}\n`, 128]);
  });
});

describe('services of packages', () => {
  const build = (...lines: readonly string[]): string =>
    `printf 'FROM ubuntu\\nRUN apt-get update && apt-get install -y apache2 nginx curl ca-certificates locales\\n${lines.join('\\n')}\\n' > Dockerfile && docker build -q -t web .`;

  it('a started service does not keep the container alive', () => {
    const { runs, last } = session(
      [
        build('CMD ["service","nginx","start"]'),
        'docker run --name web web',
        "docker ps -a --format '{{.State}}'",
      ],
      { images },
    );
    expect([runs[1]?.stdout, last.stdout]).toEqual([
      ' * Starting nginx nginx\n   ...done.\n',
      'exited\n',
    ]);
  });

  it.each([
    ['service nginx status', ' * nginx is not running\n', 3],
    [
      'sh -c "service nginx start; service nginx status; service nginx stop; service nginx status"',
      ' * Starting nginx nginx\n   ...done.\n * nginx is running\n * Stopping nginx nginx\n   ...done.\n * nginx is not running\n',
      3,
    ],
    ['service ngin start', 'ngin: unrecognized service\n', 1],
    [
      'apache2 -DFOREGROUND',
      'AH00111: Config variable ${APACHE_RUN_DIR} is not defined\napache2: Syntax error on line 80 of /etc/apache2/apache2.conf: DefaultRuntimeDir must be a valid directory, absolute or relative to ServerRoot\n',
      1,
    ],
    ['apache2 -v', 'Server version: Apache/2.4.52 (Ubuntu)\n', 0],
    [
      'update-ca-certificates',
      'Updating certificates in /etc/ssl/certs...\n0 added, 0 removed; done.\nRunning hooks in /etc/ca-certificates/update.d...\ndone.\n',
      0,
    ],
    [
      'locale-gen ko_KR.UTF-8',
      'Generating locales (this might take a while)...\n  ko_KR.UTF-8... done\nGeneration complete.\n',
      0,
    ],
  ])('%s', (command, text, code) => {
    const { last } = session([build('CMD true'), `docker run --rm web ${command}`], { images });
    expect([last.stdout + last.stderr, last.exitCode]).toEqual([text, code]);
  });

  it('answers as the package of its distribution', () => {
    const up = 'docker run -d -p 8080:80 web apachectl -D FOREGROUND';
    const { last } = session([build('CMD true'), up, 'curl -sI localhost:8080 | grep Server'], {
      images,
    });
    expect(last.stdout).toBe('Server: Apache/2.4.52 (Ubuntu)\r\n');
  });
});

describe('dnf', () => {
  it('installs, finds what is there, and refuses what is not', () => {
    const install = 'dnf install -y git';
    expect(inside('rockylinux:9', [install])[0]).toContain(
      'Installed:\n  git-2.43.5-1.el9_4.x86_64\n',
    );
    expect(inside('rockylinux:9', [install, install])[0]).toContain(
      'Package git-2.43.5-1.el9_4.x86_64 is already installed.\n',
    );
    expect(inside('rockylinux:9', ['dnf install -y nosuch'])).toEqual([
      'No match for argument: nosuch\nError: Unable to find a match: nosuch\n',
      1,
    ]);
  });
});

describe('--version', () => {
  it.each([
    ['ubuntu', 'bash', 'GNU bash, version 5.1.16(1)-release (x86_64-pc-linux-gnu)'],
    ['ubuntu', 'ls', 'ls (GNU coreutils) 8.32'],
    ['ubuntu', 'dd', 'dd (coreutils) 8.32'],
    ['nginx', 'ls', 'ls (GNU coreutils) 9.1'],
    ['nginx', 'grep', 'grep (GNU grep) 3.8'],
    ['nginx', 'hostname', 'hostname 3.23'],
    ['rockylinux:9', 'bash', 'GNU bash, version 5.1.8(1)-release (x86_64-redhat-linux-gnu)'],
    ['alpine', 'tar', 'tar (busybox) 1.35.0'],
    ['alpine', 'apk', 'apk-tools 2.14.4, compiled for x86_64.'],
  ])('in %s: %s is %s', (image, program, line) => {
    expect(inside(image, [`${program} --version`])[0].split('\n')[0]).toBe(line);
  });

  it('has the licence and who wrote it, as Debian’s sed', () => {
    expect(inside('nginx', ['sed --version'])[0]).toBe(
      'sed (GNU sed) 4.9\nPackaged by Debian\nCopyright (C) 2022 Free Software Foundation, Inc.\nLicense GPLv3+: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>.\nThis is free software: you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n\nWritten by Jay Fenlason, Tom Lord, Ken Pizzini,\nPaolo Bonzini, Jim Meyering, and Assaf Gordon.\n\nThis sed program was built with SELinux support.\nSELinux is disabled on this system.\n\nGNU sed home page: <https://www.gnu.org/software/sed/>.\nGeneral help using GNU software: <https://www.gnu.org/gethelp/>.\nE-mail bug reports to: <bug-sed@gnu.org>.\n',
    );
  });

  it('is refused by busybox where its programs tell none', () => {
    expect(inside('alpine', ['awk --version'])[0]).toMatch(
      /^awk: unrecognized option '--version'\n/,
    );
  });
});

describe('tree', () => {
  const set = "sh -c 'mkdir -p /t/b/c; touch /t/a /t/b/x /t/.h; ln -s b /t/ld'";
  const get = ['apt-get update', 'apt-get install -y tree', set];
  it.each([
    ['tree /t', '/t\n|-- a\n|-- b\n|   |-- c\n|   `-- x\n`-- ld -> b\n\n4 directories, 2 files\n'],
    ['tree -a -L 1 /t', '/t\n|-- .h\n|-- a\n|-- b\n`-- ld -> b\n\n3 directories, 2 files\n'],
    ['tree -d /t', '/t\n|-- b\n|   `-- c\n`-- ld -> b\n\n4 directories\n'],
    ['tree -f --noreport /t/b', '/t/b\n|-- /t/b/c\n`-- /t/b/x\n'],
    ['tree -i -F /t/b', '/t/b/\nc/\nx\n\n2 directories, 1 file\n'],
    ['tree /nosuch', '/nosuch  [error opening dir]\n\n0 directories, 0 files\n'],
  ])('%s', (command, said) => {
    expect(inside('ubuntu', [...get, command])[0]).toBe(said);
  });
});
