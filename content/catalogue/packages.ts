import type { CatalogueData, PackageData } from '@/lib/engine';
import {
  APACHECTL,
  IT_WORKS,
  LOCALE_GEN,
  serviceOf,
  UPDATE_CERTIFICATES,
  WELCOME,
} from './package-texts';

const kB = 1000;
const MB = 1000 * kB;
const none: PackageData['programs'] = {};

/** A version, the bytes to fetch and those on the disk, with all that the package needs on a bare image. */
type Release = readonly [version: string, archive: number, size: number];
type Releases = Partial<Record<'ubuntu' | 'debian' | 'alpine' | 'rhel', Release>>;

function pack(
  releases: Releases,
  programs: PackageData['programs'] = none,
  texts: PackageData['texts'] = {},
): PackageData {
  const told = Object.entries(releases).map(([id, [version, archive, size]]) => [
    id,
    { version, archive, size },
  ]);
  return { releases: Object.fromEntries(told) as PackageData['releases'], programs, texts };
}

/**
 * What the package managers of Ubuntu 22.04, Debian 12, Alpine 3.20 and Red Hat's 9 know. Sizes of Ubuntu's git make 77.8 MB with the package lists into the 194 MB
 * of the walk-through; Debian's are what its apt says on a bare image, Alpine's and Red Hat's about what theirs say.
 */
export const packages: CatalogueData['host']['packages'] = {
  apache2: pack(
    {
      ubuntu: ['2.4.52-1ubuntu4.11', 2.1 * MB, 8.4 * MB],
      debian: ['2.4.62-1~deb12u1', 11.7 * MB, 53.6 * MB],
    },
    { '/usr/sbin/apache2': 'apache2' },
    {
      '/usr/sbin/apachectl': APACHECTL,
      '/usr/sbin/apache2ctl': APACHECTL,
      '/var/www/html/index.html': IT_WORKS,
      '/etc/init.d/apache2': serviceOf(
        'apache2',
        'Apache httpd web server apache2',
        'apache2ctl start',
      ),
    },
  ),
  bash: pack({ alpine: ['5.2.26-r0', 1.2 * MB, 2.6 * MB] }, { '/bin/bash': 'bash' }),
  'bind-tools': pack(
    { alpine: ['9.18.27-r0', 2.9 * MB, 7.6 * MB] },
    { '/usr/bin/nslookup': 'nslookup', '/usr/bin/dig': 'unsimulated' },
  ),
  'bind-utils': pack(
    { rhel: ['32:9.16.23-18.el9', 4.7 * MB, 14.2 * MB] },
    { '/usr/bin/nslookup': 'nslookup', '/usr/bin/dig': 'unsimulated' },
  ),
  bsdextrautils: pack(
    {
      ubuntu: ['2.37.2-4ubuntu3.4', 70.9 * kB, 311 * kB],
      debian: ['2.38.1-5+deb12u3', 87 * kB, 345 * kB],
    },
    { '/usr/bin/column': 'column', '/usr/bin/hexdump': 'hexdump' },
  ),
  'build-base': pack(
    { alpine: ['0.5-r3', 70 * MB, 231 * MB] },
    { '/usr/bin/gcc': 'unsimulated', '/usr/bin/make': 'unsimulated' },
  ),
  'build-essential': pack(
    { ubuntu: ['12.9ubuntu3', 61.7 * MB, 203 * MB], debian: ['12.9', 106 * MB, 402 * MB] },
    { '/usr/bin/gcc': 'unsimulated', '/usr/bin/make': 'unsimulated' },
  ),
  'ca-certificates': pack(
    {
      ubuntu: ['20240203~22.04.1', 1.7 * MB, 3.1 * MB],
      debian: ['20230311+deb12u1', 3630 * kB, 8936 * kB],
      alpine: ['20240705-r0', 126 * kB, 693 * kB],
      rhel: ['2024.2.69_v8.0.303-91.4.el9_4', 870 * kB, 2.4 * MB],
    },
    none,
    {
      '/usr/sbin/update-ca-certificates': UPDATE_CERTIFICATES,
      '/usr/bin/update-ca-trust': '#!/bin/sh\n',
    },
  ),
  cowsay: pack(
    {
      ubuntu: ['3.03+dfsg2-8', 18.6 * kB, 0.1 * MB],
      debian: ['3.03+dfsg2-8', 9022 * kB, 48.9 * MB],
    },
    { '/usr/games/cowsay': 'cowsay' },
  ),
  curl: pack(
    {
      ubuntu: ['7.81.0-1ubuntu1.18', 3.1 * MB, 14.3 * MB],
      debian: ['7.88.1-10+deb12u15', 6122 * kB, 15.7 * MB],
      alpine: ['8.9.1-r1', 2.4 * MB, 5.1 * MB],
    },
    { '/usr/bin/curl': 'curl' },
  ),
  dnsutils: pack(
    {
      ubuntu: ['1:9.18.28-0ubuntu0.22.04.1', 13.6 * MB, 46.2 * MB],
      debian: ['1:9.18.49-1~deb12u1', 15 * MB, 54 * MB],
    },
    { '/usr/bin/nslookup': 'nslookup', '/usr/bin/dig': 'unsimulated' },
  ),
  file: pack(
    {
      ubuntu: ['1:5.41-3ubuntu0.1', 329 * kB, 7.7 * MB],
      debian: ['1:5.44-3', 451 * kB, 8644 * kB],
      alpine: ['5.45-r1', 380 * kB, 8.9 * MB],
    },
    { '/usr/bin/file': 'unsimulated' },
  ),
  gcc: pack(
    {
      ubuntu: ['4:11.2.0-1ubuntu1', 50.7 * MB, 174 * MB],
      debian: ['4:12.2.0-3', 70.1 * MB, 268 * MB],
      alpine: ['13.2.1_git20240309-r0', 53 * MB, 158 * MB],
    },
    { '/usr/bin/gcc': 'unsimulated' },
  ),
  git: pack(
    {
      ubuntu: ['1:2.34.1-1ubuntu1.11', 20.9 * MB, 70.7 * MB],
      debian: ['1:2.39.5-0+deb12u3', 27.2 * MB, 124 * MB],
      alpine: ['2.45.2-r0', 5.4 * MB, 14.1 * MB],
      rhel: ['2.43.5-1.el9_4', 15 * MB, 68 * MB],
    },
    { '/usr/bin/git': 'git' },
  ),
  gnupg: pack(
    {
      ubuntu: ['2.2.27-3ubuntu2.1', 3.2 * MB, 9.7 * MB],
      debian: ['2.2.40-1.1+deb12u2', 11.5 * MB, 26.1 * MB],
    },
    { '/usr/bin/gpg': 'unsimulated' },
  ),
  htop: pack(
    {
      ubuntu: ['3.0.5-7build2', 200 * kB, 0.6 * MB],
      debian: ['3.2.2-2', 385 * kB, 1101 * kB],
      alpine: ['3.3.0-r0', 180 * kB, 0.6 * MB],
    },
    { '/usr/bin/htop': 'unsimulated' },
  ),
  httpd: pack(
    { rhel: ['2.4.57-11.el9_4.1', 1.4 * MB, 4.7 * MB] },
    { '/usr/sbin/httpd': 'apache2' },
    { '/usr/sbin/apachectl': APACHECTL, '/var/www/html/index.html': IT_WORKS },
  ),
  iproute2: pack(
    {
      ubuntu: ['5.15.0-1ubuntu2', 1.3 * MB, 4.3 * MB],
      debian: ['6.1.0-3', 4460 * kB, 14.4 * MB],
      alpine: ['6.9.0-r0', 0.9 * MB, 2.6 * MB],
    },
    { '/sbin/ip': 'ip' },
  ),
  'iputils-ping': pack(
    {
      ubuntu: ['3:20211215-1', 42.9 * kB, 0.5 * MB],
      debian: ['3:20221126-1+deb12u1', 125 * kB, 314 * kB],
    },
    { '/usr/bin/ping': 'ping' },
  ),
  iputils: pack({ rhel: ['20210202-9.el9', 175 * kB, 0.5 * MB] }, { '/usr/bin/ping': 'ping' }),
  jq: pack(
    {
      ubuntu: ['1.6-2.1ubuntu3', 357 * kB, 1.1 * MB],
      debian: ['1.6-2.1+deb12u2', 387 * kB, 1170 * kB],
      alpine: ['1.7.1-r0', 320 * kB, 0.9 * MB],
      rhel: ['1.6-15.el9', 190 * kB, 0.5 * MB],
    },
    { '/usr/bin/jq': 'unsimulated' },
  ),
  less: pack(
    {
      ubuntu: ['590-1ubuntu0.22.04.3', 142 * kB, 304 * kB],
      debian: ['590-2.1~deb12u2', 132 * kB, 321 * kB],
      alpine: ['643-r2', 90 * kB, 0.2 * MB],
    },
    { '/usr/bin/less': 'less' },
  ),
  locales: pack(
    {
      ubuntu: ['2.35-0ubuntu3.8', 4.2 * MB, 17.4 * MB],
      debian: ['2.36-9+deb12u14', 3906 * kB, 16 * MB],
    },
    none,
    { '/etc/locale.gen': '# en_US.UTF-8 UTF-8\n', '/usr/sbin/locale-gen': LOCALE_GEN },
  ),
  'lsb-release': pack(
    { ubuntu: ['11.1.0ubuntu4', 10.5 * kB, 0.1 * MB], debian: ['12.0-1', 6 * kB, 17 * kB] },
    { '/usr/bin/lsb_release': 'unsimulated' },
  ),
  lsof: pack(
    {
      ubuntu: ['4.93.2+dfsg-1.1build2', 253 * kB, 0.5 * MB],
      debian: ['4.95.0-1', 3106 * kB, 9199 * kB],
    },
    { '/usr/bin/lsof': 'unsimulated' },
  ),
  make: pack(
    {
      ubuntu: ['4.3-4.1build1', 180 * kB, 0.4 * MB],
      debian: ['4.3-4.1', 396 * kB, 1630 * kB],
      alpine: ['4.4.1-r2', 90 * kB, 0.3 * MB],
    },
    { '/usr/bin/make': 'unsimulated' },
  ),
  'man-db': pack(
    { ubuntu: ['2.10.2-1', 2 * MB, 5.3 * MB], debian: ['2.11.2-2', 2567 * kB, 7584 * kB] },
    { '/usr/bin/man': 'unsimulated' },
  ),
  nano: pack(
    {
      ubuntu: ['6.2-1', 280 * kB, 0.9 * MB],
      debian: ['7.2-1+deb12u1', 838 * kB, 3339 * kB],
      alpine: ['8.0-r0', 0.5 * MB, 1.2 * MB],
      rhel: ['5.6.1-5.el9', 690 * kB, 2.7 * MB],
    },
    { '/usr/bin/nano': 'unsimulated' },
  ),
  'net-tools': pack(
    {
      ubuntu: ['1.60+git20181103.0eebece-1ubuntu5', 204 * kB, 819 * kB],
      debian: ['2.10-0.1+deb12u2', 243 * kB, 1001 * kB],
      rhel: ['2.0-0.64.20160912git.el9', 290 * kB, 0.9 * MB],
    },
    { '/usr/sbin/ifconfig': 'ifconfig', '/usr/bin/netstat': 'netstat', '/usr/sbin/route': 'route' },
  ),
  'netcat-openbsd': pack(
    {
      ubuntu: ['1.218-4ubuntu1', 39.4 * kB, 0.1 * MB],
      debian: ['1.219-1', 159 * kB, 317 * kB],
      alpine: ['1.226-r0', 30 * kB, 0.1 * MB],
    },
    { '/usr/bin/nc': 'nc' },
  ),
  nginx: pack(
    {
      ubuntu: ['1.18.0-6ubuntu14.4', 3.6 * MB, 12.1 * MB],
      debian: ['1.22.1-9+deb12u9', 5104 * kB, 16.1 * MB],
      alpine: ['1.26.1-r0', 0.6 * MB, 1.5 * MB],
      rhel: ['1:1.20.1-16.el9_4.1', 0.7 * MB, 1.9 * MB],
    },
    { '/usr/sbin/nginx': 'nginx' },
    {
      '/var/www/html/index.nginx-debian.html': WELCOME,
      '/etc/init.d/nginx': serviceOf('nginx', 'nginx nginx', 'nginx'),
    },
  ),
  nodejs: pack(
    {
      ubuntu: ['12.22.9~dfsg-1ubuntu3.6', 13.4 * MB, 55.2 * MB],
      debian: ['18.20.4+dfsg-1~deb12u2', 28.6 * MB, 117 * MB],
      alpine: ['20.15.1-r0', 18.5 * MB, 58.6 * MB],
    },
    { '/usr/bin/node': 'node' },
  ),
  'openssh-client': pack(
    {
      ubuntu: ['1:8.9p1-3ubuntu0.10', 1.3 * MB, 4.9 * MB],
      debian: ['1:9.2p1-2+deb12u10', 5352 * kB, 19.1 * MB],
    },
    { '/usr/bin/ssh': 'unsimulated' },
  ),
  procps: pack(
    {
      ubuntu: ['2:3.3.17-6ubuntu2.1', 416 * kB, 1.4 * MB],
      debian: ['2:4.0.2-3', 1178 * kB, 3778 * kB],
      alpine: ['4.0.4-r0', 0.4 * MB, 1.3 * MB],
    },
    {
      '/usr/bin/ps': 'ps',
      '/usr/bin/top': 'top',
      '/usr/bin/free': 'free',
      '/usr/bin/uptime': 'uptime',
      '/usr/bin/pgrep': 'pgrep',
      '/usr/bin/pkill': 'pkill',
    },
  ),
  'procps-ng': pack(
    { rhel: ['3.3.17-14.el9', 349 * kB, 1 * MB] },
    {
      '/usr/bin/ps': 'ps',
      '/usr/bin/top': 'top',
      '/usr/bin/free': 'free',
      '/usr/bin/uptime': 'uptime',
      '/usr/bin/pgrep': 'pgrep',
      '/usr/bin/pkill': 'pkill',
    },
  ),
  psmisc: pack(
    { ubuntu: ['23.4-2build3', 119 * kB, 0.4 * MB], debian: ['23.6-1', 259 * kB, 931 * kB] },
    { '/usr/bin/killall': 'killall', '/usr/bin/pstree': 'unsimulated' },
  ),
  python3: pack(
    {
      ubuntu: ['3.10.6-1~22.04.1', 6.3 * MB, 22.6 * MB],
      debian: ['3.11.2-1+b1', 11.1 * MB, 36.5 * MB],
      alpine: ['3.12.3-r1', 10 * MB, 43.2 * MB],
    },
    { '/usr/bin/python3': 'python' },
  ),
  sqlite3: pack(
    {
      ubuntu: ['3.37.2-2ubuntu0.3', 0.8 * MB, 2.9 * MB],
      debian: ['3.40.1-2+deb12u2', 1427 * kB, 2846 * kB],
    },
    { '/usr/bin/sqlite3': 'unsimulated' },
  ),
  strace: pack(
    { ubuntu: ['5.16-0ubuntu3', 0.6 * MB, 2.4 * MB], debian: ['6.1-0.1', 1365 * kB, 3108 * kB] },
    { '/usr/bin/strace': 'unsimulated' },
  ),
  telnet: pack(
    {
      ubuntu: ['0.17-44build1', 66 * kB, 0.2 * MB],
      debian: ['0.17+2.4-2+deb12u3', 2729 * kB, 8358 * kB],
    },
    { '/usr/bin/telnet': 'unsimulated' },
  ),
  tree: pack(
    {
      ubuntu: ['2.0.2-1', 47.9 * kB, 0.1 * MB],
      debian: ['2.1.0-1', 52.5 * kB, 116 * kB],
      alpine: ['2.1.1-r0', 40 * kB, 0.1 * MB],
      rhel: ['1.8.0-10.el9', 56 * kB, 0.1 * MB],
    },
    { '/usr/bin/tree': 'tree' },
  ),
  tzdata: pack({
    ubuntu: ['2024a-0ubuntu0.22.04.1', 349 * kB, 4 * MB],
    alpine: ['2024a-r1', 0.5 * MB, 1.6 * MB],
  }),
  unzip: pack(
    {
      ubuntu: ['6.0-26ubuntu3.2', 175 * kB, 0.4 * MB],
      debian: ['6.0-28', 166 * kB, 388 * kB],
      alpine: ['6.0-r14', 90 * kB, 0.3 * MB],
      rhel: ['6.0-56.el9', 180 * kB, 0.4 * MB],
    },
    { '/usr/bin/unzip': 'unsimulated' },
  ),
  vim: pack(
    {
      ubuntu: ['2:8.2.3995-1ubuntu2.18', 9.4 * MB, 62.1 * MB],
      debian: ['2:9.0.1378-2+deb12u2', 8980 * kB, 41.9 * MB],
      alpine: ['9.1.0414-r0', 11 * MB, 34 * MB],
    },
    { '/usr/bin/vim': 'unsimulated', '/usr/bin/vi': 'unsimulated' },
  ),
  'vim-enhanced': pack(
    { rhel: ['2:8.2.2637-20.el9_1', 8.5 * MB, 35 * MB] },
    { '/usr/bin/vim': 'unsimulated' },
  ),
  wget: pack(
    {
      ubuntu: ['1.21.2-2ubuntu1.1', 339 * kB, 4.9 * MB],
      debian: ['1.21.3-1+deb12u1', 4752 * kB, 13 * MB],
      alpine: ['1.24.5-r0', 0.4 * MB, 1 * MB],
      rhel: ['1.21.1-8.el9_4', 768 * kB, 3.1 * MB],
    },
    { '/usr/bin/wget': 'wget' },
  ),
  xxd: pack(
    {
      ubuntu: ['2:8.2.3995-1ubuntu2.18', 51.4 * kB, 0.3 * MB],
      debian: ['2:9.0.1378-2+deb12u2', 84.1 * kB, 138 * kB],
    },
    { '/usr/bin/xxd': 'xxd' },
  ),
  zip: pack(
    {
      ubuntu: ['3.0-12build2', 176 * kB, 0.5 * MB],
      debian: ['3.0-13', 396 * kB, 1019 * kB],
      alpine: ['3.0-r12', 160 * kB, 0.4 * MB],
    },
    { '/usr/bin/zip': 'unsimulated' },
  ),
};
