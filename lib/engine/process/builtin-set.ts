import { complain, complainOf } from './complain';
import { listVariables } from './builtin-export';
import type { OpenShell } from './open-shell';
import type { ShellFlavour, ShellStreams } from './process';
import { say } from './say';
import { ShellExit } from './shell-end';

/** The options of each shell by name, in the order in which it lists them: bash builtins/set.def, dash src/options.c, busybox shell/ash.c. */
const NAMES: Readonly<Record<ShellFlavour, string>> = {
  bash: 'allexport braceexpand emacs errexit errtrace functrace hashall histexpand history ignoreeof interactive-comments keyword monitor noclobber noexec noglob nolog notify nounset onecmd physical pipefail posix privileged verbose vi xtrace',
  dash: 'errexit noglob ignoreeof interactive monitor noexec stdin xtrace verbose vi emacs noclobber allexport notify nounset privileged nolog debug',
  ash: 'errexit noglob ignoreeof monitor noexec xtrace verbose noclobber allexport notify nounset errtrace vi pipefail',
};
const LETTERS: Readonly<Record<string, string>> = {
  e: 'errexit',
  u: 'nounset',
  x: 'xtrace',
  f: 'noglob',
  a: 'allexport',
  C: 'noclobber',
  E: 'errtrace',
  n: 'noexec',
  v: 'verbose',
  m: 'monitor',
  b: 'notify',
  h: 'hashall',
  B: 'braceexpand',
};
/** What bash has without being asked, and at a terminal. */
const ON_IN_BASH = ['braceexpand', 'hashall', 'interactive-comments'];
const ON_AT_PROMPT = ['emacs', 'histexpand', 'history', 'monitor'];

function namesOf(flavour: ShellFlavour): readonly string[] {
  return NAMES[flavour].split(' ');
}

/** Is an option on, by its name? */
export function isOn({ m }: OpenShell, name: string): boolean {
  if (name === 'errexit') return m.exitOnError;
  const letter = letterOf(name);
  if (letter !== undefined && m.options.includes(letter)) return true;
  if (m.modes?.includes(name)) return true;
  if (m.flavour !== 'bash' || m.modes?.includes(`-${name}`)) return false;
  return ON_IN_BASH.includes(name) || (m.interactive && ON_AT_PROMPT.includes(name));
}

function letterOf(name: string): string | undefined {
  return Object.keys(LETTERS).find((letter) => LETTERS[letter] === name);
}

function turn(shell: OpenShell, name: string, on: boolean): void {
  const { m } = shell;
  if (name === 'errexit') {
    m.exitOnError = on;
    return;
  }
  const letter = letterOf(name);
  if (letter !== undefined && 'uxfaCvE'.includes(letter)) {
    const others = m.options.replace(letter, '');
    m.options = on ? others + letter : others;
    return;
  }
  const others = (m.modes ?? []).filter((mode) => mode !== name && mode !== `-${name}`);
  m.modes = [...others, on ? name : `-${name}`];
}

/** `set [-+abc…] [-o NAME] [--] [ARG…]`: options and positional parameters; without words every variable. */
export function set(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  if (args.length === 0) return listVariables(shell, streams);
  const { m } = shell;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!/^[-+]/.test(arg) || arg === '-' || arg === '+')
      return setPositional(shell, args.slice(at));
    if (arg === '--') return setPositional(shell, args.slice(at + 1));
    const on = arg.startsWith('-');
    for (const letter of arg.slice(1)) {
      const name = letter === 'o' ? args[++at] : LETTERS[letter];
      if (letter === 'o' && name === undefined) return list(shell, streams, on);
      if (name !== undefined && namesOf(m.flavour).includes(name)) turn(shell, name, on);
      else
        return refuse(
          shell,
          streams,
          letter === 'o' ? (name ?? '') : null,
          arg.slice(0, 1) + letter,
        );
    }
  }
  // What reads only, and runs nothing, has nothing to do until its end.
  if (!m.interactive && isOn(shell, 'noexec')) throw new ShellExit(0);
  return 0;
}

function setPositional({ m }: OpenShell, operands: readonly string[]): number {
  m.positional = [m.positional[0] ?? m.name, ...operands];
  return 0;
}

/** There is no such option: dash and, of a letter, ash end there. */
function refuse(
  shell: OpenShell,
  streams: ShellStreams,
  name: string | null,
  letter: string,
): number {
  const { flavour, interactive } = shell.m;
  if (flavour === 'bash') {
    complain(
      shell,
      streams,
      name === null ? `set: ${letter}: invalid option` : `set: ${name}: invalid option name`,
    );
    if (name === null)
      shell.write(
        streams.stderr,
        'set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]\n',
      );
    return 2;
  }
  const which = name === null ? letter : `-o ${name}`;
  complainOf(
    shell,
    streams,
    'set',
    `${flavour === 'dash' ? 'Illegal' : 'illegal'} option ${which}`,
  );
  if (interactive || (flavour === 'ash' && name !== null)) return 1;
  throw new ShellExit(2);
}

/** `set -o` lists the options, `set +o` the commands that would bring them back. */
function list(shell: OpenShell, streams: ShellStreams, readable: boolean): number {
  const { flavour } = shell.m;
  const gap = flavour === 'bash' ? '\t' : ' ';
  const rows = namesOf(flavour).map((name) => {
    const on = isOn(shell, name);
    return readable
      ? `${name.padEnd(15)}${gap}${on ? 'on' : 'off'}\n`
      : `set ${on ? '-' : '+'}o ${name}\n`;
  });
  const head = flavour === 'dash' && readable ? 'Current option settings\n' : '';
  return say(shell, streams, 'set', head + rows.join(''));
}
