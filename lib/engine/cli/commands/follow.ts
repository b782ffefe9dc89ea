import type { Client } from '../client';
import { segment } from '../command';

/**
 * Shows what a container's main process writes, from the `from`-th piece of this command's output on, until it ends; returns its exit code. A process
 * that would go on for ever is interrupted as its user would do it, with Ctrl-C: three times are enough to leave it alone.
 */
export function follow(
  client: Client,
  id: string,
  from: number,
  wants: (stream: 'stdout' | 'stderr') => boolean = () => true,
): number {
  const ended = (): boolean => client.turn.exits.has(id) || !isUp(client, id);
  client.await(ended);
  for (let presses = 0; !ended() && presses < 3; presses++) {
    client.send({
      method: 'POST',
      path: `/containers/${segment(id)}/kill`,
      query: { signal: 'INT' },
    });
    client.await(ended);
  }
  client.print(
    client.turn.output
      .slice(from)
      .filter((output) => output.container === id && output.pid === 1 && wants(output.stream)),
  );
  const code = client.turn.exits.get(id);
  if (code !== undefined) return code;
  if (!isUp(client, id)) return exitCodeOf(client, id);
  client.error('\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n');
  return 1;
}

function isUp(client: Client, id: string): boolean {
  const kind = client.turn.state.containers.get(id)?.state.kind;
  return kind === 'running' || kind === 'paused' || kind === 'restarting';
}

function exitCodeOf(client: Client, id: string): number {
  const state = client.turn.state.containers.get(id)?.state;
  return state?.kind === 'exited' ? state.last.exitCode : 0;
}
