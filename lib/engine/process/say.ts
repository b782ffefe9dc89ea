import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { writeError, writeTo } from './streams';

/** Writes what a builtin says: 1, and a complaint, when no room is left for it. */
export function say(shell: OpenShell, streams: ShellStreams, name: string, text: string): number {
  if (text === '' || writeTo(shell.host, streams.stdout, text)) return 0;
  const { flavour } = shell.m;
  const own = { ash: '', bash: `${name}: `, dash: `${name}: ${name}: ` }[flavour];
  const why = flavour === 'dash' ? 'I/O error' : `write error: ${writeError(streams.stdout)}`;
  complain(shell, streams, own + why);
  return 1;
}
