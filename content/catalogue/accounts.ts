import type { FileEntry } from '@/lib/engine';

type Distribution = 'alpine' | 'busybox' | 'debian' | 'redhat' | 'ubuntu';

/** A user as `name:uid:gid:comment:home:shell`, a group as `name:gid`. */
interface Accounts {
  readonly users: string;
  readonly groups: string;
}

const NOLOGIN = '/usr/sbin/nologin';

/** Debian's own, from its package base-passwd 3.6.1. */
const debianUsers = `root:0:0:root:/root:/bin/bash
daemon:1:1:daemon:/usr/sbin:${NOLOGIN}
bin:2:2:bin:/bin:${NOLOGIN}
sys:3:3:sys:/dev:${NOLOGIN}
sync:4:65534:sync:/bin:/bin/sync
games:5:60:games:/usr/games:${NOLOGIN}
man:6:12:man:/var/cache/man:${NOLOGIN}
lp:7:7:lp:/var/spool/lpd:${NOLOGIN}
mail:8:8:mail:/var/mail:${NOLOGIN}
news:9:9:news:/var/spool/news:${NOLOGIN}
uucp:10:10:uucp:/var/spool/uucp:${NOLOGIN}
proxy:13:13:proxy:/bin:${NOLOGIN}
www-data:33:33:www-data:/var/www:${NOLOGIN}
backup:34:34:backup:/var/backups:${NOLOGIN}
list:38:38:Mailing List Manager:/var/list:${NOLOGIN}
irc:39:39:ircd:/run/ircd:${NOLOGIN}
`;
const nobody = `nobody:65534:65534:nobody:/nonexistent:${NOLOGIN}`;
const debianGroups =
  'root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 news:9 uucp:10 man:12 proxy:13 kmem:15 dialout:20 fax:21 voice:22 cdrom:24 floppy:25 tape:26 sudo:27 audio:29 dip:30 www-data:33 backup:34 operator:37 list:38 irc:39 src:40 shadow:42 utmp:43 video:44 sasl:45 plugdev:46 staff:50 games:60 users:100 nogroup:65534';

const accounts: Readonly<Record<Distribution, Accounts>> = {
  alpine: {
    users: `root:0:0:root:/root:/bin/sh
bin:1:1:bin:/bin:/sbin/nologin
daemon:2:2:daemon:/sbin:/sbin/nologin
lp:4:7:lp:/var/spool/lpd:/sbin/nologin
sync:5:0:sync:/sbin:/bin/sync
shutdown:6:0:shutdown:/sbin:/sbin/shutdown
halt:7:0:halt:/sbin:/sbin/halt
mail:8:12:mail:/var/mail:/sbin/nologin
news:9:13:news:/usr/lib/news:/sbin/nologin
uucp:10:14:uucp:/var/spool/uucppublic:/sbin/nologin
cron:16:16:cron:/var/spool/cron:/sbin/nologin
ftp:21:21::/var/lib/ftp:/sbin/nologin
sshd:22:22:sshd:/dev/null:/sbin/nologin
games:35:35:games:/usr/games:/sbin/nologin
ntp:123:123:NTP:/var/empty:/sbin/nologin
guest:405:100:guest:/dev/null:/sbin/nologin
nobody:65534:65534:nobody:/:/sbin/nologin`,
    groups:
      'root:0:root bin:1:root,bin,daemon daemon:2:root,bin,daemon sys:3:root,bin adm:4:root,daemon tty:5 disk:6:root lp:7:lp kmem:9 wheel:10:root floppy:11:root mail:12:mail news:13:news uucp:14:uucp cron:16:cron audio:18 cdrom:19 dialout:20:root ftp:21 sshd:22 input:23 tape:26:root video:27:root netdev:28 kvm:34:kvm games:35 shadow:42 www-data:82 users:100:games ntp:123 abuild:300 utmp:406 ping:999 nogroup:65533 nobody:65534',
  },
  busybox: {
    users: `root:0:0:root:/root:/bin/sh
daemon:1:1:daemon:/usr/sbin:/bin/false
bin:2:2:bin:/bin:/bin/false
sys:3:3:sys:/dev:/bin/false
sync:4:100:sync:/bin:/bin/sync
mail:8:8:mail:/var/spool/mail:/bin/false
www-data:33:33:www-data:/var/www:/bin/false
operator:37:37:Operator:/var:/bin/false
nobody:65534:65534:nobody:/home:/bin/false`,
    groups:
      'root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 kmem:9 wheel:10:root cdrom:11 dialout:18 floppy:19 video:28 audio:29 tape:32 www-data:33 operator:37 utmp:43 plugdev:46 staff:50 lock:54 netdev:82 users:100 nobody:65534',
  },
  debian: {
    users: `${debianUsers}_apt:42:65534::/nonexistent:${NOLOGIN}\n${nobody}`,
    groups: debianGroups,
  },
  redhat: {
    users: `root:0:0:root:/root:/bin/bash
bin:1:1:bin:/bin:/sbin/nologin
daemon:2:2:daemon:/sbin:/sbin/nologin
adm:3:4:adm:/var/adm:/sbin/nologin
lp:4:7:lp:/var/spool/lpd:/sbin/nologin
sync:5:0:sync:/sbin:/bin/sync
shutdown:6:0:shutdown:/sbin:/sbin/shutdown
halt:7:0:halt:/sbin:/sbin/halt
mail:8:12:mail:/var/spool/mail:/sbin/nologin
operator:11:0:operator:/root:/sbin/nologin
games:12:100:games:/usr/games:/sbin/nologin
ftp:14:50:FTP User:/var/ftp:/sbin/nologin
nobody:65534:65534:Kernel Overflow User:/:/sbin/nologin`,
    groups:
      'root:0 bin:1 daemon:2 sys:3 adm:4 tty:5 disk:6 lp:7 mem:8 kmem:9 wheel:10 cdrom:11 mail:12 man:15 dialout:18 floppy:19 games:20 tape:33 video:39 ftp:50 lock:54 audio:63 users:100 nobody:65534',
  },
  ubuntu: {
    users: `${debianUsers}gnats:41:41:Gnats Bug-Reporting System (admin):/var/lib/gnats:${NOLOGIN}\n${nobody}\n_apt:100:65534::/nonexistent:${NOLOGIN}`,
    groups: debianGroups.replace(' shadow:42', ' gnats:41 shadow:42'),
  },
};

/** A day in shadow(5): 24 July 2024. */
const DAY = 19_928;

function text(content: string, mode = 0o644, gid = 0): FileEntry {
  return { kind: 'text', text: content, mode, ...(gid === 0 ? {} : { gid }) };
}

/** The files of users and groups as a distribution's image has them, with a user of an image's own at their end. */
export function accountsOf(distribution: Distribution, own?: string): Record<string, FileEntry> {
  const [name = '', uid = '', gid = ''] = own?.split(':') ?? [];
  const users = accounts[distribution].users + (own === undefined ? '' : `\n${own}`);
  const groups = accounts[distribution].groups + (uid === '' ? '' : ` ${name}:${gid}`);
  const passwd = users.split('\n').map((line) => line.replace(':', ':x:'));
  const group = groups.split(' ').map((word) => word.split(':'));
  const lines = (each: readonly string[]): string => each.map((line) => `${line}\n`).join('');
  const files = {
    '/etc/passwd': text(lines(passwd)),
    '/etc/group': text(
      lines(group.map(([name = '', gid = '', members = '']) => `${name}:x:${gid}:${members}`)),
    ),
  };
  const shadow = lines(passwd.map((line) => `${line.replace(/:.*/, '')}:*:${DAY}:0:99999:7:::`));
  const gshadow = lines(group.map(([name = '', , members = '']) => `${name}:*::${members}`));
  switch (distribution) {
    case 'busybox':
      return { ...files, '/etc/shadow': text(shadow, 0o600) };
    case 'alpine':
      return { ...files, '/etc/shadow': text(shadow, 0o640, 42) };
    default: {
      const isRedHat = distribution === 'redhat';
      const [mode, gid] = isRedHat ? [0o000, 0] : [0o640, 42];
      return {
        ...files,
        '/etc/shadow': text(shadow, mode, gid),
        '/etc/gshadow': text(gshadow, mode, gid),
        '/etc/.pwd.lock': text('', 0o600),
        '/etc/subuid': text(''),
        '/etc/subgid': text(''),
        '/etc/skel': { kind: 'directory' },
        '/etc/skel/.bash_logout': text('# ~/.bash_logout: run by bash when a login shell ends\n'),
        '/etc/skel/.bashrc': text('# ~/.bashrc: run by bash for interactive shells\n'),
        [`/etc/skel/${isRedHat ? '.bash_profile' : '.profile'}`]: text('# run by login shells\n'),
      };
    }
  }
}
