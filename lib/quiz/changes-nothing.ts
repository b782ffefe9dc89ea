import type { Sandbox } from '../engine';

/** What every command changes; of the command line it may be the shell's status. */
const always: readonly string[] = ['now', 'commands', 'client'];

/**
 * Whether a plain docker command has left everything as it was but the time, the count of commands and `$?`: it was refused, or only looked. What
 * is run after it, with nothing that falls due by itself, runs as if it had not been; so the orders of steps of which many come too early need not all be run.
 */
export function changesNothing(before: Sandbox, after: Sandbox): boolean {
  const { agenda, client } = before;
  if (agenda.active.size > 0 || agenda.frozen.size > 0) return false;
  for (const name of Object.keys(after) as (keyof Sandbox)[])
    if (before[name] !== after[name] && !always.includes(name)) return false;
  const { logins, files, builds } = after.client;
  return logins === client.logins && files === client.files && builds === client.builds;
}
