import type { FileEntry, LayerData } from '@/lib/engine';
import { accountsOf } from './accounts';
import { ACCOUNT_TOOLS, COREUTILS, DIFFUTILS, GNU_ONLY } from './tool-sizes';

type Files = Record<string, FileEntry>;

export const MB = 1_000_000;
export const kB = 1_000;

/** A text file. */
export function text(content: string, mode = 0o644): FileEntry {
  return { kind: 'text', text: content, mode };
}

/** An executable script. */
export function script(content: string): FileEntry {
  return text(content, 0o755);
}

/** A simulated program; the name is that of the engine's behaviour. */
export function program(name: string, size = 100 * kB): FileEntry {
  return { kind: 'program', program: name, size };
}

/** A symbolic link. */
export function link(target: string): FileEntry {
  return { kind: 'link', target };
}

export const folder: FileEntry = { kind: 'directory' };

function folders(paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, folder]));
}

/** The top folders of distributions that keep all programs and libraries below `/usr`. */
const ROOT = [
  'boot',
  'dev',
  'etc',
  'home',
  'media',
  'mnt',
  'opt',
  'proc',
  'root',
  'run',
  'srv',
  'sys',
  'tmp',
  'usr',
  'var',
];

/** What lies below `/usr` and has kept its name at the top. */
const MERGED = ['bin', 'lib', 'lib64', 'sbin'];

function mergedRoot(): Files {
  return {
    ...folders(ROOT.map((name) => `/${name}`)),
    ...folders(MERGED.map((name) => `/usr/${name}`)),
    ...Object.fromEntries(MERGED.map((name) => [`/${name}`, link(`usr/${name}`)])),
  };
}

/** Programs in a folder by their names, with their bytes. */
function programs(where: string, sizes: Readonly<Record<string, number>>): Files {
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [`${where}/${name}`, program(name, size)]),
  );
}

function release(name: string, id: string, version: string, pretty: string): Files {
  return {
    '/etc/os-release': text(
      `PRETTY_NAME="${pretty}"\nNAME="${name}"\nVERSION_ID="${version}"\nID=${id}\n`,
    ),
  };
}

/** Runs the script of a service's own, as init-system-helpers does. */
const SERVICE = `#!/bin/sh
if [ ! -x "/etc/init.d/$1" ]; then
  echo "$1: unrecognized service" >&2
  exit 1
fi
script=/etc/init.d/$1
shift
exec "$script" "$@"
`;

/** What stands below `/usr` and `/var` on every bare Debian. */
const DEBIAN_FOLDERS = [
  ...['games', 'include', 'libexec', 'local', 'share', 'src'].map((name) => `/usr/${name}`),
  ...['bin', 'etc', 'games', 'include', 'lib', 'sbin', 'share', 'src'].map(
    (name) => `/usr/local/${name}`,
  ),
  ...['backups', 'cache', 'lib', 'local', 'log', 'mail', 'opt', 'spool', 'tmp'].map(
    (name) => `/var/${name}`,
  ),
];

/** What it has and what is not simulated, by its bytes: it says so, where "not found" would be untrue. */
const UNSIMULATED = {
  'apt-cache': 84_360,
  'apt-mark': 51_592,
  cksum: 105_344,
  dpkg: 318_088,
  'dpkg-query': 146_216,
  fmt: 43_952,
  join: 52_144,
  numfmt: 64_528,
  perl: 3_793_904,
  pr: 77_008,
  stty: 76_816,
  tsort: 43_920,
};

/** What apt reads its settings from. */
const APT_FOLDERS = [
  'apt.conf.d',
  'auth.conf.d',
  'keyrings',
  'preferences.d',
  'sources.list.d',
  'trusted.gpg.d',
];

/** Where packages come from: one line for each suite, or, since Debian 12, a paragraph. */
function aptSources(id: string, version: string): Files {
  const web = 'http:/';
  if (id === 'ubuntu') {
    const names = { '14.04': 'trusty', '22.04': 'jammy' } as const;
    const suite = names[version as keyof typeof names];
    const line = (host: string, part: string): string =>
      `deb ${web}/${host}.ubuntu.com/ubuntu/ ${suite}${part} main restricted universe multiverse\n`;
    const lines = line('archive', '') + line('archive', '-updates') + line('security', '-security');
    return { '/etc/apt/sources.list': text(lines) };
  }
  const archive = `${web}/deb.debian.org/debian`;
  if (version === '12') {
    const paragraph = (at: string, suites: string): string =>
      `Types: deb\nURIs: ${at}\nSuites: ${suites}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
    return {
      '/etc/apt/sources.list.d/debian.sources': text(
        `${paragraph(archive, 'bookworm bookworm-updates')}\n${paragraph(`${archive}-security`, 'bookworm-security')}`,
      ),
    };
  }
  const lines = [
    `deb ${archive} bullseye main`,
    `deb ${archive}-security bullseye-security main`,
    `deb ${archive} bullseye-updates main`,
  ];
  return { '/etc/apt/sources.list': text(lines.map((line) => `${line}\n`).join('')) };
}

/** Debian and Ubuntu: dash as `sh`, bash, coreutils, apt. */
export function debianLike(options: {
  readonly content: string;
  readonly size: number;
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly pretty: string;
}): LayerData {
  return {
    content: options.content,
    size: options.size,
    files: {
      ...mergedRoot(),
      ...folders([...DEBIAN_FOLDERS, ...APT_FOLDERS.map((name) => `/etc/apt/${name}`), '/etc/apt']),
      ...programs('/usr/bin', {
        ...COREUTILS,
        ...GNU_ONLY,
        ...DIFFUTILS,
        bash: 1265648,
        dash: 125640,
      }),
      '/usr/bin/sh': link('dash'),
      ...Object.fromEntries(
        Object.entries(UNSIMULATED).map(([name, size]) => [
          `/usr/bin/${name}`,
          program('unsimulated', size),
        ]),
      ),
      '/etc/debian_version': text(
        options.id === 'ubuntu' ? 'bookworm/sid\n' : `${options.version}\n`,
      ),
      '/etc/host.conf': text('multi on\n'),
      '/etc/init.d': folder,
      '/usr/local/man': link('share/man'),
      '/var/lock': link('/run/lock'),
      '/var/run': link('/run'),
      '/etc/issue': text(`${options.pretty.replace(/ \(.*/, '')} \\n \\l\n\n`),
      '/root/.bashrc': text('# ~/.bashrc: run by bash for interactive shells\n'),
      '/root/.profile': text('# ~/.profile: run by login shells\n'),
      ...aptSources(options.id, options.version),
      '/usr/bin/clear': program('clear', 14584),
      '/usr/bin/egrep': script('#!/bin/sh\nexec grep -E "$@"\n'),
      '/usr/bin/fgrep': script('#!/bin/sh\nexec grep -F "$@"\n'),
      '/usr/bin/gzip': program('gzip', 98_136),
      '/usr/bin/gunzip': program('gunzip', 2346),
      '/usr/bin/zcat': program('zcat', 1984),
      '/usr/bin/install': program('install', 151_152),
      '/usr/bin/more': program('more', 59712),
      '/usr/bin/pidof': program('pidof', 26_600),
      '/usr/sbin/service': script(SERVICE),
      '/usr/bin/apt': program('apt-get', 18752),
      '/usr/bin/apt-get': program('apt-get', 51592),
      ...accountsOf(options.id === 'ubuntu' ? 'ubuntu' : 'debian'),
      ...programs('/usr/sbin', ACCOUNT_TOOLS),
      ...programs('/usr/sbin', {
        addgroup: 37_785,
        adduser: 37_785,
        delgroup: 15_648,
        deluser: 15_648,
      }),
      '/usr/bin/passwd': program('passwd', 68_248),
      '/usr/bin/getent': program('getent', 39_848),
      ...release(options.name, options.id, options.version, options.pretty),
    },
  };
}

function debian(version: string, codename: string, variant: string, size: number): LayerData {
  return debianLike({
    content: `debian:${codename}${variant}`,
    size: size * MB,
    name: 'Debian GNU/Linux',
    id: 'debian',
    version,
    pretty: `Debian GNU/Linux ${version} (${codename})`,
  });
}

/** Debian 12 without documentation: what most official images stand on. */
export const bookworm = debian('12', 'bookworm', '-slim', 74.8);

/** Debian 12 with its documentation. */
export const bookwormFull = debian('12', 'bookworm', '', 116.6);

/** Debian 11, under older images. */
export const bullseye = debian('11', 'bullseye', '-slim', 80.5);

/** Debian 11 with its documentation. */
export const bullseyeFull = debian('11', 'bullseye', '', 124);

/** Red Hat's family: bash, coreutils, a package manager that needs no lists. */
export function redHatLike(options: {
  readonly content: string;
  readonly size: number;
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly pretty: string;
  /** The line of `/etc/redhat-release`. */
  readonly redHatRelease: string;
}): LayerData {
  return {
    content: options.content,
    size: options.size,
    files: {
      ...mergedRoot(),
      ...folders(['/usr/local/bin', '/var/lib', '/var/log', '/var/tmp']),
      ...programs('/usr/bin', { ...COREUTILS, ...GNU_ONLY, bash: 1_150_000 }),
      '/usr/bin/curl': program('curl'),
      '/usr/bin/sh': link('bash'),
      '/usr/bin/yum': program('yum'),
      '/usr/bin/dnf': program('yum'),
      ...accountsOf('redhat'),
      ...programs('/usr/sbin', ACCOUNT_TOOLS),
      '/usr/bin/passwd': program('passwd', 32_648),
      '/usr/bin/getent': program('getent', 36_800),
      ...release(options.name, options.id, options.version, options.pretty),
      '/etc/redhat-release': text(options.redHatRelease),
    },
  };
}

/** The names of busybox's one program, by the folder in which Alpine has them. */
const APPLETS = {
  '/bin':
    'ash base64 cat chgrp chmod chown cp date dd df echo egrep false fgrep grep hostname kill ln ls mkdir mktemp more mount mv netstat pidof ping printenv ps pwd rev rm rmdir sed sh sleep stat su sync tar touch true uname',
  '/sbin': 'ip',
  '/usr/bin':
    'awk basename clear cmp cut diff dirname du env expand expr factor find fold free groups head hexdump id killall less md5sum nc nl nohup nproc nslookup od passwd paste pgrep pkill printf readlink realpath seq sha1sum sha256sum sha512sum shuf sort tac tail tee test timeout top tr truncate tty unexpand uniq uptime wc wget which whoami xargs xxd yes',
  '/usr/sbin': 'addgroup adduser chpasswd delgroup deluser httpd',
};

/** busybox's own image: every name stands for the whole program in one folder, as hard links do. */
export function busyboxLike(content: string, size: number): LayerData {
  const names = Object.values(APPLETS).flatMap((each) => each.split(' '));
  const special: Readonly<Record<string, string>> = {
    ash: 'ash',
    sh: 'ash',
    httpd: 'busybox-httpd',
  };
  return {
    content,
    size,
    files: {
      ...folders(
        ['bin', 'dev', 'etc', 'home', 'lib', 'proc', 'root', 'sys', 'tmp', 'usr', 'var'].map(
          (name) => `/${name}`,
        ),
      ),
      '/lib64': link('lib'),
      '/bin/busybox': program('busybox'),
      ...Object.fromEntries(names.map((name) => [`/bin/${name}`, program(special[name] ?? name)])),
      ...accountsOf('busybox'),
    },
  };
}

/** Alpine: busybox, and symbolic links to it under its programs' names. */
export function alpineLike(options: {
  readonly content: string;
  readonly size: number;
  readonly version: string;
  readonly pretty: string;
  readonly more?: Files;
}): LayerData {
  return {
    content: options.content,
    size: options.size,
    files: {
      ...folders(ROOT.filter((name) => name !== 'boot').map((name) => `/${name}`)),
      ...folders([
        '/bin',
        '/lib',
        '/sbin',
        '/usr/bin',
        '/usr/lib',
        '/usr/local',
        '/usr/local/bin',
        '/usr/sbin',
        '/var/cache',
        '/var/cache/apk',
        '/var/log',
      ]),
      '/bin/busybox': program('busybox', 808_712),
      ...Object.fromEntries(
        Object.entries(APPLETS).flatMap(([place, names]) =>
          names.split(' ').map((name) => [`${place}/${name}`, link('/bin/busybox')]),
        ),
      ),
      ...accountsOf('alpine'),
      '/usr/bin/getent': program('getent', 48_576),
      ...release('Alpine Linux', 'alpine', options.version, options.pretty),
      ...options.more,
    },
  };
}

export const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
