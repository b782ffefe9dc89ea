import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { speakerName } from './shell-messages';
import { writeTo } from './streams';

/** `sh: `, as a shell begins its own complaints. */
export function complain(shell: OpenShell, streams: ShellStreams, text: string): void {
  writeTo(shell.host, streams.stderr, `${speakerName(shell.m)}: ${text}\n`);
}

/** As `complain`, of a builtin: ash tells the line, which it counts from 0. */
export function complainOf(
  shell: OpenShell,
  streams: ShellStreams,
  name: string,
  text: string,
): void {
  const at = shell.m.line - 1;
  const line = shell.m.flavour === 'ash' && !shell.m.interactive ? `line ${at}: ` : '';
  complain(shell, streams, `${name}: ${line}${text}`);
}

/** A builtin's words for an option that it has not, and its status; `usage`: what bash says below them. */
export function refuseOption(
  shell: OpenShell,
  streams: ShellStreams,
  name: string,
  letter: string,
  usage: string,
): number {
  const { flavour } = shell.m;
  if (flavour === 'bash') {
    complain(shell, streams, `${name}: -${letter}: invalid option`);
    writeTo(shell.host, streams.stderr, `${name}: usage: ${usage}\n`);
  } else
    complainOf(shell, streams, name, `${flavour === 'dash' ? 'I' : 'i'}llegal option -${letter}`);
  return 2;
}
