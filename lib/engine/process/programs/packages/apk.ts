import {
  failure,
  success,
  type Program,
  type ProgramCall,
  type ProgramOutcome,
} from '../../program';
import { releaseWord } from '../release';
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

/** Fetches the lists; false after the complaints where there is no network. */
function fetchLists(call: ProgramCall): boolean {
  for (const repository of ['main', 'community']) {
    const url = mirror(call, repository);
    call.out(`fetch ${url}/x86_64/APKINDEX.tar.gz\n`);
    if (!isOnline(call))
      call.error(`WARNING: updating and opening ${url}: temporary error (try again later)\n`);
  }
  return isOnline(call);
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

function add(call: ProgramCall, names: readonly string[]): ProgramOutcome {
  const reached = fetchLists(call);
  const found = names.map((name) => findPackage(call, name));
  const unknown = names.filter((_, i) => found[i] === null || !reached);
  if (unknown.length > 0) return missing(call, unknown);
  const fresh = found.filter((pack): pack is Package => pack !== null && !isInstalled(call, pack));
  fresh.forEach((pack, i) => {
    install(call, pack);
    call.out(`(${i + 1}/${fresh.length}) Installing ${pack.name} (${pack.version})\n`);
  });
  if (fresh.length > 0) call.out('Executing busybox-1.36.1-r29.trigger\n');
  call.out(summary(call));
  return success;
}

function remove(call: ProgramCall, names: readonly string[]): ProgramOutcome {
  const gone = names
    .flatMap((name) => findPackage(call, name) ?? [])
    .filter((pack) => isInstalled(call, pack));
  gone.forEach((pack, i) => {
    uninstall(call, pack);
    call.out(`(${i + 1}/${gone.length}) Purging ${pack.name} (${pack.version})\n`);
  });
  call.out(summary(call));
  return success;
}

/** `apk add`, `del`, `update`, `info` (apk-tools 2.14). */
export const apk: Program = (call) => {
  const args = call.argv.slice(1);
  if (args.includes('--version') || args.includes('-V')) {
    call.out(APK);
    return success;
  }
  // `--virtual NAME` takes a word.
  const words = args.filter(
    (arg, i) => !arg.startsWith('-') && !/^(?:-t|--virtual)$/.test(args[i - 1] ?? ''),
  );
  const [verb, ...names] = words;
  switch (verb) {
    case 'add':
      return mayInstall(call) ? add(call, names) : locked(call);
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
