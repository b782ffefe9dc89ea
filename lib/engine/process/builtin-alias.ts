import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';
import { quotedValue } from './shell-variables';

/** `alias [NAME[=VALUE]…]`: sets, or lists; 1 for a name that is none. */
export function alias(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const words = args[0] === '-p' ? args.slice(1) : args;
  if (words.length === 0) {
    const rows = Object.keys(m.aliases ?? {}).sort();
    return say(shell, streams, 'alias', rows.map((name) => line(shell, name)).join(''));
  }
  let status = 0;
  for (const word of words) {
    const equals = word.indexOf('=', 1);
    const name = equals < 0 ? word : word.slice(0, equals);
    if (equals > 0) {
      const aliases = { ...m.aliases };
      putOwn(aliases, name, word.slice(equals + 1));
      m.aliases = aliases;
    } else if (own(m.aliases ?? {}, name) !== undefined)
      say(shell, streams, 'alias', line(shell, name));
    else status = missing(shell, streams, 'alias', name);
  }
  return status;
}

/** `unalias -a`, `unalias NAME…` */
export function unalias(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  if (args[0] === '-a') m.aliases = {};
  let status = 0;
  for (const name of args.filter((arg) => arg !== '-a')) {
    const aliases: Record<string, string> = { ...m.aliases };
    if (own(aliases, name) === undefined) status = missing(shell, streams, 'unalias', name);
    else {
      delete aliases[name];
      m.aliases = aliases;
    }
  }
  return status;
}

function line({ m }: OpenShell, name: string): string {
  const value = own(m.aliases ?? {}, name) ?? '';
  const text =
    m.flavour === 'bash' ? `'${value.replaceAll("'", `'\\''`)}'` : quotedValue('ash', value);
  return `${m.flavour === 'bash' ? 'alias ' : ''}${name}=${text}\n`;
}

function missing(shell: OpenShell, streams: ShellStreams, word: string, name: string): number {
  if (shell.m.flavour === 'bash') complain(shell, streams, `${word}: ${name}: not found`);
  else shell.write(streams.stderr, `${word}: ${name} not found\n`);
  return 1;
}
