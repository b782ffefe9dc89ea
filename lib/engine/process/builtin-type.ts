import { own } from '../../kernel/own';
import { resolvePath } from '../files/path';
import { isReservedWord } from '../shell/parse-cursor';
import { complain, refuseOption } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { shownFunctionOf } from './shown-function';
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

const TYPE_USAGE = 'type [-afptP] name [name ...]';

/** Is a name that of a builtin? */
type Known = (name: string) => unknown;

function kindOf(shell: OpenShell, builtins: Known, name: string): string | null {
  const { flavour, aliases = {} } = shell.m;
  const alias = own(aliases, name);
  if (alias !== undefined && flavour !== 'bash') return `an alias for ${alias}`;
  if (alias !== undefined && shell.m.interactive) return `aliased to \`${alias}'`;
  // The `time` of busybox is a program.
  const isWord = isReservedWord(name, flavour) && !(flavour === 'ash' && name === 'time');
  if (isWord) return 'a shell keyword';
  if (Object.hasOwn(shell.m.functions, name))
    return flavour === 'dash' ? 'a shell function' : 'a function';
  return builtins(name) ? 'a shell builtin' : null;
}

/** Every program of a name in the folders of PATH, in their order. */
function allInPath(shell: OpenShell, name: string): readonly string[] {
  if (name.includes('/')) return [findInPath(shell, name)].filter((path) => path !== null);
  return (shell.m.variables['PATH'] ?? '')
    .split(':')
    .map((folder) => findInPath(shell, `${folder}/${name}`))
    .filter((path) => path !== null);
}

/** The word of `type -t` for what bash makes of a name. */
function wordOf(kind: string): string {
  return kind.startsWith('aliased') ? 'alias' : (kind.split(' ').at(-1) ?? '');
}

/** What bash's `type` prints of a name under its options (bash(1), type); nothing where the name is none. */
function describedBy(
  shell: OpenShell,
  name: string,
  options: string,
  builtins: Known,
): readonly string[] {
  const own = options.includes('P') ? null : kindOf(shell, builtins, name);
  const isFunction = own === 'a function';
  const kind = isFunction && options.includes('f') ? null : own;
  const isAll = options.includes('a');
  const first = findInPath(shell, name);
  const paths = isAll ? allInPath(shell, name) : first === null ? [] : [first];
  const shown = kind !== null && !isAll ? [] : paths;
  if (options.includes('t'))
    return [...(kind === null ? [] : [wordOf(kind)]), ...shown.map(() => 'file')];
  if (/[pP]/.test(options)) return shown;
  const lines = [...(kind === null ? [] : [kind]), ...shown].map((found) => `${name} is ${found}`);
  return kind !== null && isFunction
    ? [lines[0] ?? '', shownFunctionOf(shell, name), ...lines.slice(1)]
    : lines;
}

function typeOfBash(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
  builtins: Known,
): number {
  const from = args.findIndex((arg) => !/^-./.test(arg) || arg === '--');
  const flags = from < 0 ? args : args.slice(0, from);
  const options = flags.map((flag) => flag.slice(1)).join('');
  const unknown = /[^afptP]/.exec(options);
  if (unknown) return refuseOption(shell, streams, 'type', unknown[0], TYPE_USAGE);
  const names = args.slice(flags.length + (args[flags.length] === '--' ? 1 : 0));
  let status = 0;
  for (const name of names) {
    const lines = describedBy(shell, name, options, builtins);
    // A name that is the shell's own has no path, which `-p` takes for an answer.
    const isOwn = options.includes('p') && kindOf(shell, builtins, name) !== null;
    if (lines.length === 0 && !isOwn) {
      status = 1;
      if (!/[ptP]/.test(options)) complain(shell, streams, `type: ${name}: not found`);
    }
    for (const line of lines) writeTo(shell.host, streams.stdout, `${line}\n`);
  }
  return status;
}

/** `type NAME…`: what a shell makes of a name; bash alone has `-t`, `-p`, `-P` and `-a`, and after any option ash tells what `command -v` does. */
export function typeOf(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
  builtins: Known,
): number {
  const { flavour } = shell.m;
  if (flavour === 'bash') return typeOfBash(shell, args, streams, builtins);
  const isShort = flavour === 'ash' && (args[0] ?? '').startsWith('-');
  let status = 0;
  for (const name of isShort ? args.slice(1) : args) {
    const kind = kindOf(shell, builtins, name);
    const found = kind ?? findInPath(shell, name);
    if (found === null) status = 127;
    if (isShort && found === null) continue;
    const text = isShort
      ? kind === null
        ? found
        : name
      : `${name}${found === null ? ': not found' : ` is ${found}`}`;
    writeTo(shell.host, streams.stdout, `${text}\n`);
  }
  return status;
}

/** `command -v NAME…`: the name of what is the shell's own, the path of a program; ash and dash look at the first name alone. */
export function commandPaths(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
  builtins: Known,
): number {
  const isBash = shell.m.flavour === 'bash';
  let status = isBash ? 1 : 127;
  for (const name of isBash ? args : args.slice(0, 1)) {
    const path = kindOf(shell, builtins, name) === null ? findInPath(shell, name) : name;
    if (path === null) continue;
    status = 0;
    writeTo(shell.host, streams.stdout, `${path}\n`);
  }
  return args.length === 0 ? 0 : status;
}

/** `command -V NAME…`: what `type` tells; bash is content with one name that it knows. */
export function commandKinds(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
  builtins: Known,
): number {
  if (shell.m.flavour !== 'bash') return typeOf(shell, args.slice(0, 1), streams, builtins);
  let status = args.length === 0 ? 0 : 1;
  for (const name of args) {
    const lines = describedBy(shell, name, '', builtins);
    if (lines.length > 0) status = 0;
    else complain(shell, streams, `command: ${name}: not found`);
    for (const line of lines) writeTo(shell.host, streams.stdout, `${line}\n`);
  }
  return status;
}
