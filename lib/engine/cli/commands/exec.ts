import { membersOf, numberOf, textOf } from '../../api/read-json';
import { advance } from '../../advance';
import { holdsOutput, OUTPUT_PATIENCE } from '../../container/orphans';
import { outputOf, waitsForLine, watchProcess } from '../../container/session';
import type { Turn } from '../../turn';
import { CommandError, DaemonError, InFront, type Client } from '../client';
import { command, segment } from '../command';
import { environmentEntry, readEnvFile } from './files';

export const exec = command(
  { min: 2, max: null },
  (client, flags) => {
    const [name = '', ...argv] = flags.args;
    const detach = flags.bool('detach');
    const interactive = flags.bool('interactive') && !detach;
    const env = [
      ...flags.list('env-file').flatMap((path) => readEnvFile(client, path)),
      ...flags
        .list('env')
        .map((entry) => environmentEntry(client, entry))
        .filter((entry) => entry.includes('=')),
    ];
    client.check({ method: 'GET', path: `/containers/${segment(name)}/json` });
    if (interactive && flags.bool('tty') && !client.settings.terminal)
      throw new CommandError('the input device is not a TTY');
    const created = client.json({
      method: 'POST',
      path: `/containers/${segment(name)}/exec`,
      body: {
        Cmd: argv,
        Env: env,
        User: flags.string('user'),
        WorkingDir: flags.string('workdir'),
        Tty: flags.bool('tty'),
        Privileged: flags.bool('privileged'),
        DetachKeys: flags.string('detach-keys'),
        AttachStdin: interactive,
        AttachStdout: !detach,
        AttachStderr: !detach,
      },
    });
    const id = textOf(membersOf(created)['Id']);
    const typing = interactive && client.inputIsTerminal;
    const start = {
      method: 'POST',
      path: `/exec/${id}/start`,
      body: {
        Detach: detach,
        Tty: flags.bool('tty'),
        ...(typing ? {} : { stdin: interactive ? client.stdin : '' }),
      },
    } as const;
    if (detach) {
      client.json(start);
      return 0;
    }
    return attached(client, id, start, name, { tty: flags.bool('tty'), input: typing });
  },
  false,
);

function attached(
  client: Client,
  id: string,
  start: Parameters<Client['begin']>[0],
  name: string,
  { tty, input }: { readonly tty: boolean; readonly input: boolean },
): number {
  const from = client.turn.output.length;
  let begun: ReturnType<Client['begin']>;
  try {
    begun = client.begin(start);
  } catch (failure) {
    if (failure instanceof DaemonError) throw new CommandError(failure.message);
    throw failure;
  }
  const { subscription, frames } = begun;
  if (subscription?.kind === 'exec') {
    const { container, pid } = subscription;
    const ended = (): boolean =>
      client.turn.exits.has(`${container}/${pid}`) ||
      client.turn.state.containers.get(container)?.state.kind !== 'running';
    const asks = (): boolean => input && waitsForLine(client.turn.state, container, pid);
    if (client.isWatched) watchProcess(client.turn, container, pid);
    else client.await(() => ended() || asks());
    if (!ended() && (client.isWatched || asks())) {
      client.print(outputOf(client.turn, container, pid, from));
      const shows = { stdout: true, stderr: true };
      const [by, signals, presses] = ['exec', false, 0] as const;
      throw new InFront({
        kind: 'process',
        container,
        pid,
        tty,
        by,
        input,
        signals,
        shows,
        presses,
      });
    }
    for (let presses = 0; !ended() && presses < 3; presses++) {
      interrupt(client, name, pid);
      client.await(ended);
    }
    if (!tty) awaitOutput(client.turn, container, pid);
    client.print(outputOf(client.turn, container, pid, from));
    const code = client.turn.exits.get(`${container}/${pid}`);
    return code ?? 137;
  }
  client.print(frames);
  const json = membersOf(client.json({ method: 'GET', path: `/exec/${id}/json` }));
  return numberOf(json['ExitCode']);
}

/** What has been left in the background may hold the output: the engine waits for that, too (moby daemon/monitor.go). */
function awaitOutput(turn: Turn, container: string, pid: number): void {
  const closed = (): boolean => !holdsOutput(turn.state, container, pid);
  if (turn.awaits && !closed()) advance(turn, turn.state.now + OUTPUT_PATIENCE, closed);
}

/** Ctrl-C goes to the terminal's process group inside the container: the process gets SIGINT. */
function interrupt(client: Client, name: string, pid: number): void {
  const created = client.json({
    method: 'POST',
    path: `/containers/${segment(name)}/exec`,
    body: { Cmd: ['kill', '-INT', String(pid)] },
  });
  client.send({
    method: 'POST',
    path: `/exec/${textOf(membersOf(created)['Id'])}/start`,
    body: { Detach: true },
  });
}
