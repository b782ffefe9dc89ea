import 'server-only';
import { promptInContainer, type ApiRequest, type Frame, type Sandbox } from '@/lib/engine';
import { openConnection, type Connection } from './connection';
import type { Exchange } from './exchange';
import { followOutput, type FollowedProcess } from './follow-output';
import type { Live } from './live';
import { frameBytes } from './multiplex';
import { ProcessInput } from './process-input';
import type { SandboxHandle } from './sandbox-host';

/** What is known of a sandbox while its streams are open. */
export interface OpenSandbox {
  readonly handle: SandboxHandle;
  readonly live: Live;
  /** What clients send in that have attached to a container before its start, by its id. */
  readonly inputs: Map<string, ProcessInput>;
}

const isTrue = (value: string | undefined): boolean =>
  !['', '0', 'no', 'false', 'none'].includes((value ?? '').toLowerCase().trim());

/** Writes what a process says to a client; at a terminal its prompt too, when it waits for a line. */
class Screen {
  private prompted = false;

  constructor(
    private readonly open: OpenSandbox,
    private readonly connection: Connection,
    private readonly tty: boolean,
    private readonly wants: (stream: Frame['stream']) => boolean,
  ) {}

  write(frame: Frame): void {
    if (!this.wants(frame.stream)) return;
    const text = this.tty ? frame.text.replace(/\r?\n/g, '\r\n') : frame.text;
    this.connection.write(frameBytes({ ...frame, text }, this.tty));
  }

  show(echo: string): void {
    if (echo.includes('\n')) this.prompted = false;
    this.connection.write(Buffer.from(echo, 'utf8'));
  }

  settled(sandbox: Sandbox, { container, pid }: FollowedProcess): void {
    if (!this.tty) return;
    const prompt = promptInContainer(sandbox, container, pid, this.open.handle.world);
    if (prompt === null) this.prompted = false;
    else if (!this.prompted) {
      this.prompted = true;
      this.connection.write(Buffer.from(prompt, 'utf8'));
    }
  }
}

/** `POST /containers/{id}/attach`: the output of the main process, and what the client sends to it. */
export async function attachStream(
  exchange: Exchange,
  open: OpenSandbox,
  request: ApiRequest,
  mayMultiplex: boolean,
): Promise<void> {
  const query = request.query ?? {};
  const { answer, sandbox } = await open.handle.send(request);
  const { body, status } = answer;
  if (status >= 400 || body.kind !== 'subscription' || body.subscription.kind !== 'attach')
    return exchange.json(status, body.kind === 'json' ? body.json : null);
  const { container } = body.subscription;
  const config = sandbox.containers.get(container)?.config;
  const tty = config?.Tty === true;
  const connection = openConnection(exchange, tty, mayMultiplex);
  const screen = new Screen(open, connection, tty, (stream) => tty || isTrue(query[stream]));
  const followed = { container, pid: 1 };
  if (isTrue(query['logs'])) await showLogs(open, request, screen);
  if (!isTrue(query['stream'])) return connection.end();
  const stop = followOutput(open.live, followed, {
    write: (frame) => screen.write(frame),
    settled: (state) => screen.settled(state, followed),
    end: () => connection.end(),
  });
  exchange.gone.addEventListener('abort', stop);
  screen.settled(sandbox, followed);
  if (!isTrue(query['stdin']) || config?.OpenStdin !== true) {
    connection.input.resume();
    return;
  }
  const { handle } = open;
  let latest = sandbox;
  const release = handle.watch((moment) => {
    latest = moment.sandbox;
  });
  exchange.gone.addEventListener('abort', release);
  const input = new ProcessInput(
    connection.input,
    handle,
    () => ({
      container,
      pid: latest.containers.get(container)?.state.kind === 'running' ? 1 : null,
      tty,
      ends: config.StdinOnce === true,
    }),
    (echo) => screen.show(echo),
  );
  open.inputs.set(container, input);
  exchange.gone.addEventListener('abort', () => {
    if (open.inputs.get(container) === input) open.inputs.delete(container);
  });
}

async function showLogs(open: OpenSandbox, request: ApiRequest, screen: Screen): Promise<void> {
  const path = request.path.replace(/\/attach$/, '/logs');
  const query = {
    stdout: request.query?.['stdout'] ?? '',
    stderr: request.query?.['stderr'] ?? '',
  };
  const { answer } = await open.handle.send({ method: 'GET', path, query });
  if (answer.body.kind === 'frames') for (const frame of answer.body.frames) screen.write(frame);
}

/** `POST /exec/{id}/start`: runs the prepared process and carries what it says and what is sent to it. */
export async function execStream(
  exchange: Exchange,
  open: OpenSandbox,
  request: ApiRequest,
  asked: { readonly tty: boolean; readonly mayMultiplex: boolean },
): Promise<void> {
  const { handle } = open;
  const name = request.path.split('/')[2] ?? '';
  const exec = (await handle.look()).execs.get(name);
  if (!exec) {
    const { answer } = await handle.send(request);
    return exchange.json(answer.status, answer.body.kind === 'json' ? answer.body.json : null);
  }
  const { tty, container } = exec;
  const connection = openConnection(exchange, asked.tty || tty, asked.mayMultiplex);
  const screen = new Screen(open, connection, asked.tty || tty, () => true);
  let pid: number | null = null;
  const input = exec.attachStdin
    ? new ProcessInput(
        connection.input,
        handle,
        () => ({ container, pid, tty, ends: true }),
        (echo) => screen.show(echo),
      )
    : null;
  if (input === null && exchange.upgrade !== null) connection.input.resume();
  const stdin = input === null ? '' : await input.whole();
  const body = stdin === null ? request.body : { ...(request.body as object), stdin };
  const { answer, sandbox, exits } = await handle.send({ ...request, body });
  if (answer.body.kind === 'json') {
    const { message } = answer.body.json as { readonly message?: unknown };
    screen.write({ at: 0, stream: 'stdout', text: `${String(message)}\r\n` });
    return connection.end();
  }
  if (answer.body.kind === 'frames' || answer.body.kind === 'subscription')
    for (const frame of answer.body.frames ?? []) screen.write(frame);
  if (answer.body.kind !== 'subscription' || answer.body.subscription.kind !== 'exec')
    return connection.end();
  pid = answer.body.subscription.pid;
  if (exits.has(`${container}/${pid}`)) return connection.end();
  const followed = { container, pid };
  const stop = followOutput(open.live, followed, {
    write: (frame) => screen.write(frame),
    settled: (state) => screen.settled(state, followed),
    end: () => connection.end(),
  });
  exchange.gone.addEventListener('abort', stop);
  screen.settled(sandbox, followed);
}
