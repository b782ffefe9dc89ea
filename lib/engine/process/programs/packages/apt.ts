import { nameOf } from '../../../files/path';
import {
  failure,
  success,
  type Program,
  type ProgramCall,
  type ProgramOutcome,
} from '../../program';
import { archiveOf, fetched, hostOf, listFile, LISTS, sized, type Archive } from './archives';
import {
  findPackage,
  install,
  isInstalled,
  isOnline,
  mayInstall,
  uninstall,
  type Package,
} from './store';

const REFUSED: ProgramOutcome = { kind: 'exit', code: 100 };

/** How apt was called: a verb, packages, and whether it asks (`-y`) and tells (`-q`, `-qq`). */
interface Order {
  readonly verb: string | undefined;
  readonly names: readonly string[];
  readonly yes: boolean;
  readonly quiet: boolean;
  readonly downloads: boolean;
}

/** Options that take the next word. */
const VALUED =
  /^(?:-[coat]|--option|--config-file|--target-release|--default-release|--host-architecture)$/;

function readOrder(args: readonly string[]): Order {
  const words: string[] = [];
  const options: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) words.push(arg);
    else {
      options.push(arg);
      if (VALUED.test(arg)) i++;
    }
  }
  const letters = options.filter((option) => /^-[^-]/.test(option)).join('');
  const [verb, ...names] = words;
  return {
    verb,
    names,
    yes: letters.includes('y') || options.some((each) => /^--(?:assume-)?yes$/.test(each)),
    quiet: (letters.match(/q/g) ?? []).length > 1 || options.includes('-q=2'),
    downloads: letters.includes('d') || options.includes('--download-only'),
  };
}

/** `apt-get` and `apt` (apt 2.4 and 2.6): lists are fetched first, packages come with all that they need. */
export const apt: Program = (call) => {
  const archive = archiveOf(call);
  const order = readOrder(call.argv.slice(1));
  const isApt = nameOf(call.argv[0] ?? '') === 'apt';
  if (call.argv.some((arg) => /^(?:--version|-v)$/.test(arg))) {
    call.out(`apt ${archive.apt} (amd64)\n`);
    return success;
  }
  if (isApt && !call.toScreen)
    call.error(
      '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n',
    );
  const { verb } = order;
  if (verb === undefined) {
    call.out(
      `apt ${archive.apt} (amd64)\nUsage: ${nameOf(call.argv[0] ?? '')} [options] command\n`,
    );
    return failure;
  }
  const run = verbs.get(verb);
  if (run === undefined) {
    call.error(`E: Invalid operation ${verb}\n`);
    return REFUSED;
  }
  if (!mayInstall(call)) return locked(call, verb === 'update');
  return run(call, order, archive);
};

function locked(call: ProgramCall, onLists: boolean): ProgramOutcome {
  const where = onLists ? `${LISTS}/lock` : '/var/lib/dpkg/lock-frontend';
  call.error(
    onLists
      ? `Reading package lists...\nE: Could not open lock file ${where} - open (13: Permission denied)\nE: Unable to lock directory ${LISTS}/\n`
      : `E: Could not open lock file ${where} - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (${where}), are you root?\n`,
  );
  return REFUSED;
}

type Verb = (call: ProgramCall, order: Order, archive: Archive) => ProgramOutcome;

const READING =
  'Reading package lists...\nBuilding dependency tree...\nReading state information...\n';

function tell(call: ProgramCall, { quiet }: Order, text: string): void {
  if (!quiet) call.out(text);
}

/** `0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.` */
function counted(added: number, removed: number): string {
  return `0 upgraded, ${added} newly installed, ${removed} to remove and 0 not upgraded.\n`;
}

/** Names in lines of at most 79 characters, two blanks before each. */
function listed(names: readonly string[]): string {
  let text = ' ';
  let column = 1;
  for (const name of [...names].sort()) {
    if (column > 1 && column + 1 + name.length > 79) {
      text += '\n ';
      column = 1;
    }
    text += ` ${name}`;
    column += 1 + name.length;
  }
  return `${text}\n`;
}

const update: Verb = (call, order, archive) => {
  if (!isOnline(call)) {
    const server = hostOf(archive.at);
    archive.lists
      .filter(([, what]) => what.endsWith('InRelease'))
      .forEach(([where, what], i) =>
        tell(
          call,
          order,
          `Err:${i + 1} http://${where} ${what}\n  Temporary failure resolving '${hostOf(where)}'\n`,
        ),
      );
    tell(call, order, 'Reading package lists...\n');
    call.error(
      `W: Failed to fetch http://${archive.at}/dists/${archive.suite}/InRelease  Temporary failure resolving '${server}'\nW: Some index files failed to download. They have been ignored, or old ones used instead.\n`,
    );
    return success;
  }
  const known = call.host.files.get(listFile(archive)) !== null;
  archive.lists.forEach(([where, what, bytes], i) => {
    if (!known) tell(call, order, `Get:${i + 1} http://${where} ${what} [${sized(bytes)}]\n`);
    else if (what.endsWith('InRelease'))
      tell(call, order, `Hit:${i + 1} http://${where} ${what}\n`);
  });
  if (!known)
    tell(call, order, fetched(archive.lists.reduce((sum, [, , bytes]) => sum + bytes, 0)));
  call.host.files.put(listFile(archive), { kind: 'zeros', size: archive.size });
  tell(call, order, 'Reading package lists...\n');
  return success;
};

/** Looks packages up, each as `name`, `name=version` or `name/suite`; null after the complaints when one is not there. */
function lookUp(call: ProgramCall, names: readonly string[], archive: Archive): Package[] | null {
  const hasLists = call.host.files.get(listFile(archive)) !== null;
  const found: Package[] = [];
  let complaints = '';
  for (const word of names) {
    const [name = '', version] = word.split('=');
    const pack = findPackage(call, name.replace(/\/.*/, ''));
    if (!pack || (!hasLists && !isInstalled(call, pack)))
      complaints += `E: Unable to locate package ${name}\n`;
    else if (version !== undefined && version !== pack.version)
      complaints += `E: Version '${version}' for '${name}' was not found\n`;
    else if (!found.some((other) => other.name === pack.name)) found.push(pack);
  }
  call.error(complaints);
  return complaints === '' ? found : null;
}

const installAll: Verb = (call, order, archive) => {
  tell(call, order, READING);
  const found = lookUp(call, order.names, archive);
  if (found === null) return REFUSED;
  const fresh = found.filter((pack) => !isInstalled(call, pack));
  for (const { name, version } of found.filter((pack) => !fresh.includes(pack)))
    tell(call, order, `${name} is already the newest version (${version}).\n`);
  if (fresh.length === 0) {
    tell(call, order, counted(0, 0));
    return success;
  }
  const sum = (key: 'archive' | 'size'): number => fresh.reduce((all, pack) => all + pack[key], 0);
  tell(
    call,
    order,
    `The following NEW packages will be installed:\n${listed(fresh.map(({ name }) => name))}${counted(fresh.length, 0)}Need to get ${sized(sum('archive'))} of archives.\nAfter this operation, ${sized(sum('size'))} of additional disk space will be used.\n`,
  );
  if (!order.yes && !agrees(call)) return failure;
  if (!isOnline(call)) return unreachable(call, fresh, archive);
  fresh.forEach((pack, i) =>
    tell(
      call,
      order,
      `Get:${i + 1} http://${archive.at} ${archive.suite}/main amd64 ${pack.name} amd64 ${pack.version} [${sized(pack.archive)}]\n`,
    ),
  );
  tell(call, order, fetched(sum('archive')));
  if (order.downloads) {
    tell(call, order, 'Download complete and in download only mode\n');
    return success;
  }
  call.error('debconf: delaying package configuration, since apt-utils is not installed\n');
  fresh.forEach(({ name, version }, i) => {
    const file = `${name}_${version.replaceAll(':', '%3a')}_amd64.deb`;
    const reading =
      i === 0
        ? `(Reading database ... ${archive.files} files and directories currently installed.)\n`
        : '';
    call.out(
      `Selecting previously unselected package ${name}.\n${reading}Preparing to unpack .../${file} ...\nUnpacking ${name} (${version}) ...\n`,
    );
  });
  for (const pack of fresh) {
    install(call, pack);
    call.out(`Setting up ${pack.name} (${pack.version}) ...\n`);
  }
  return success;
};

function agrees(call: ProgramCall): boolean {
  call.out('Do you want to continue? [Y/n] ');
  const [line = ''] = (call.stdin ?? '').split('\n');
  // An empty line means yes, no line at all that there is nobody to ask.
  const yes = /^y/i.test(line) || (line === '' && (call.stdin ?? '').includes('\n'));
  if (!yes) call.out('Abort.\n');
  return yes;
}

function unreachable(
  call: ProgramCall,
  packages: readonly Package[],
  { at, suite }: Archive,
): ProgramOutcome {
  const server = hostOf(at);
  const failed = `  Temporary failure resolving '${server}'\n`;
  packages.forEach(({ name, version }, i) =>
    call.out(`Err:${i + 1} http://${at} ${suite}/main amd64 ${name} amd64 ${version}\n${failed}`),
  );
  const files = packages.map(
    ({ name, version }) => `${name}_${version.replaceAll(':', '%3a')}_amd64.deb`,
  );
  for (const file of files)
    call.error(
      `E: Failed to fetch http://${at}/pool/main/${file.charAt(0)}/${file.replace(/_.*/, '')}/${file}${failed}`,
    );
  call.error(
    'E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n',
  );
  return REFUSED;
}

const removeAll: Verb = (call, order, archive) => {
  tell(call, order, READING);
  const found = lookUp(call, order.names, archive);
  if (found === null) return REFUSED;
  const gone = found.filter((pack) => isInstalled(call, pack));
  for (const { name } of found.filter((pack) => !gone.includes(pack)))
    tell(call, order, `Package '${name}' is not installed, so not removed\n`);
  if (gone.length === 0) {
    tell(call, order, counted(0, 0));
    return success;
  }
  const star = order.verb === 'purge' ? '*' : '';
  const size = gone.reduce((all, pack) => all + pack.size, 0);
  tell(
    call,
    order,
    `The following packages will be REMOVED:\n${listed(gone.map(({ name }) => name + star))}${counted(0, gone.length)}After this operation, ${sized(size)} disk space will be freed.\n`,
  );
  if (!order.yes && !agrees(call)) return failure;
  call.out(`(Reading database ... ${archive.files} files and directories currently installed.)\n`);
  for (const pack of gone) {
    uninstall(call, pack);
    call.out(`Removing ${pack.name} (${pack.version}) ...\n`);
  }
  return success;
};

const nothingToDo: Verb = (call, order) => {
  tell(call, order, READING);
  if (/upgrade$/.test(order.verb ?? '')) tell(call, order, 'Calculating upgrade...\n');
  tell(call, order, counted(0, 0));
  return success;
};

const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['update', update],
  ['install', installAll],
  ['remove', removeAll],
  ['purge', removeAll],
  ['upgrade', nothingToDo],
  ['dist-upgrade', nothingToDo],
  ['full-upgrade', nothingToDo],
  ['autoremove', nothingToDo],
  ['clean', () => success],
  ['autoclean', () => success],
]);
