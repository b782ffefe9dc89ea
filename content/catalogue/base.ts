import type { FileEntry, LayerData } from '@/lib/engine';

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

export const folder: FileEntry = { kind: 'directory' };

function folders(paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, folder]));
}

const ROOT = [
  'bin',
  'boot',
  'dev',
  'etc',
  'home',
  'lib',
  'lib64',
  'media',
  'mnt',
  'opt',
  'proc',
  'root',
  'run',
  'sbin',
  'srv',
  'sys',
  'tmp',
  'usr',
  'var',
];

const COREUTILS = [
  'awk',
  'base64',
  'basename',
  'cat',
  'chgrp',
  'chmod',
  'chown',
  'cp',
  'cut',
  'date',
  'dd',
  'df',
  'dirname',
  'du',
  'echo',
  'env',
  'expand',
  'expr',
  'factor',
  'false',
  'find',
  'fold',
  'grep',
  'groups',
  'head',
  'hostname',
  'id',
  'kill',
  'ln',
  'ls',
  'md5sum',
  'mkdir',
  'mktemp',
  'mount',
  'mv',
  'nl',
  'nohup',
  'nproc',
  'od',
  'paste',
  'printenv',
  'printf',
  'pwd',
  'readlink',
  'realpath',
  'rev',
  'rm',
  'rmdir',
  'sed',
  'seq',
  'sha1sum',
  'sha256sum',
  'sha512sum',
  'shuf',
  'sleep',
  'sort',
  'stat',
  'su',
  'sync',
  'tac',
  'tail',
  'tar',
  'tee',
  'test',
  'timeout',
  'touch',
  'tr',
  'true',
  'truncate',
  'tty',
  'uname',
  'unexpand',
  'uniq',
  'wc',
  'which',
  'whoami',
  'xargs',
  'yes',
];

/** What GNU coreutils have besides; the busybox of Debian was built without them. */
const GNU_ONLY = ['comm', 'split'];

/** Debian and busybox have these everywhere, Debian in its package diffutils. */
const DIFFUTILS = ['cmp', 'diff'];

/** What busybox has besides. */
const BUSYBOX = [
  'clear',
  'egrep',
  'fgrep',
  'free',
  'hexdump',
  'ip',
  'killall',
  'less',
  'more',
  'nc',
  'netstat',
  'nslookup',
  'pgrep',
  'pidof',
  'ping',
  'pkill',
  'ps',
  'top',
  'uptime',
  'wget',
  'xxd',
];

function programs(where: string, names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [`${where}/${name}`, program(name)]));
}

function accounts(shell: string, nobody: string): Files {
  return {
    '/etc/passwd': text(
      `root:x:0:0:root:/root:${shell}\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nbin:x:2:2:bin:/bin:/usr/sbin/nologin\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:${nobody}:/usr/sbin/nologin\n`,
    ),
    '/etc/group': text('root:x:0:\ndaemon:x:1:\nbin:x:2:\nwww-data:x:33:\nnogroup:x:65534:\n'),
  };
}

function release(name: string, id: string, version: string, pretty: string): Files {
  return {
    '/etc/os-release': text(
      `PRETTY_NAME="${pretty}"\nNAME="${name}"\nVERSION_ID="${version}"\nID=${id}\n`,
    ),
  };
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
      ...folders(ROOT.map((name) => `/${name}`)),
      ...folders([
        '/usr/bin',
        '/usr/sbin',
        '/usr/local',
        '/usr/local/bin',
        '/usr/share',
        '/var/lib',
        '/var/log',
        '/var/tmp',
      ]),
      ...programs('/usr/bin', [...COREUTILS, ...GNU_ONLY, ...DIFFUTILS]),
      ...programs('/bin', [
        'cat',
        'ls',
        'echo',
        'sleep',
        'true',
        'false',
        'mkdir',
        'rm',
        'cp',
        'mv',
        'date',
        'kill',
        'pwd',
      ]),
      '/bin/sh': program('dash'),
      '/bin/bash': program('bash'),
      '/usr/bin/bash': program('bash'),
      '/usr/bin/apt-get': program('apt-get'),
      '/usr/bin/apt': program('apt-get'),
      ...accounts('/bin/bash', '/nonexistent'),
      ...release(options.name, options.id, options.version, options.pretty),
    },
  };
}

/** Debian 12 without documentation: what most official images stand on. */
export const bookworm: LayerData = debianLike({
  content: 'debian:bookworm-slim',
  size: 74.8 * MB,
  name: 'Debian GNU/Linux',
  id: 'debian',
  version: '12',
  pretty: 'Debian GNU/Linux 12 (bookworm)',
});

/** Debian 11, under older images. */
export const bullseye: LayerData = debianLike({
  content: 'debian:bullseye-slim',
  size: 80.5 * MB,
  name: 'Debian GNU/Linux',
  id: 'debian',
  version: '11',
  pretty: 'Debian GNU/Linux 11 (bullseye)',
});

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
      ...folders(ROOT.map((name) => `/${name}`)),
      ...folders(['/usr/bin', '/usr/sbin', '/usr/local/bin', '/var/lib', '/var/log', '/var/tmp']),
      ...programs('/usr/bin', [...COREUTILS, ...GNU_ONLY, 'curl']),
      '/bin/sh': program('bash'),
      '/bin/bash': program('bash'),
      '/usr/bin/bash': program('bash'),
      '/usr/bin/yum': program('yum'),
      '/usr/bin/dnf': program('yum'),
      ...accounts('/bin/bash', '/'),
      ...release(options.name, options.id, options.version, options.pretty),
      '/etc/redhat-release': text(options.redHatRelease),
    },
  };
}

/** busybox and what is built on it: one program under many names, ash as `sh`. */
export function busyboxLike(options: {
  readonly content: string;
  readonly size: number;
  readonly release: {
    readonly name: string;
    readonly id: string;
    readonly version: string;
    readonly pretty: string;
  } | null;
  readonly more?: Files;
}): LayerData {
  const { release: os } = options;
  return {
    content: options.content,
    size: options.size,
    files: {
      ...folders(
        ['bin', 'dev', 'etc', 'home', 'lib', 'proc', 'root', 'sys', 'tmp', 'usr', 'var'].map(
          (name) => `/${name}`,
        ),
      ),
      '/bin/busybox': program('busybox'),
      ...programs('/bin', [...COREUTILS, ...DIFFUTILS, ...BUSYBOX]),
      '/bin/sh': program('ash'),
      '/bin/ash': program('ash'),
      '/bin/httpd': program('busybox-httpd'),
      ...accounts('/bin/sh', '/home'),
      ...(os ? release(os.name, os.id, os.version, os.pretty) : {}),
      ...options.more,
    },
  };
}

export const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
