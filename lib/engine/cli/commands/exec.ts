import { membersOf, numberOf, textOf } from '../../api/read-json';
import { openSession, waitsForLine } from '../../container/session';
import { CommandError, DaemonError, type Client } from '../client';
import { command, segment } from '../command';
import { readEnvFile } from './files';

export const exec = command(
  { min: 2, max: null },
  (client, flags) => {
    const [name = '', ...argv] = flags.args;
    const detach = flags.bool('detach');
    const interactive = flags.bool('interactive') && !detach;
    const env = [
      ...flags.list('env-file').flatMap((path) => readEnvFile(client, path)),
      ...flags.list('env').filter((entry) => entry.includes('=')),
    ];
    client.json({ method: 'GET', path: `/containers/${segment(name)}/json` });
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
    return attached(client, id, start, name, typing ? { tty: flags.bool('tty') } : null);
  },
  false,
);

function attached(
  client: Client,
  id: string,
  start: Parameters<Client['begin']>[0],
  name: string,
  typing: { readonly tty: boolean } | null,
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
    const asks = (): boolean => typing !== null && waitsForLine(client.turn.state, container, pid);
    client.await(() => ended() || asks());
    if (typing && asks()) {
      client.print(outputOf(client, container, pid, from));
      openSession(client.turn, { container, pid, tty: typing.tty, by: 'exec' });
      return 0;
    }
    for (let presses = 0; !ended() && presses < 3; presses++) {
      interrupt(client, name, pid);
      client.await(ended);
    }
    client.print(outputOf(client, container, pid, from));
    const code = client.turn.exits.get(`${container}/${pid}`);
    return code ?? 137;
  }
  client.print(frames);
  const json = membersOf(client.json({ method: 'GET', path: `/exec/${id}/json` }));
  return numberOf(json['ExitCode']);
}

/** What a process of a container has written since. */
function outputOf(
  client: Client,
  container: string,
  pid: number,
  from: number,
): Client['turn']['output'] {
  return client.turn.output
    .slice(from)
    .filter((output) => output.container === container && output.pid === pid);
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
