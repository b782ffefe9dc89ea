import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';

/** `times`: the processor time of the shell, and of its programs; nothing here takes any that would be worth telling. */
export function times(shell: OpenShell, _args: readonly string[], streams: ShellStreams): number {
  const none = `0m0.${shell.m.flavour === 'dash' ? '000000' : '000'}s`;
  return say(shell, streams, 'times', `${none} ${none}\n`.repeat(2));
}
