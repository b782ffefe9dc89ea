import {
  failure,
  success,
  type Program,
  type ProgramCall,
  type ProgramOutcome,
} from '../../program';
import { optionsOf } from '../options';
import { releaseWord } from '../release';
import { makeVirtual, removeVirtual, virtualVersion } from './apk-virtual';
import {
  countInstalled,
  findPackage,
  install,
  isInstalled,
  isOnline,
  mayInstall,
  uninstall,
  type Package,
} from './store';

type Named = Pick<Package, 'name' | 'version'>;

const MIB = 2 ** 20;
/** What Alpine's image holds. */
const BASE = { packages: 14, size: 7.4 * MIB };
const APK = 'apk-tools 2.14.4, compiled for x86_64.\n';
const USAGE =
  'apk-tools 2.14.4, compiled for x86_64.\n\nusage: apk [<OPTIONS>...] COMMAND [<ARGUMENTS>...]\n';

function mirror(call: ProgramCall, repository: string): string {
  const [major = '', minor = ''] = releaseWord(call, 'VERSION_ID').split('.');
  return `https://dl-cdn.alpinelinux.org/alpine/v${major}.${minor}/${repository}`;
}

/** `OK: 12 MiB in 16 packages` */
function summary(call: ProgramCall): string {
  const added = Object.keys(call.host.machine.packages).reduce((sum, name) => {
    const pack = findPackage(call, name);
    return pack && isInstalled(call, pack) ? sum + pack.size : sum;
  }, 0);
  const count = BASE.packages + countInstalled(call);
  return `OK: ${Math.floor((BASE.size + added) / MIB)} MiB in ${count} packages\n`;
}

/** The lists of packages by their repositories: where they are kept and their bytes. */
const LISTS = {
  main: { path: '/var/cache/apk/APKINDEX.5022a8a2.tar.gz', size: 487_000 },
  community: { path: '/var/cache/apk/APKINDEX.40a3604f.tar.gz', size: 1_990_000 },
} as const;
const lists = Object.entries(LISTS);

/** Fetches the lists, and keeps them unless `--no-cache` says not to; false after the complaints where there is no network. */
function fetchLists(call: ProgramCall): boolean {
  const { files } = call.host;
  for (const [repository, { path, size }] of lists) {
    const url = mirror(call, repository);
    call.out(`fetch ${url}/x86_64/APKINDEX.tar.gz\n`);
    if (!isOnline(call))
      call.error(`WARNING: updating and opening ${url}: temporary error (try again later)\n`);
    else if (!call.argv.includes('--no-cache')) files.put(path, { kind: 'zeros', size });
  }
  return isOnline(call);
}

/** Are there lists that were kept? They are fetched again only after hours. */
function hasLists({ host }: ProgramCall): boolean {
  return lists.every(([, { path }]) => host.files.get(path) !== null);
}

function locked(call: ProgramCall): ProgramOutcome {
  call.error(
    'ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n',
  );
  return { kind: 'exit', code: 99 };
}

function missing(call: ProgramCall, names: readonly string[]): ProgramOutcome {
  const lines = names.map(
    (name) => `  ${name} (no such package):\n    required by: world[${name}]\n`,
  );
  call.error(`ERROR: unable to select packages:\n${lines.join('')}`);
  return { kind: 'exit', code: names.length };
}

function add(
  call: ProgramCall,
  names: readonly string[],
  virtual: string | undefined,
): ProgramOutcome {
  const isKept = hasLists(call) && !call.argv.includes('--no-cache');
  const reached = (isKept && !call.argv.includes('--update')) || fetchLists(call);
  const found = names.map((name) => findPackage(call, name));
  const unknown = names.filter((_, i) => found[i] === null || !reached);
  if (unknown.length > 0) return missing(call, unknown);
  const fresh = found.filter((pack): pack is Package => pack !== null && !isInstalled(call, pack));
  const made: Named[] = [...fresh];
  if (virtual !== undefined) {
    const version = virtualVersion(call);
    makeVirtual(call, { name: virtual, version, needs: fresh.map(({ name }) => name) });
    made.push({ name: virtual, version });
  }
  fresh.forEach((pack) => install(call, pack));
  tellEach(call, 'Installing', made);
  return success;
}

function remove(call: ProgramCall, names: readonly string[]): ProgramOutcome {
  if (!hasLists(call))
    for (const [repository] of lists)
      call.error(
        `WARNING: opening from cache ${mirror(call, repository)}: No such file or directory\n`,
      );
  const virtual = names.flatMap((name) => removeVirtual(call, name) ?? []);
  const packages = [...names, ...virtual.flatMap(({ needs }) => needs)]
    .flatMap((name) => findPackage(call, name) ?? [])
    .filter((pack) => isInstalled(call, pack));
  packages.forEach((pack) => uninstall(call, pack));
  tellEach(call, 'Purging', [...virtual, ...packages]);
  return success;
}

/** A line for each package, and the sum. */
function tellEach(call: ProgramCall, deed: string, packages: readonly Named[]): void {
  packages.forEach(({ name, version }, i) =>
    call.out(`(${i + 1}/${packages.length}) ${deed} ${name} (${version})\n`),
  );
  if (packages.length > 0) call.out('Executing busybox-1.36.1-r29.trigger\n');
  call.out(summary(call));
}

/** `apk add`, `del`, `update`, `info` (apk-tools 2.14). */
export const apk: Program = (call) => {
  const args = call.argv.slice(1);
  if (args.includes('--version') || args.includes('-V')) {
    call.out(APK);
    return success;
  }
  const options = optionsOf(call, 't', { virtual: 't' });
  const [verb, ...names] = options.operands;
  switch (verb) {
    case 'add':
      return mayInstall(call) ? add(call, names, options.value('t')) : locked(call);
    case 'del':
      return mayInstall(call) ? remove(call, names) : locked(call);
    case 'update': {
      if (!mayInstall(call)) return locked(call);
      if (!fetchLists(call)) {
        call.out('2 unavailable, 0 stale; 14 distinct packages available\n');
        return { kind: 'exit', code: 2 };
      }
      for (const repository of ['main', 'community'])
        call.out(`v${releaseWord(call, 'VERSION_ID')} [${mirror(call, repository)}]\n`);
      call.out('OK: 24163 distinct packages available\n');
      return success;
    }
    case 'upgrade':
      call.out(summary(call));
      return success;
    case 'info':
      for (const name of Object.keys(call.host.machine.packages)) {
        const pack = findPackage(call, name);
        if (pack && isInstalled(call, pack)) call.out(`${name}\n`);
      }
      return success;
    case undefined:
      call.out(USAGE);
      return failure;
    default:
      call.error(`ERROR: '${verb}' is not an apk command. See 'apk --help'.\n`);
      return failure;
  }
};
