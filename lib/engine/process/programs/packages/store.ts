import { own } from '../../../../kernel/own';
import { join, nameOf, parentOf } from '../../../files/path';
import type { PackageRelease } from '../../../host';
import type { ProgramCall } from '../../program';
import { familyOf } from '../release';

/** A package as the distribution of a container has it. */
export interface Package extends PackageRelease {
  readonly name: string;
  /** Programs by path. */
  readonly programs: Readonly<Record<string, string>>;
  /** Texts by path; those that begin with `#!` are scripts. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The package of that name; null where the distribution has none. */
export function findPackage(call: ProgramCall, name: string): Package | null {
  const known = own(call.host.machine.packages, name);
  const family = familyOf(call);
  const release = family && known?.releases[family];
  return known && release
    ? { ...release, name, programs: known.programs, texts: known.texts ?? {} }
    : null;
}

const dataOf = (name: string): string => `/usr/share/${name}/files`;

/** Is the package there: installed, or its programs in the image? A link of that name to busybox is none of its programs. */
export function isInstalled({ host }: ProgramCall, { name, programs }: Package): boolean {
  const paths = Object.keys(programs);
  const isThere = (path: string): boolean => host.files.at(path)?.kind === 'program';
  return host.files.get(dataOf(name)) !== null || (paths.length > 0 && paths.every(isThere));
}

/** How many packages stand there beside those of the image. */
export function countInstalled(call: ProgramCall): number {
  return Object.keys(call.host.machine.packages).filter(
    (name) => call.host.files.get(dataOf(name)) !== null,
  ).length;
}

/** Puts a package's programs into their folders, and the rest of its bytes into one of its own. */
export function install({ host }: ProgramCall, { name, size, programs, texts }: Package): void {
  for (const [path, program] of Object.entries(programs)) {
    const folder = host.files.real(parentOf(path));
    host.files.put(join(folder, nameOf(path)), { kind: 'program', program, size: 3_700 });
  }
  for (const [path, text] of Object.entries(texts)) {
    const mode = text.startsWith('#!') ? 0o755 : 0o644;
    host.files.put(join(host.files.real(parentOf(path)), nameOf(path)), {
      kind: 'text',
      text,
      mode,
    });
  }
  host.files.put(parentOf(dataOf(name)), { kind: 'directory' });
  host.files.put(dataOf(name), { kind: 'zeros', size });
}

/** Takes away what `install` brought. */
export function uninstall({ host }: ProgramCall, { name, programs, texts }: Package): void {
  for (const path of [...Object.keys(programs), ...Object.keys(texts), parentOf(dataOf(name))])
    if (host.files.get(path) !== null) host.files.remove(host.files.real(path));
}

/** Whether the process may write where packages go. */
export function mayInstall({ user }: ProgramCall): boolean {
  return user === '' || user === 'root' || user === '0';
}

/** Whether there is a network beside the container's own (`--network none` has none). */
export function isOnline({ host }: ProgramCall): boolean {
  return host.address !== '';
}
