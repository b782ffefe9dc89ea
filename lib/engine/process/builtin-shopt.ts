import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';

/** What bash 5.2 knows, those that are on in a script with a `+` (builtins/shopt.def). */
const NAMES =
  'autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs +checkwinsize +cmdhist compat31 compat32 compat40 compat41 compat42 compat43 compat44 +complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug extglob +extquote failglob +force_fignore globasciiranges +globskipdots globstar gnu_errfmt histappend histreedit histverify +hostcomplete huponexit inherit_errexit +interactive_comments lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob +patsub_replacement +progcomp progcomp_alias +promptvars restricted_shell shift_verbose +sourcepath varredir_close xpg_echo';
const DEFAULTS = new Map(
  NAMES.split(' ').map((name) => [name.replace('+', ''), name.startsWith('+')] as const),
);
const ON_AT_PROMPT = ['expand_aliases'];

/** Is an option of `shopt` on? */
export function isShopt({ m }: Pick<OpenShell, 'm'>, name: string): boolean {
  if (m.modes?.includes(name)) return true;
  if (m.modes?.includes(`-${name}`)) return false;
  return DEFAULTS.get(name) === true || (m.interactive && ON_AT_PROMPT.includes(name));
}

/** `shopt [-s|-u|-q|-p] [NAME…]` */
export function shopt(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const letters = args.filter((arg) => arg.startsWith('-')).join('');
  const names = args.filter((arg) => !arg.startsWith('-'));
  const wrong = names.filter((name) => !DEFAULTS.has(name));
  for (const name of wrong) complain(shell, streams, `shopt: ${name}: invalid shell option name`);
  const known = names.filter((name) => DEFAULTS.has(name));
  const turns = letters.includes('s') || letters.includes('u');
  if (turns && names.length > 0) {
    const on = letters.includes('s');
    const others = (shell.m.modes ?? []).filter((mode) => !known.includes(mode.replace('-', '')));
    shell.m.modes = [...others, ...known.map((name) => (on ? name : `-${name}`))];
    return wrong.length > 0 ? 1 : 0;
  }
  const shown = (names.length > 0 ? known : [...DEFAULTS.keys()]).filter(
    (name) => !turns || isShopt(shell, name) === letters.includes('s'),
  );
  const row = (name: string): string => {
    const on = isShopt(shell, name);
    if (letters.includes('p')) return `shopt -${on ? 's' : 'u'} ${name}\n`;
    return `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`;
  };
  const off = wrong.length > 0 || known.some((name) => !isShopt(shell, name));
  if (!letters.includes('q')) say(shell, streams, 'shopt', shown.map(row).join(''));
  return names.length > 0 && off ? 1 : 0;
}
