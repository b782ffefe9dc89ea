import { outputOf, waitsForLine, watchProcess } from '../../container/session';
import type { ProcessSession } from '../../state';
import { InFront, type Client } from '../client';
import { segment } from '../command';

/** How the command line stands between the terminal and a container's main process. */
export type Attachment = Pick<ProcessSession, 'by' | 'input' | 'signals' | 'shows'>;

/**
 * Shows what a container's main process writes, from the `from`-th piece of this command's output on, until it ends; returns its exit code. It is left in
 * front of the terminal as soon as it asks somebody for a line (`input`), and where somebody watches as long as it goes on. Where nobody does, one
 * that would go on for ever is interrupted as its user would do it, with Ctrl-C: three times are enough to leave it alone.
 */
export function follow(client: Client, id: string, from: number, attachment: Attachment): number {
  const { turn } = client;
  const { input, shows } = attachment;
  const ended = (): boolean => turn.exits.has(id) || !isUp(client, id);
  const asks = (): boolean => input && waitsForLine(turn.state, id, 1);
  const print = (): void =>
    client.print(outputOf(turn, id, 1, from).filter((output) => shows[output.stream]));
  if (client.isWatched) watchProcess(turn, id, 1);
  else client.await(() => ended() || asks());
  if (!ended() && (client.isWatched || asks())) {
    print();
    const tty = turn.state.containers.get(id)?.config.Tty === true;
    throw new InFront({ kind: 'process', container: id, pid: 1, tty, presses: 0, ...attachment });
  }
  for (let presses = 0; !ended() && presses < 3; presses++) {
    client.send({
      method: 'POST',
      path: `/containers/${segment(id)}/kill`,
      query: { signal: 'INT' },
    });
    client.await(ended);
  }
  print();
  const code = turn.exits.get(id);
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
