import type { OpenShell } from './open-shell';
import { ShellExit } from './shell-end';

/** Ends a shell that can begin no process more. */
export function cannotFork(shell: OpenShell): never {
  const { m } = shell;
  shell.write(m.streams.stderr, `${m.name}: can't fork: Resource temporarily unavailable\n`);
  throw new ShellExit(2);
}

/** Ends a shell whose container has no room for so many processes at once beside its jobs (`--pids-limit`). */
export function checkFork(shell: OpenShell, count: number): void {
  const { m, host } = shell;
  let running = 0;
  for (const { activity } of m.jobs) if (activity !== null) running++;
  if (!host.mayFork(m.pid, running + count - 1)) cannotFork(shell);
}
