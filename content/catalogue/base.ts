import type { FileEntry, LayerData } from '@/lib/engine';
import { accountsOf } from './accounts';

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

/** Programs that Debian, Ubuntu, Red Hat and busybox have, with their bytes in Debian 12, which stand for the others' too. */
const COREUTILS = {
  awk: 158376,
  base64: 48016,
  basename: 43856,
  cat: 44016,
  chgrp: 68656,
  chmod: 64496,
  chown: 72752,
  cp: 151152,
  cut: 48112,
  date: 121904,
  dd: 89240,
  df: 102200,
  dirname: 39760,
  du: 175440,
  echo: 43856,
  env: 48536,
  expand: 43952,
  expr: 117808,
  factor: 85200,
  false: 35664,
  find: 224848,
  fold: 43920,
  grep: 203152,
  groups: 43920,
  head: 48080,
  hostname: 22680,
  id: 48144,
  kill: 22840,
  ln: 72824,
  ls: 151344,
  md5sum: 52176,
  mkdir: 97552,
  mktemp: 43952,
  mount: 59704,
  mv: 142968,
  nl: 113776,
  nohup: 43920,
  nproc: 43920,
  od: 80912,
  paste: 43920,
  printenv: 35664,
  printf: 64432,
  pwd: 43952,
  readlink: 52112,
  realpath: 52144,
  rev: 14648,
  rm: 72752,
  rmdir: 56240,
  sed: 126424,
  seq: 60336,
  sha1sum: 56272,
  sha256sum: 60368,
  sha512sum: 64464,
  shuf: 60400,
  sleep: 43888,
  sort: 118456,
  stat: 97488,
  su: 72000,
  sync: 39824,
  tac: 113712,
  tail: 76944,
  tar: 531984,
  tee: 43984,
  test: 60304,
  timeout: 48632,
  touch: 109616,
  tr: 56208,
  true: 35664,
  truncate: 43920,
  tty: 35696,
  uname: 43888,
  unexpand: 43952,
  uniq: 48080,
  wc: 52280,
  which: 946,
  whoami: 39792,
  xargs: 72136,
  yes: 39760,
};

/** What GNU coreutils have besides; the busybox of Debian was built without them. */
const GNU_ONLY = { comm: 48048, split: 60984 };

/** Debian and busybox have these everywhere, Debian in its package diffutils. */
const DIFFUTILS = { cmp: 52176, diff: 155216 };

/** What makes and changes users and groups (package passwd, shadow-utils). */
const ACCOUNT_TOOLS = {
  chpasswd: 68_272,
  groupadd: 101_248,
  groupdel: 92_968,
  groupmod: 105_376,
  useradd: 154_568,
  userdel: 109_520,
  usermod: 142_272,
};

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
      ...folders([
        '/usr/local',
        '/usr/local/bin',
        '/usr/share',
        '/var/lib',
        '/var/log',
        '/var/tmp',
      ]),
      ...programs('/usr/bin', {
        ...COREUTILS,
        ...GNU_ONLY,
        ...DIFFUTILS,
        bash: 1265648,
        dash: 125640,
      }),
      '/usr/bin/sh': link('dash'),
      '/usr/bin/clear': program('clear', 14584),
      '/usr/bin/egrep': script('#!/bin/sh\nexec grep -E "$@"\n'),
      '/usr/bin/fgrep': script('#!/bin/sh\nexec grep -F "$@"\n'),
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
