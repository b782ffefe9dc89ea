import type { MergedFiles } from './files/merge';

/** A program of the machine: its version and what it was built from. */
interface Component {
  readonly version: string;
  readonly commit: string;
}

/** A package as one distribution has it, with all that it needs: its own version, the bytes to fetch, those on the disk. */
export interface PackageRelease {
  readonly version: string;
  readonly archive: number;
  readonly size: number;
}

/** A package that images install: its releases by distribution, the programs that it brings by their paths, and texts. */
export interface PackageData {
  readonly releases: Readonly<
    Partial<Record<'ubuntu' | 'debian' | 'alpine' | 'rhel', PackageRelease>>
  >;
  readonly programs: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
}

/** The machine on which docker and its engine run, as an author writes it: what is no behaviour of Docker's. */
export interface HostData {
  readonly name: string;
  /** What the engine calls itself in `docker info`. */
  readonly id: string;
  /** Who sits at it; `uid` is the number of their group too. */
  readonly user: { readonly name: string; readonly uid: number; readonly home: string };
  readonly kernel: {
    /** `uname -r` */
    readonly release: string;
    /** `uname -v` */
    readonly build: string;
  };
  readonly cpus: { readonly count: number; readonly vendor: string; readonly model: string };
  /** Bytes. */
  readonly memory: number;
  readonly operatingSystem: {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    /** `Debian GNU/Linux 12 (bookworm)` */
    readonly pretty: string;
    /** As `docker info` tells it: the engine stands in a container itself where it says so. */
    readonly told: string;
  };
  /** `uname -m` */
  readonly machine: string;
  readonly containerd: Component;
  readonly runc: Component;
  readonly init: string;
  /** What images hold of busybox: its version as it tells it, and the usages of its programs by name. */
  readonly busybox: {
    readonly version: string;
    readonly usages: Readonly<Record<string, string>>;
  };
  /** Of GNU's programs the package and who wrote it, by name; of the packages the version and the year of the copyright, by distribution (`debian 12`) and name. */
  readonly gnu: {
    readonly authors: Readonly<Record<string, readonly [of: string, by: string]>>;
    readonly versions: Readonly<
      Record<string, Readonly<Record<string, readonly [version: string, year: number]>>>
    >;
  };
  /** What package managers know, by name. */
  readonly packages: Readonly<Record<string, PackageData>>;
}

/** The machine with what follows from it: the files that it begins with, and the environment of its user's shell. */
export interface Host extends HostData {
  readonly files: MergedFiles;
  readonly environment: Readonly<Record<string, string>>;
  /** The same where the shell stands on a terminal. */
  readonly atTerminal: Readonly<Record<string, string>>;
}
