import { putOwn } from '../../kernel/put-own';
import { own } from '../../kernel/own';
import type { Elements } from '../shell/expansion-context';
import { accountOf } from './account';
import type { OpenShell } from './open-shell';
import type { ShellFlavour } from './process';
import { shellLevel } from './shell-environment';

const PROMPTS: Readonly<Record<ShellFlavour, string>> = {
  ash: '\\w \\$ ',
  dash: '$ ',
  bash: '\\s-\\v\\$ ',
};

/** A variable that a shell has of its own accord and that nobody has set; undefined when there is none of that name (ash.c, dash var.c, bash variables.c). */
export function ownVariable({ m, host }: OpenShell, name: string): string | undefined {
  const { flavour, pid, interactive } = m;
  switch (name) {
    case 'OPTIND':
      return '1';
    case 'PPID':
      return pid === 1 ? '0' : undefined;
    case 'PS4':
      return '+ ';
    case 'PS2':
      return flavour === 'bash' && !interactive ? undefined : '> ';
    case 'PS1':
      return flavour === 'bash' && !interactive ? undefined : PROMPTS[flavour];
    case 'BASH_VERSION':
      return flavour === 'bash' ? '5.2.15(1)-release' : undefined;
    case 'SHELL':
      return flavour === 'bash' ? accountOf(host.files, m.user).shell : undefined;
    case 'OSTYPE':
      return flavour === 'bash' ? 'linux-gnu' : undefined;
    default:
      return undefined;
  }
}

const BASH_VERSION: Elements = {
  items: { 0: '5', 1: '2', 2: '15', 3: '1', 4: 'release', 5: 'x86_64-pc-linux-gnu' },
};

/** An array that bash has of its own accord; undefined for any other name. */
export function ownArray(m: OpenShell['m'], name: string): Elements | undefined {
  if (m.flavour !== 'bash') return undefined;
  if (name === 'BASH_VERSINFO') return BASH_VERSION;
  if (name !== 'PIPESTATUS') return undefined;
  return { items: Object.fromEntries((m.statuses ?? [m.status]).map(String).entries()) };
}

const OWN = ['IFS', 'OPTIND', 'PPID', 'PS1', 'PS2', 'PS4', 'SHELL'];

/** Every variable of a shell with its value, by name, as `set` lists them. */
export function allVariables(shell: OpenShell): readonly (readonly [string, string])[] {
  const { m, host } = shell;
  const found: Record<string, string> = {};
  if (m.flavour === 'ash') {
    found['FUNCNAME'] = '';
    found['LINENO'] = '';
    found['HOSTNAME'] = host.hostname;
  }
  for (const name of OWN) {
    const value = name === 'IFS' ? ' \t\n' : ownVariable(shell, name);
    if (value !== undefined) found[name] = value;
  }
  return byName({ ...found, ...m.variables, ...placeAndLevel(m) });
}

/** The variables that programs are given, by name. */
export function exportedVariables(m: OpenShell['m']): readonly (readonly [string, string])[] {
  const found: Record<string, string> = {};
  for (const name of m.exported) {
    const value = own(m.variables, name);
    if (value !== undefined) putOwn(found, name, value);
  }
  return byName({ ...found, ...placeAndLevel(m) });
}

function placeAndLevel({ flavour, variables, cwd }: OpenShell['m']): Record<string, string> {
  const level = shellLevel(flavour, variables);
  return level === undefined ? { PWD: cwd } : { PWD: cwd, SHLVL: level };
}

function byName(of: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A value so that the shell reads it back: between single quotes in the ash family (single_quote), between double ones in bash's lists. */
export function quotedValue(flavour: ShellFlavour, value: string): string {
  if (flavour === 'bash') return `"${value.replace(/["\\$`]/g, '\\$&')}"`;
  return `'${value.replaceAll("'", `'"'"'`)}'`;
}
