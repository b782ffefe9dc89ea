import { describe, expect, it } from 'vitest';
import { session } from '../support/course';

const images = ['ubuntu', 'nginx', 'alpine', 'busybox', 'redis', 'rockylinux:9'];

/** What a script prints in a container of an image, and its exit code. */
function told(image: string, script: string, flags = ''): [string, number] {
  const command = `docker run --rm ${flags} --entrypoint sh ${image} -c "${script.replaceAll(/[$"\\]/g, '\\$&')}"`;
  const { last } = session([command], { images });
  return [last.stdout + last.stderr, last.exitCode];
}

const DEBIAN = 'nginx';

// What shadow-utils 4.13 of Debian 12 prints and writes; the nginx image has no user above 999.
describe('useradd', () => {
  it.each([
    [
      'useradd app; tail -qn1 /etc/passwd /etc/group /etc/shadow /etc/gshadow /etc/subuid',
      'app:x:1000:1000::/home/app:/bin/sh\napp:x:1000:\napp:!:20468:0:99999:7:::\napp:!::\napp:100000:65536\n',
    ],
    [
      'useradd -m a; useradd -m -s /bin/bash b; ls -A /home/b; tail -n1 /etc/passwd; tail -n1 /etc/subgid',
      '.bash_logout\n.bashrc\n.profile\nb:x:1001:1001::/home/b:/bin/bash\nb:165536:65536\n',
    ],
    [
      'useradd -r s1; useradd -r -s /bin/false -M s2; tail -n2 /etc/passwd; tail -n1 /etc/shadow',
      's1:x:999:999::/home/s1:/bin/sh\ns2:x:998:998::/home/s2:/bin/false\ns2:!:20468::::::\n',
    ],
    [
      'useradd -u 1500 y; useradd z; useradd -N n; tail -n2 /etc/passwd',
      'z:x:1501:1501::/home/z:/bin/sh\nn:x:1502:100::/home/n:/bin/sh\n',
    ],
    [
      'useradd -G sudo,audio x; id x',
      'uid=1000(x) gid=1000(x) groups=1000(x),27(sudo),29(audio)\n',
    ],
    [
      'useradd -p secret -e 2027-01-01 -f 30 p; tail -n1 /etc/shadow',
      'p:secret:20468:0:99999:7:30:20819:\n',
    ],
    [
      'useradd -u 0 -o root2',
      "useradd warning: root2's uid 0 outside of the UID_MIN 1000 and UID_MAX 60000 range.\n",
    ],
    [
      'mkdir /home/a; useradd -m a',
      'useradd: warning: the home directory /home/a already exists.\nuseradd: Not copying any file from skel directory into it.\n',
    ],
  ])('%s', (script, text) => {
    expect(told(DEBIAN, script)).toEqual([text, 0]);
  });

  it.each([
    ['useradd nginx', "useradd: user 'nginx' already exists\n", 9],
    ["useradd 'a b'", "useradd: invalid user name 'a b': use --badname to ignore\n", 3],
    ['useradd -g nogrp x', "useradd: group 'nogrp' does not exist\n", 6],
    [
      'useradd -G a,b x',
      "useradd: group 'a' does not exist\nuseradd: group 'b' does not exist\n",
      6,
    ],
    ['useradd -u 101 y', 'useradd: UID 101 is not unique\n', 4],
    ['useradd -u abc y', "useradd: invalid user ID 'abc'\n", 3],
    ['useradd -s nosh bad', "useradd: invalid shell 'nosh'\n", 3],
  ])('%s is refused', (script, text, code) => {
    expect(told(DEBIAN, script)).toEqual([text, code]);
  });

  it.each([
    ['useradd -z bad', "useradd: invalid option -- 'z'\n"],
    ['useradd --foo bad', "useradd: unrecognized option '--foo'\n"],
    ['useradd', ''],
  ])('%s shows how it is used', (script, text) => {
    const [said, code] = told(DEBIAN, script);
    expect([said.startsWith(`${text}Usage: useradd [options] LOGIN\n`), code]).toEqual([true, 2]);
  });
});

describe('groups and changes', () => {
  it.each([
    [
      'groupadd -r g1; groupadd g2; groupadd -g 5000 g3; tail -n3 /etc/group',
      'g1:x:999:\ng2:x:1000:\ng3:x:5000:\n',
      0,
    ],
    ['groupadd sudo', "groupadd: group 'sudo' already exists\n", 9],
    ['groupadd -f sudo', '', 0],
    ['groupadd -g 27 dup', "groupadd: GID '27' already exists\n", 4],
    ['groupadd -g abc bad', "groupadd: invalid group ID 'abc'\n", 3],
    [
      'useradd app; usermod -aG sudo app; usermod -aG audio app; id app',
      'uid=1000(app) gid=1000(app) groups=1000(app),27(sudo),29(audio)\n',
      0,
    ],
    [
      'useradd app; usermod -aG sudo app; usermod -G audio app; id app',
      'uid=1000(app) gid=1000(app) groups=1000(app),29(audio)\n',
      0,
    ],
    ['usermod -aG nope nginx', "usermod: group 'nope' does not exist\n", 6],
    ['usermod -aG sudo nouser', "usermod: user 'nouser' does not exist\n", 6],
    [
      'useradd -m app; usermod -l new -d /x -m -u 1234 -s /bin/bash app; tail -n1 /etc/passwd; ls -lnd /x /x/.bashrc | cut -c1-15; ls -A /home',
      'new:x:1234:1000::/x:/bin/bash\ndrwxr-xr-x 2 12\n-rw-r--r-- 1 12\n',
      0,
    ],
    [
      'useradd app; usermod -U app',
      "usermod: unlocking the user's password would result in a passwordless account.\nYou should set a password with usermod -p to unlock this user's password.\n",
      0,
    ],
    [
      'groupmod -n web -g 6000 nginx; id nginx',
      'uid=101(nginx) gid=6000(web) groups=6000(web)\n',
      0,
    ],
    ['groupmod -n x nope', "groupmod: group 'nope' does not exist\n", 6],
    ['groupmod -g 27 nginx', "groupmod: GID '27' already exists\n", 4],
    [
      'useradd app; userdel app; id app; grep -c app /etc/group /etc/shadow',
      '/etc/group:0\n/etc/shadow:0\nid: ‘app’: no such user\n'.replaceAll(/[‘’]/g, "'"),
      1,
    ],
    [
      'useradd -m app; userdel -r app; ls -A /home',
      'userdel: app mail spool (/var/mail/app) not found\n',
      0,
    ],
    ['userdel nouser', "userdel: user 'nouser' does not exist\n", 6],
    ['groupdel nope', "groupdel: group 'nope' does not exist\n", 6],
    ['groupdel nginx', "groupdel: cannot remove the primary group of user 'nginx'\n", 8],
  ])('%s', (script, text, code) => {
    expect(told(DEBIAN, script)).toEqual([text, code]);
  });

  it.each([
    [
      'useradd q',
      'useradd: Permission denied.\nuseradd: cannot lock /etc/passwd; try again later.\n',
      1,
    ],
    [
      'groupadd q',
      'groupadd: Permission denied.\ngroupadd: cannot lock /etc/group; try again later.\n',
      10,
    ],
    ['adduser q', 'adduser: Only root may add a user or group to the system.\n', 1],
    ['addgroup q', 'addgroup: Only root may add a user or group to the system.\n', 1],
    ['deluser nginx', 'deluser: Only root may remove a user or group from the system.\n', 1],
    ['passwd root', 'passwd: You may not view or modify password information for root.\n', 1],
    ['cat /etc/shadow', 'cat: /etc/shadow: Permission denied\n', 1],
  ])('%s needs root', (script, text, code) => {
    expect(told(DEBIAN, script, '-u nobody')).toEqual([text, code]);
  });
});

// What the package adduser 3.134 of Debian 12 prints.
describe('adduser of Debian', () => {
  const quiet = 'adduser --disabled-password --gecos "" ';

  it.each([
    [
      `${quiet} app; tail -n1 /etc/passwd; ls -ld /home/app | cut -c1-10`,
      "Adding user `app' ...\nAdding new group `app' (1000) ...\nAdding new user `app' (1000) with group `app (1000)' ...\nCreating home directory `/home/app' ...\nCopying files from `/etc/skel' ...\nAdding new user `app' to supplemental / extra groups `users' ...\nAdding user `app' to group `users' ...\napp:x:1000:1000:,,,:/home/app:/bin/bash\ndrwx------\n",
      0,
    ],
    [`${quiet} nginx`, "adduser: The user `nginx' already exists.\n", 1],
    [
      'adduser nginx sudo; adduser nginx sudo',
      "Adding user `nginx' to group `sudo' ...\nDone.\nadduser: The user `nginx' is already a member of `sudo'.\n",
      0,
    ],
    ['adduser nginx nope', "adduser: The group `nope' does not exist.\n", 1],
    ['adduser nope sudo', "adduser: The user `nope' does not exist.\n", 1],
    [
      'adduser --system svc',
      "Adding system user `svc' (UID 100) ...\nAdding new user `svc' (UID 100) with group `nogroup' ...\nNot creating `/nonexistent'.\n",
      0,
    ],
    [
      'adduser --system --group svc --quiet; adduser --system svc; id svc',
      "The system user `svc' already exists. Exiting.\nuid=102(svc) gid=102(svc) groups=102(svc)\n",
      0,
    ],
    [
      'addgroup g; addgroup g',
      "Adding group `g' (GID 1000) ...\nDone.\naddgroup: The group `g' already exists.\n",
      1,
    ],
    ['addgroup --system g', "Adding group `g' (GID 102) ...\nDone.\n", 0],
    ['addgroup --gid 27 g', "addgroup: The GID `27' is already in use.\n", 1],
    ['adduser', 'adduser: Only one or two names allowed.\n', 1],
    [
      `${quiet} --quiet u; deluser u; id u`,
      "Removing user `u' ...\nDone.\nid: 'u': no such user\n",
      1,
    ],
    ['deluser nope', "deluser: The user `nope' does not exist.\n", 2],
    ['deluser nginx sudo', "deluser: The user `nginx' is not a member of group `sudo'.\n", 6],
    ['delgroup nope', "delgroup: The group `nope' does not exist.\n", 3],
    [
      'adduser u',
      'adduser: asking for a password and a name is not simulated here: use --disabled-password --gecos ""\n',
      1,
    ],
  ])('%s', (script, text, code) => {
    expect(told(DEBIAN, script)).toEqual([text, code]);
  });
});

// After busybox loginutils/adduser.c, addgroup.c and deluser.c.
describe('adduser of busybox', () => {
  it.each([
    [
      'adduser -D app; tail -n1 /etc/passwd; id app; ls -ld /home/app | cut -c1-10',
      'app:x:1000:1000:Linux User,,,:/home/app:/bin/sh\nuid=1000(app) gid=1000(app) groups=1000(app)\ndrwxr-sr-x\n',
      0,
    ],
    [
      'addgroup -S g && adduser -S -G g u && id u; tail -n1 /etc/group',
      'uid=100(u) gid=101(g) groups=101(g)\ng:x:101:u\n',
      0,
    ],
    [
      'adduser -S -H -s /bin/sh -h /srv u; tail -n1 /etc/passwd',
      'u:x:100:65533:Linux User,,,:/srv:/bin/sh\n',
      0,
    ],
    ['adduser -D -u 1000 a; adduser -D -u 1000 b', "adduser: uid '1000' in use\n", 1],
    ['adduser -D a; adduser -D a', "adduser: user 'a' in use\n", 1],
    ['adduser -D -G nope a', 'adduser: unknown group nope\n', 1],
    ["adduser -D 'a b'", 'adduser: illegal character with code 32 at position 1\n', 1],
    [
      'adduser -D a; addgroup a wheel; adduser a wheel; id a; delgroup a wheel; id a',
      'uid=1000(a) gid=1000(a) groups=1000(a),10(wheel)\nuid=1000(a) gid=1000(a) groups=1000(a)\n',
      0,
    ],
    ['addgroup wheel', "addgroup: group 'wheel' in use\n", 1],
    ['adduser -D a; delgroup a', "delgroup: 'a' still has 'a' as their primary group!\n", 1],
    ['adduser -D a; deluser --remove-home a; ls /home; grep -c ^a: /etc/group', '0\n', 1],
    ['deluser nope', 'deluser: unknown user nope\n', 1],
    ['echo root:pw | chpasswd', "chpasswd: password for 'root' changed\n", 0],
  ])('%s', (script, text, code) => {
    expect(told('alpine', script)).toEqual([text, code]);
  });

  it('needs root', () => {
    const refusal = ['adduser: permission denied (are you root?)\n', 1];
    expect(told('alpine', 'adduser -D x', '-u 1000')).toEqual(refusal);
  });

  it('shows how it is used', () => {
    const [said, code] = told('busybox', 'adduser');
    expect([/\n\nUsage: adduser \[OPTIONS\] USER \[GROUP\]\n/.test(said), code]).toEqual([true, 1]);
  });
});

describe('passwords', () => {
  it.each([
    ['echo nginx:secret | chpasswd; passwd -S nginx', 'nginx P 2026-01-15 0 99999 7 -1\n', 0],
    [
      'echo nope:secret | chpasswd',
      'chpasswd: (user nope) pam_chauthtok() failed, error:\nAuthentication token manipulation error\nchpasswd: (line 1, user nope) password not changed\n',
      1,
    ],
    ['echo nginx | chpasswd', 'chpasswd: line 1: missing new password\n', 1],
    [
      'passwd -S root; passwd -d root; passwd -S root | cut -c1-7',
      'root L 2024-07-24 0 99999 7 -1\npasswd: password changed.\nroot NP\n',
      0,
    ],
    [
      'printf "a\\na\\n" | passwd nginx',
      'New password: Retype new password: passwd: password updated successfully\n',
      0,
    ],
    [
      'printf "a\\nb\\n" | passwd nginx',
      'New password: Retype new password: Sorry, passwords do not match.\npasswd: Authentication token manipulation error\npasswd: password unchanged\n',
      10,
    ],
    ['passwd nope', "passwd: user 'nope' does not exist\n", 1],
    [
      'getent passwd nginx; getent group 27; getent passwd nope',
      'nginx:x:101:101:nginx user:/nonexistent:/bin/false\nsudo:x:27:\n',
      2,
    ],
    [
      'getent nope',
      "Unknown database: nope\nTry `getent --help' or `getent --usage' for more information.\n",
      1,
    ],
  ])('%s', (script, text, code) => {
    expect(told(DEBIAN, script)).toEqual([text, code]);
  });
});

describe('accounts of images', () => {
  it.each([
    ['nginx', 'uid=101(nginx) gid=101(nginx) groups=101(nginx)'],
    ['redis', 'uid=999(redis) gid=999(redis) groups=999(redis)'],
  ])('%s has a user of its own', (image, text) => {
    expect(told(image, `id ${image}`)).toEqual([`${text}\n`, 0]);
  });

  it('root is in the groups of busybox and Alpine', () => {
    const [said] = told('alpine', 'id');
    expect(said).toBe(
      'uid=0(root) gid=0(root) groups=0(root),1(bin),2(daemon),3(sys),4(adm),6(disk),10(wheel),11(floppy),20(dialout),26(tape),27(video)\n',
    );
    expect(told('busybox', 'id')[0]).toBe('uid=0(root) gid=0(root) groups=0(root),10(wheel)\n');
  });

  it('Red Hat’s useradd makes a home folder by itself', () => {
    const [said] = told('rockylinux:9', 'useradd app; tail -n1 /etc/passwd; ls -A /home/app');
    expect(said).toBe(
      'app:x:1000:1000::/home/app:/bin/bash\n.bash_logout\n.bash_profile\n.bashrc\n',
    );
  });

  it('an image runs as the user that its build made', () => {
    const { runs } = session(
      [
        `printf 'FROM alpine\\nRUN addgroup -S app && adduser -S -G app app\\nUSER app\\nCMD ["id"]\\n' > Dockerfile`,
        'docker build -q -t safe .',
        'docker run --rm safe',
        'docker run --name made ubuntu useradd -m bob',
        'docker diff made',
      ],
      { images },
    );
    expect(runs[2]?.stdout).toBe('uid=100(app) gid=101(app) groups=101(app)\n');
    expect(runs[4]?.stdout).toBe(
      'C /etc\nC /etc/group\nA /etc/group-\nC /etc/gshadow\nA /etc/gshadow-\nC /etc/passwd\nA /etc/passwd-\nC /etc/shadow\nA /etc/shadow-\nC /etc/subgid\nA /etc/subgid-\nC /etc/subuid\nA /etc/subuid-\nC /home\nA /home/bob\nA /home/bob/.bash_logout\nA /home/bob/.bashrc\nA /home/bob/.profile\n',
    );
  });
});
