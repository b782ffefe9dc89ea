import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';
import { quotedValue } from './shell-variables';
import { parseSignal, signalNumbers } from './signals';

/** `trap [ACTION SIGNAL…]`: what the shell does at a signal or at its end (`EXIT`); without words what it has been told. */
export function trap(
  shell: OpenShell,
  [action, ...signals]: readonly string[],
  streams: ShellStreams,
): number {
  const { m } = shell;
  if (action === undefined) return say(shell, streams, 'trap', listed(m));
  // One word alone is a signal whose handler goes.
  if (signals.length === 0) return trap(shell, ['-', action], streams);
  const traps = { ...m.traps };
  for (const text of signals) {
    const signal = text === '0' || text === 'EXIT' ? 'EXIT' : parseSignal(text);
    if (signal === null) {
      const why = m.flavour === 'dash' ? 'bad trap' : 'invalid signal specification';
      if (m.flavour === 'bash') complain(shell, streams, `trap: ${text}: ${why}`);
      else complainOf(shell, streams, 'trap', `${text}: ${why}`);
      return 1;
    }
    if (action === '-') delete traps[signal];
    else traps[signal] = action;
  }
  m.traps = traps;
  return 0;
}

/** `trap -- 'echo bye' EXIT`, by number; bash writes SIG in front of a name. */
function listed({ traps, flavour }: OpenShell['m']): string {
  const number = (signal: string): number =>
    signal === 'EXIT' ? 0 : (signalNumbers[signal] ?? 64);
  return Object.entries(traps)
    .sort(([one], [other]) => number(one) - number(other))
    .map(([signal, action]) => {
      const name = flavour === 'bash' && signal !== 'EXIT' ? `SIG${signal}` : signal;
      return `trap -- ${quotedValue('ash', action)} ${name}\n`;
    })
    .join('');
}
