import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { ShellExit } from './shell-end';

/** Ends the shell with 2 when a word is no status to `exit` with: the ash family takes no sign. */
export function checkStatus(shell: OpenShell, word: string, streams: ShellStreams): void {
  const { flavour } = shell.m;
  if ((flavour === 'bash' ? /^[-+]?\d+$/ : /^\d+$/).test(word.trim())) return;
  if (flavour === 'bash') complain(shell, streams, `exit: ${word}: numeric argument required`);
  else if (flavour === 'dash') complain(shell, streams, `exit: Illegal number: ${word}`);
  else complainOf(shell, streams, 'exit', `Illegal number: ${word}`);
  throw new ShellExit(2);
}
