import { own } from '../../kernel/own';
import { resolvePath } from '../files/path';
import { isReservedWord } from '../shell/parse-cursor';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { speakerName } from './shell-messages';
import { writeTo } from './streams';

/** Where a program is that a shell would run by this name; null when there is none. */
export function findInPath(shell: OpenShell, name: string): string | null {
  if (name.includes('/'))
    return shell.host.files.get(resolvePath(shell.m.cwd, name)) === null ? null : name;
  for (const folder of (shell.m.variables['PATH'] ?? '').split(':')) {
    const entry = shell.host.files.get(resolvePath('/', `${folder}/${name}`));
    if (entry && entry.kind !== 'directory') return `${folder}/${name}`;
  }
  return null;
}

/** Is a name that of a builtin? */
type Known = (name: string) => unknown;

function kindOf(shell: OpenShell, builtins: Known, name: string): string | null {
  const { flavour, aliases = {} } = shell.m;
  const alias = own(aliases, name);
  if (alias !== undefined && flavour !== 'bash') return `an alias for ${alias}`;
  if (alias !== undefined && shell.m.interactive) return `aliased to \`${alias}'`;
  if (isReservedWord(name, flavour)) return 'a shell keyword';
  if (Object.hasOwn(shell.m.functions, name))
    return shell.m.flavour === 'bash' ? 'a function' : 'a shell function';
  return builtins(name) ? 'a shell builtin' : null;
}

/** `type NAME…`: what a shell makes of a name. */
export function typeOf(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
  builtins: Known,
): number {
  const isBash = shell.m.flavour === 'bash';
  let status = 0;
  for (const name of args) {
    const found = kindOf(shell, builtins, name) ?? findInPath(shell, name);
    if (found !== null) writeTo(shell.host, streams.stdout, `${name} is ${found}\n`);
    else {
      status = isBash ? 1 : 127;
      const text = isBash
        ? `${speakerName(shell.m)}: type: ${name}: not found\n`
        : `${name}: not found\n`;
      writeTo(shell.host, isBash ? streams.stderr : streams.stdout, text);
    }
  }
  return status;
}

/** `command -v NAME…`: the name of what is the shell's own, the path of a program. */
export function commandPaths(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
  builtins: Known,
): number {
  let status = 0;
  for (const name of args) {
    const path = kindOf(shell, builtins, name) === null ? findInPath(shell, name) : name;
    if (path === null) status = shell.m.flavour === 'bash' ? 1 : 127;
    else writeTo(shell.host, streams.stdout, `${path}\n`);
  }
  return status;
}
