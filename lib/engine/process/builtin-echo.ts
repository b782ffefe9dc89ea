import { escaped } from '../shell/quoted';
import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellFlavour, ShellStreams } from './process';
import { unescapeText, withoutHex } from './programs/escapes';
import { printed } from './programs/printf-text';
import { say } from './say';
import { setElement } from './shell-arrays';
import { writeTo } from './streams';

/** `echo [-neE] [ARG…]` */
export function echo(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  let at = 0;
  let newline = true;
  // dash takes escapes without being asked, and only -n as an option.
  let escapes = shell.m.flavour === 'dash';
  for (; args[at]?.startsWith('-'); at++) {
    if (!(escapes ? /^-n$/ : /^-[neE]+$/).test(args[at] ?? '')) break;
    if (args[at]?.includes('n')) newline = false;
    if (args[at]?.includes('e')) escapes = true;
  }
  const joined = args.length === at + 1 ? (args[at] ?? '') : args.slice(at).join(' ');
  const unescape = shell.m.flavour === 'dash' ? withoutHex : unescapeText;
  const text = (escapes ? unescape(joined) : joined) + (newline ? '\n' : '');
  return say(shell, streams, 'echo', text);
}

/** What a shell says of a `printf` with nothing behind it. */
const PRINTF_USAGE: Readonly<Record<ShellFlavour, string>> = {
  ash: 'usage: printf FORMAT [ARGUMENT...]',
  dash: 'printf: usage: printf format [arg ...]',
  bash: 'printf: usage: printf [-v var] format [arguments]',
};

/** `printf [-v NAME] FORMAT [ARG…]`; only bash puts what it writes into a variable. */
export function printf(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { flavour } = shell.m;
  if (args.length === 0) {
    const usage = PRINTF_USAGE[flavour];
    if (flavour === 'bash') writeTo(shell.host, streams.stderr, `${usage}\n`);
    else complain(shell, streams, usage);
    return 2;
  }
  if (args[0] !== '-v' || flavour === 'ash') {
    const [format = '', ...rest] = args[0] === '--' ? args.slice(1) : args;
    const { text, problems, status } = printed(format, rest, flavour, escaped);
    const written = say(shell, streams, 'printf', text);
    for (const problem of problems)
      complain(shell, streams, `${flavour === 'ash' ? '' : 'printf: '}${problem}`);
    return written || status;
  }
  if (flavour === 'dash') {
    complain(shell, streams, 'printf: Illegal option -v');
    return 2;
  }
  const [, place = '', format = '', ...rest] = args;
  const element = /^(\w+)\[(.*)\]$/s.exec(place);
  const { text } = printed(format, rest, flavour, escaped);
  if (element) setElement(shell, element[1] ?? '', element[2] ?? '', text);
  else shell.setVariable(place, text);
  return 0;
}
