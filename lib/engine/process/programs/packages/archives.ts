import type { ProgramCall } from '../../program';
import { familyOf } from '../release';

const MB = 1_000_000;
/** How quickly archives come. */
const RATE = 7.34 * MB;

/** Where a distribution's archive is (without `http://`), what its lists are called, and the bytes of each. */
export interface Archive {
  readonly apt: string;
  readonly at: string;
  readonly suite: string;
  readonly files: number;
  readonly lists: readonly (readonly [where: string, what: string, bytes: number])[];
  /** What the lists take on the disk. */
  readonly size: number;
}

const UBUNTU = 'archive.ubuntu.com/ubuntu';
const UBUNTU_SECURITY = 'security.ubuntu.com/ubuntu';
const DEBIAN = 'deb.debian.org/debian';
const DEBIAN_SECURITY = 'deb.debian.org/debian-security';

const ubuntu: Archive = {
  apt: '2.4.12',
  at: UBUNTU,
  suite: 'jammy',
  files: 4395,
  size: 45.5 * MB,
  lists: [
    [UBUNTU, 'jammy InRelease', 270_000],
    [UBUNTU_SECURITY, 'jammy-security InRelease', 129_000],
    [UBUNTU, 'jammy-updates InRelease', 128_000],
    [UBUNTU, 'jammy-backports InRelease', 127_000],
    [UBUNTU_SECURITY, 'jammy-security/main amd64 Packages', 2.42 * MB],
    [UBUNTU, 'jammy/universe amd64 Packages', 17.5 * MB],
    [UBUNTU, 'jammy/main amd64 Packages', 1.792 * MB],
    [UBUNTU_SECURITY, 'jammy-security/universe amd64 Packages', 1.166 * MB],
    [UBUNTU, 'jammy-updates/main amd64 Packages', 2.67 * MB],
    [UBUNTU, 'jammy-updates/universe amd64 Packages', 10.5 * MB],
  ],
};

const debian: Archive = {
  apt: '2.6.1',
  at: DEBIAN,
  suite: 'bookworm',
  files: 6090,
  size: 19.3 * MB,
  lists: [
    [DEBIAN, 'bookworm InRelease', 151_000],
    [DEBIAN, 'bookworm-updates InRelease', 55_400],
    [DEBIAN_SECURITY, 'bookworm-security InRelease', 48_000],
    [DEBIAN, 'bookworm/main amd64 Packages', 8.792 * MB],
    [DEBIAN, 'bookworm-updates/main amd64 Packages', 512],
    [DEBIAN_SECURITY, 'bookworm-security/main amd64 Packages', 272_000],
  ],
};

/** Where the lists lie; they are not part of an image. */
export const LISTS = '/var/lib/apt/lists';

/** The machine of an address without `http://`. */
export const hostOf = (address: string): string => address.replace(/\/.*/, '');

/** The archive that the distribution of a container asks: Debian's, of any other Ubuntu's. */
export function archiveOf(call: ProgramCall): Archive {
  return familyOf(call) === 'debian' ? debian : ubuntu;
}

/** The file that stands for an archive's lists once they were fetched. */
export function listFile({ at, suite }: Archive): string {
  return `${LISTS}/${at.replaceAll('/', '_')}_dists_${suite}_main_binary-amd64_Packages.lz4`;
}

/** A number of bytes as apt tells it: three digits, `52.5 kB` (apt-pkg/contrib/strutl.cc SizeToStr). */
export function sized(bytes: number): string {
  const units = ['', 'k', 'M', 'G'];
  let value = bytes;
  let unit = 0;
  while (value >= 10_000 && unit + 1 < units.length) {
    value /= 1000;
    unit++;
  }
  const shown = value < 100 && unit > 0 ? value.toFixed(1) : String(Math.round(value));
  return `${shown} ${units[unit] ?? ''}B`;
}

/** The line that ends a fetch. */
export function fetched(bytes: number): string {
  const seconds = Math.floor(bytes / RATE);
  return `Fetched ${sized(bytes)} in ${seconds}s (${sized(RATE)}/s)\n`;
}
