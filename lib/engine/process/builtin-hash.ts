import { complain, complainOf } from './complain';
import { findInPath } from './builtin-type';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';

/** `hash [-r] [NAME…]`: looks for programs; where one is not found, 1. What has been found is looked for anew every time, so that there is nothing to list. */
export function hash(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  let status = 0;
  for (const name of args) {
    if (name.startsWith('-') || findInPath(shell, name) !== null) continue;
    status = 1;
    if (shell.m.flavour === 'bash') complain(shell, streams, `hash: ${name}: not found`);
    else complainOf(shell, streams, 'hash', `${name}: not found`);
  }
  return status;
}
