import type { Client } from '../client';
import { openSession, waitsForLine } from '../../container/session';
import { segment } from '../command';

/**
 * Shows what a container's main process writes, from the `from`-th piece of this command's output on, until it ends; returns its exit code. A process
 * at whose terminal the learner sits (`typing`) is left in front as soon as it asks for a line. One
 * that would go on for ever is interrupted as its user would do it, with Ctrl-C: three times are enough to leave it alone.
 */
export function follow(
  client: Client,
  id: string,
  from: number,
  wants: (stream: 'stdout' | 'stderr') => boolean = () => true,
  typing: 'run' | 'attach' | null = null,
): number {
  const ended = (): boolean => client.turn.exits.has(id) || !isUp(client, id);
  const asks = (): boolean => typing !== null && waitsForLine(client.turn.state, id, 1);
  client.await(() => ended() || asks());
  if (typing !== null && asks() && !ended()) {
    client.print(outputOf(client, id, from).filter((output) => wants(output.stream)));
    const tty = client.turn.state.containers.get(id)?.config.Tty === true;
    openSession(client.turn, { container: id, pid: 1, tty, by: typing });
    return 0;
  }
  for (let presses = 0; !ended() && presses < 3; presses++) {
    client.send({
      method: 'POST',
      path: `/containers/${segment(id)}/kill`,
      query: { signal: 'INT' },
    });
    client.await(ended);
  }
  client.print(outputOf(client, id, from).filter((output) => wants(output.stream)));
  const code = client.turn.exits.get(id);
  if (code !== undefined) return code;
  if (!isUp(client, id)) return exitCodeOf(client, id);
  client.error('\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n');
  return 1;
}

/** What the main process has written since. */
function outputOf(client: Client, id: string, from: number): Client['turn']['output'] {
  return client.turn.output
    .slice(from)
    .filter((output) => output.container === id && output.pid === 1);
}

function isUp(client: Client, id: string): boolean {
  const kind = client.turn.state.containers.get(id)?.state.kind;
  return kind === 'running' || kind === 'paused' || kind === 'restarting';
}

function exitCodeOf(client: Client, id: string): number {
  const state = client.turn.state.containers.get(id)?.state;
  return state?.kind === 'exited' ? state.last.exitCode : 0;
}
