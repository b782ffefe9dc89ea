import { own } from '../../kernel/own';
import { complain, complainOf, refuseOption } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';
import { ShellExit } from './shell-end';
import { quotedValue } from './shell-variables';
import { listOfSignals } from './signal-list';
import { parseSignal, signalNumbers } from './signals';

/** `trap [ACTION SIGNAL…]`: what the shell does at a signal or at its end (`EXIT`); without words what it has been told. */
export function trap(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const isBash = m.flavour === 'bash';
  if (isBash && args[0] === '-l') return say(shell, streams, 'trap', listOfSignals('bash'));
  if (isBash && args[0] === '-p') return show(shell, args.slice(1), streams);
  const option = /^-[A-Za-z]/.exec(args[0] ?? '')?.[0].slice(1);
  if (!isBash && option !== undefined) {
    refuseOption(shell, streams, 'trap', option, '');
    throw new ShellExit(2);
  }
  const [action, ...signals] = args[0] === '--' ? args.slice(1) : args;
  if (action === undefined) return say(shell, streams, 'trap', listed(m));
  // One word alone is a signal whose handler goes.
  if (signals.length === 0) return trap(shell, ['-', action], streams);
  const traps = { ...m.traps };
  for (const text of signals) {
    const signal = eventOf(m, text);
    if (signal === null) return refused(shell, text, streams);
    if (action === '-') delete traps[signal];
    else traps[signal] = action;
  }
  m.traps = traps;
  return 0;
}

/** What a word of `trap` stands for: a signal, the shell's end, and in bash a command that fails. */
function eventOf({ flavour }: OpenShell['m'], text: string): string | null {
  if (text === '0' || text === 'EXIT') return 'EXIT';
  return text === 'ERR' && flavour !== 'dash' ? text : parseSignal(text);
}

function refused(shell: OpenShell, text: string, streams: ShellStreams): number {
  const { flavour } = shell.m;
  const why = flavour === 'dash' ? 'bad trap' : 'invalid signal specification';
  if (flavour === 'bash') complain(shell, streams, `trap: ${text}: ${why}`);
  else if (flavour === 'dash') shell.write(streams.stderr, `trap: ${text}: ${why}\n`);
  else complainOf(shell, streams, 'trap', `${text}: ${why}`);
  return 1;
}

/** `trap -p [SIGNAL…]` */
function show(shell: OpenShell, words: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  if (words.length === 0) return say(shell, streams, 'trap', listed(m));
  let status = 0;
  for (const word of words) {
    const signal = eventOf(m, word);
    const action = signal === null ? undefined : own(m.traps, signal);
    if (signal === null) status = refused(shell, word, streams);
    else if (action !== undefined)
      say(shell, streams, 'trap', listed({ ...m, traps: { [signal]: action } }));
  }
  return status;
}

/** `trap -- 'echo bye' EXIT`, by number; bash writes SIG in front of a name. */
function listed({ traps, flavour }: OpenShell['m']): string {
  const number = (signal: string): number =>
    signal === 'EXIT' ? 0 : (own(signalNumbers, signal) ?? 64);
  return Object.entries(traps)
    .sort(([one], [other]) => number(one) - number(other))
    .map(([signal, action]) => {
      const name = flavour === 'bash' && !/^E/.test(signal) ? `SIG${signal}` : signal;
      return `trap -- ${quotedValue('ash', action)} ${name}\n`;
    })
    .join('');
}
