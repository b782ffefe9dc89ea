import { nameOf } from '../../../files/path';
import { failure, success, type Program, type ProgramCall } from '../../program';
import { findPackage, install, isInstalled, mayInstall, uninstall, type Package } from './store';

const ROOT =
  'Error: This command has to be run with superuser privileges (under the root user on most systems).\n';

function rows(packages: readonly Package[]): string {
  return packages.map(({ name, version }) => `  ${name}-${version}.x86_64\n`).join('');
}

function add(call: ProgramCall, names: readonly string[]): ReturnType<Program> {
  const found = names.map((name) => [name, findPackage(call, name)] as const);
  const missing = found.filter(([, pack]) => pack === null);
  if (missing.length > 0) {
    for (const [name] of missing) call.out(`No match for argument: ${name}\n`);
    call.error(`Error: Unable to find a match: ${missing.map(([name]) => name).join(' ')}\n`);
    return failure;
  }
  const packages = found.flatMap(([, pack]) => pack ?? []);
  const fresh = packages.filter((pack) => !isInstalled(call, pack));
  for (const { name, version } of packages.filter((pack) => !fresh.includes(pack)))
    call.out(`Package ${name}-${version}.x86_64 is already installed.\n`);
  call.out('Dependencies resolved.\n');
  if (fresh.length === 0) {
    call.out('Nothing to do.\nComplete!\n');
    return success;
  }
  for (const pack of fresh) install(call, pack);
  call.out(`\nInstalled:\n${rows(fresh)}\nComplete!\n`);
  return success;
}

function remove(call: ProgramCall, names: readonly string[]): ReturnType<Program> {
  const found = names.flatMap((name) => findPackage(call, name) ?? []);
  const gone = found.filter((pack) => isInstalled(call, pack));
  if (gone.length === 0) {
    for (const name of names) call.out(`No match for argument: ${name}\n`);
    call.out(
      'No packages marked for removal.\nDependencies resolved.\nNothing to do.\nComplete!\n',
    );
    return success;
  }
  for (const pack of gone) uninstall(call, pack);
  call.out(`Dependencies resolved.\n\nRemoved:\n${rows(gone)}\nComplete!\n`);
  return success;
}

/** `yum` and `dnf`: no lists to fetch first. */
export const yum: Program = (call) => {
  const [verb, ...names] = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  switch (verb) {
    case 'install':
    case 'remove':
    case 'erase':
      if (!mayInstall(call)) {
        call.error(ROOT);
        return failure;
      }
      return verb === 'install' ? add(call, names) : remove(call, names);
    case 'update':
    case 'upgrade':
    case 'makecache':
      call.out(
        verb === 'makecache'
          ? 'Metadata cache created.\n'
          : 'Dependencies resolved.\nNothing to do.\nComplete!\n',
      );
      return success;
    case 'clean':
      call.out('0 files removed\n');
      return success;
    case undefined:
      call.out(`usage: ${nameOf(call.argv[0] ?? '')} [options] COMMAND\n`);
      return call.argv.includes('--help') ? success : failure;
    default:
      call.error(
        `No such command: ${verb}. Please use /usr/bin/${nameOf(call.argv[0] ?? '')} --help\n`,
      );
      return failure;
  }
};
