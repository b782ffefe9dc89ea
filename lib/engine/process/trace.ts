import { own } from '../../kernel/own';
import type { Assignment } from '../shell/ast';
import { isReservedWord } from '../shell/parse-cursor';
import { quoted } from '../shell/quoted';
import type { OpenShell } from './open-shell';
import type { ShellFlavour } from './process';
import { arrayOf } from './shell-arrays';

/** What bash puts between quotes (lib/sh/shquote.c sh_contains_shell_metas). */
const METAS = /[\p{Cc} '"\\|&;()<>!{}*[\]?^$`]|^#|(?:^|[=:])~|^$/u;
/** What busybox leaves as it is (ash.c maybe_single_quote). */
const PLAIN = /^[-+,./0-9:@A-Z\]^_a-z]*$/;

/** A word as a shell shows it after `set -x`: bash and ash so that it can be read back, dash as it is. */
export function shownWord(word: string, flavour: ShellFlavour): string {
  if (flavour === 'dash') return word;
  const isPlain =
    flavour === 'bash' ? !METAS.test(word) : PLAIN.test(word) && !isReservedWord(word, flavour);
  return isPlain ? word : quoted(word);
}

/** `set -x`: shows what comes next behind PS4, whose first sign bash repeats in what is substituted or evaluated. */
export function trace(shell: OpenShell, text: string): void {
  const { m } = shell;
  if (!m.options.includes('x')) return;
  const sign = own(m.variables, 'PS4') ?? '+ ';
  const evals = m.frames.filter(({ kind, ...frame }) => kind === 'trap' && 'reads' in frame);
  const more = m.flavour === 'bash' ? evals.length + (m.level ?? 0) : 0;
  shell.write(m.streams.stderr, `${sign.slice(0, 1).repeat(more)}${sign}${text}\n`);
}

/** Shows a command with the variables that are its own; bash shows those in lines of their own. */
export function traceCommand(
  shell: OpenShell,
  assigned: readonly (readonly [name: string, value: string])[],
  words: readonly string[],
): void {
  const { flavour } = shell.m;
  const given = assigned.map(([name, value]) =>
    value.startsWith('(')
      ? `${name}=${value}`
      : `${name}=${value === '' ? '' : shownWord(value, flavour)}`,
  );
  const command = words.map((word) => shownWord(word, flavour));
  if (flavour !== 'bash') return trace(shell, [...given, ...command].join(' '));
  for (const assignment of given) trace(shell, assignment);
  if (words.length > 0) trace(shell, command.join(' '));
}

/** The variables that assignments have set, as they are now. */
export function assignedIn(
  { m }: OpenShell,
  assignments: readonly Assignment[],
): readonly (readonly [name: string, value: string])[] {
  return assignments.map(({ name, items }) => {
    const value = own(m.variables, name) ?? '';
    if (items === undefined) return [name, value];
    const listed = Object.values(arrayOf(m, name)?.items ?? {});
    return [name, `(${listed.map((item) => shownWord(item, m.flavour)).join(' ')})`];
  });
}
