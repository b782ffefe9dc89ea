import { own } from '../../../kernel/own';
import type { ProgramCall } from '../program';
import { familyOf, releaseWord, type Family } from './release';

const FREE =
  'License GPLv3+: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>.\nThis is free software: you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n';
const FREE_BASH =
  'License GPLv3+: GNU GPL version 3 or later <http://gnu.org/licenses/gpl.html>\n\nThis is free software; you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n';
const SED =
  '\nThis sed program was built with SELinux support.\nSELinux is disabled on this system.\n\nGNU sed home page: <https://www.gnu.org/software/sed/>.\nGeneral help using GNU software: <https://www.gnu.org/gethelp/>.\nE-mail bug reports to: <bug-sed@gnu.org>.\n';
const FIND =
  'Features enabled: D_TYPE O_NOFOLLOW(enabled) LEAF_OPTIMISATION FTS(FTS_CWDFD) CBO(level=2) \n';

/** Programs that say in one line what they are from. */
const FROM: Readonly<Record<string, readonly [of: string, shown: string]>> = {
  column: ['util-linux', 'util-linux'],
  free: ['procps', 'procps-ng'],
  hexdump: ['util-linux', 'util-linux'],
  pgrep: ['procps', 'procps-ng'],
  pkill: ['procps', 'procps-ng'],
  ps: ['procps', 'procps-ng'],
  rev: ['util-linux', 'util-linux'],
  su: ['util-linux', 'util-linux'],
  uptime: ['procps', 'procps-ng'],
};

/** How the compiler calls the machine, in what bash says. */
function triplet(family: Family): string {
  if (family === 'alpine') return 'x86_64-alpine-linux-musl';
  return family === 'rhel' ? 'x86_64-redhat-linux-gnu' : 'x86_64-pc-linux-gnu';
}

/** What a GNU program, bash or one of util-linux and procps prints for `--version` in the distribution that it runs in; null for any other program. */
export function versionText(call: ProgramCall, name: string): string | null {
  const { authors, versions } = call.host.machine.gnu;
  const family = familyOf(call) ?? 'debian';
  const [major = ''] = releaseWord(call, 'VERSION_ID').split('.');
  const told = own(versions, `${family} ${major}`) ?? own(versions, 'debian 12') ?? {};
  const [version = '', year = 0] = own(told, name === 'bash' ? name : packageOf(call, name)) ?? [];
  if (version === '') return null;
  const rights = `Copyright (C) ${year} Free Software Foundation, Inc.\n`;
  if (name === 'bash')
    return `GNU bash, version ${version}(1)-release (${triplet(family)})\n${rights}${FREE_BASH}`;
  if (name === 'hostname') return `hostname ${version}\n`;
  const from = own(FROM, name);
  if (from) return `${name} from ${from[1]} ${version}\n`;
  const [pack = '', by = ''] = own(authors, name) ?? [];
  const title = name === 'dd' ? pack : `GNU ${pack}`;
  const packaged = name === 'sed' && family === 'debian' && version === '4.9';
  const end = name === 'sed' ? SED : name === 'find' ? FIND : '';
  return `${name} (${title}) ${version}\n${packaged ? 'Packaged by Debian\n' : ''}${rights}${FREE}\nWritten by ${by}\n${end}`;
}

function packageOf({ host }: ProgramCall, name: string): string {
  if (name === 'hostname') return name;
  return own(FROM, name)?.[0] ?? own(host.machine.gnu.authors, name)?.[0] ?? '';
}
