import { own } from '../../../kernel/own';
import { failure, success, type Program, type ProgramCall } from '../program';

/** A package: what it puts into the file system and what it weighs with everything it needs, in bytes. */
interface Package {
  readonly version: string;
  readonly size: number;
  /** Programs by path. */
  readonly programs: Readonly<Record<string, string>>;
}

const MB = 1_000_000;
const LISTS = '/var/lib/apt/lists/archive.ubuntu.com_ubuntu_dists_main_Packages';

/** Sizes as on ubuntu 22.04, dependencies included; git and the package lists make 77.8 MB into the 194 MB of the walk-through. */
const packages: Readonly<Record<string, Package>> = {
  git: { version: '1:2.34.1-1ubuntu1.11', size: 70.7 * MB, programs: { '/usr/bin/git': 'git' } },
  curl: { version: '7.81.0-1ubuntu1.18', size: 14.3 * MB, programs: { '/usr/bin/curl': 'curl' } },
  wget: { version: '1.21.2-2ubuntu1.1', size: 4.9 * MB, programs: { '/usr/bin/wget': 'wget' } },
  vim: { version: '2:8.2.3995-1ubuntu2.18', size: 62.1 * MB, programs: { '/usr/bin/vim': 'true' } },
  nano: { version: '6.2-1', size: 0.9 * MB, programs: { '/usr/bin/nano': 'true' } },
  procps: { version: '2:3.3.17-6ubuntu2.1', size: 1.4 * MB, programs: { '/usr/bin/ps': 'ps' } },
  'iputils-ping': {
    version: '3:20211215-1',
    size: 0.5 * MB,
    programs: { '/usr/bin/ping': 'true' },
  },
  tree: { version: '2.0.2-1', size: 0.1 * MB, programs: { '/usr/bin/tree': 'find' } },
  cowsay: { version: '3.03+dfsg2-8', size: 0.1 * MB, programs: { '/usr/games/cowsay': 'cowsay' } },
};

function isInstalled(call: ProgramCall, name: string): boolean {
  return Object.keys(own(packages, name)?.programs ?? {}).every(
    (path) => call.host.files.get(path) !== null,
  );
}

function install(call: ProgramCall, name: string, pack: Package): void {
  for (const [path, program] of Object.entries(pack.programs))
    call.host.files.put(path, { kind: 'program', program, size: 3_700 });
  call.host.files.put(`/usr/share/${name}`, { kind: 'directory' });
  call.host.files.put(`/usr/share/${name}/files`, { kind: 'zeros', size: pack.size });
}

function mayInstall(call: ProgramCall): boolean {
  return call.user === '' || call.user === 'root' || call.user === '0';
}

const aptGet: Program = (call) => {
  const args = call.argv.slice(1);
  const [verb, ...names] = args.filter((arg) => !arg.startsWith('-'));
  if (verb === undefined) {
    call.out('apt 2.4.12 (amd64)\nUsage: apt-get [options] command\n');
    return success;
  }
  if (!mayInstall(call)) {
    call.error(
      'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\n',
    );
    return { kind: 'exit', code: 100 };
  }
  switch (verb) {
    case 'update':
      call.host.files.put(LISTS, { kind: 'zeros', size: 45.5 * MB });
      call.out(
        'Get:1 http://security.ubuntu.com/ubuntu jammy-security InRelease [129 kB]\nGet:2 http://archive.ubuntu.com/ubuntu jammy InRelease [270 kB]\nFetched 36.7 MB in 5s (7340 kB/s)\nReading package lists...\n',
      );
      return success;
    case 'install':
      return aptInstall(
        call,
        names,
        args.some((arg) => /^-[a-z]*y|^--yes$|^--assume-yes$/.test(arg)),
      );
    case 'clean':
    case 'upgrade':
    case 'autoremove':
      return success;
    case 'remove':
    case 'purge':
      for (const name of names)
        for (const path of Object.keys(own(packages, name)?.programs ?? {}))
          call.host.files.remove(path);
      return success;
    default:
      call.error(`E: Invalid operation ${verb}\n`);
      return { kind: 'exit', code: 100 };
  }
};

function aptInstall(
  call: ProgramCall,
  names: readonly string[],
  yes: boolean,
): ReturnType<Program> {
  call.out('Reading package lists...\nBuilding dependency tree...\nReading state information...\n');
  const hasLists = call.host.files.get(LISTS) !== null;
  const missing = names.filter((name) => !hasLists || own(packages, name) === undefined);
  if (missing.length > 0) {
    for (const name of missing) call.error(`E: Unable to locate package ${name}\n`);
    return { kind: 'exit', code: 100 };
  }
  const fresh = names.filter((name) => !isInstalled(call, name));
  for (const name of names.filter((each) => !fresh.includes(each)))
    call.out(`${name} is already the newest version (${own(packages, name)?.version ?? ''}).\n`);
  if (fresh.length === 0) {
    call.out('0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n');
    return success;
  }
  call.out(
    `The following NEW packages will be installed:\n  ${fresh.join(' ')}\n0 upgraded, ${fresh.length} newly installed, 0 to remove and 0 not upgraded.\n`,
  );
  const agrees = yes || /^y/i.test(call.stdin ?? '');
  if (!agrees) {
    call.out('Do you want to continue? [Y/n] Abort.\n');
    return failure;
  }
  for (const name of fresh) {
    const pack = own(packages, name);
    if (!pack) continue;
    install(call, name, pack);
    call.out(`Setting up ${name} (${pack.version}) ...\n`);
  }
  return success;
}

/** `apk add`, `yum install`, `dnf install`: no lists to fetch first. */
function manager(verbs: readonly string[], done: (names: readonly string[]) => string): Program {
  return (call) => {
    const [verb = '', ...names] = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
    if (!verbs.includes(verb)) return success;
    for (const name of names) {
      const pack = own(packages, name);
      if (!pack) {
        call.error(`Error: Unable to find a match: ${name}\n`);
        return failure;
      }
      install(call, name, { ...pack, size: Math.round(pack.size / 5) });
    }
    call.out(done(names));
    return success;
  };
}

const git: Program = (call) => {
  const [verb] = call.argv.slice(1);
  if (verb === '--version' || verb === 'version') {
    call.out('git version 2.34.1\n');
    return success;
  }
  if (verb === undefined || verb === '--help') {
    call.out(
      'usage: git [--version] [--help] [-C <path>] [-c <name>=<value>]\n           <command> [<args>]\n',
    );
    return verb === undefined ? failure : success;
  }
  if (verb === 'init') {
    call.host.files.put(`${call.cwd === '/' ? '' : call.cwd}/.git/HEAD`, {
      kind: 'text',
      text: 'ref: refs/heads/master\n',
    });
    call.out(`Initialized empty Git repository in ${call.cwd === '/' ? '' : call.cwd}/.git/\n`);
    return success;
  }
  call.error('fatal: not a git repository (or any of the parent directories): .git\n');
  return { kind: 'exit', code: 128 };
};

export const packagePrograms: Readonly<Record<string, Program>> = {
  'apt-get': aptGet,
  apk: manager(
    ['add'],
    (names) =>
      `${names.map((name, index) => `(${index + 1}/${names.length}) Installing ${name}`).join('\n')}\nOK: 16 MiB in 28 packages\n`,
  ),
  yum: manager(['install'], (names) => `Installed:\n  ${names.join(' ')}\n\nComplete!\n`),
  git,
};
