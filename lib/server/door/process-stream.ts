import 'server-only';
import { passTime, send, type ApiRequest, type Frame, type Sandbox } from '@/lib/engine';
import { openConnection, type Connection } from './connection';
import type { Exchange } from './exchange';
import { followOutput } from './follow-output';
import type { Live } from './live';
import { ProcessInput } from './process-input';
import { ProcessScreen } from './process-screen';
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

/** Is the main process there, or will it stay for a while when the container is started now? */
function isThereToStay({ handle }: OpenSandbox, sandbox: Sandbox, container: string): boolean {
  const isUp = (state: Sandbox): boolean =>
    state.containers.get(container)?.state.kind === 'running';
  if (isUp(sandbox)) return true;
  const start: ApiRequest = { method: 'POST', path: `/containers/${container}/start` };
  const started = send(sandbox, start, handle.world).sandbox;
  return isUp(passTime(started, started.now + A_WHILE, handle.world).sandbox);
}

/** In milliseconds: longer than commands take whose output somebody reads instead of looking at it. */
const A_WHILE = 1_000;

/** Where a terminal's line begins already: shows nothing, and yet something has come (connection.ts). */
const NOTHING_SEEN: Frame = { at: 0, stream: 'stdout', text: '\r' };

/** `POST /containers/{id}/attach`: the output of the main process, and what the client sends to it. */
export async function attachStream(
  exchange: Exchange,
  open: OpenSandbox,
  request: ApiRequest,
  mayMultiplex: boolean,
): Promise<void> {
  const query = request.query ?? {};
  const { handle } = open;
  const { answer, sandbox } = await handle.send(request);
  const { body, status } = answer;
  if (status >= 400 || body.kind !== 'subscription' || body.subscription.kind !== 'attach')
    return exchange.json(status, body.kind === 'json' ? body.json : null);
  const { container } = body.subscription;
  const config = sandbox.containers.get(container)?.config;
  const tty = config?.Tty === true;
  const takesInput = isTrue(query['stdin']) && config?.OpenStdin === true;
  const screen = new ProcessScreen(handle.world, tty, (stream) => tty || isTrue(query[stream]));
  const followed = { container, pid: 1 };
  if (isTrue(query['logs'])) await showLogs(open, request, screen);
  const streams = isTrue(query['stream']);
  if (streams) screen.settled(sandbox, followed);
  if (streams && takesInput && tty && screen.isEmpty && isThereToStay(open, sandbox, container))
    screen.write(NOTHING_SEEN);
  const connection = screen.connect((first) =>
    openConnection(exchange, { tty, mayMultiplex, first }),
  );
  if (!streams) return connection.end();
  const stop = followOutput(open.live, followed, {
    write: (frame) => screen.write(frame),
    settled: (state) => screen.settled(state, followed),
    end: () => connection.end(),
  });
  exchange.gone.addEventListener('abort', stop);
  if (!takesInput) {
    connection.input.resume();
    return;
  }
  let latest = sandbox;
  const release = handle.watch((moment) => {
    latest = moment.sandbox;
  });
  exchange.gone.addEventListener('abort', release);
  const input = new ProcessInput(connection.input, handle, {
    target: () => ({
      container,
      pid: latest.containers.get(container)?.state.kind === 'running' ? 1 : null,
      tty,
      ends: config.StdinOnce === true,
    }),
    show: (echo, lines) => screen.show(echo, lines),
    given: (state) => screen.given(state, followed),
    hungUp: () => {
      stop();
      connection.end();
    },
  });
  open.inputs.set(container, input);
  exchange.gone.addEventListener('abort', () => {
    if (open.inputs.get(container) === input) open.inputs.delete(container);
  });
}

async function showLogs(
  open: OpenSandbox,
  request: ApiRequest,
  screen: ProcessScreen,
): Promise<void> {
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
  const { container } = exec;
  const tty = exec.tty || asked.tty;
  const screen = new ProcessScreen(handle.world, tty, () => true);
  const connect = (): Connection =>
    screen.connect((first) =>
      openConnection(exchange, { tty, mayMultiplex: asked.mayMultiplex, first }),
    );
  let pid: number | null = null;
  let stop = (): void => undefined;
  const inputOf = (connection: Connection): ProcessInput | null => {
    if (exec.attachStdin)
      return new ProcessInput(connection.input, handle, {
        target: () => ({ container, pid, tty, ends: true }),
        show: (echo, lines) => screen.show(echo, lines),
        given: (state) => screen.given(state, { container, pid: pid ?? 0 }),
        hungUp: () => {
          stop();
          connection.end();
        },
      });
    if (exchange.upgrade !== null) connection.input.resume();
    return null;
  };
  // A pipe is given to the process as a whole, so it is read first; to a terminal the process speaks first.
  const begun = tty ? null : connect();
  const input = begun && inputOf(begun);
  const stdin = begun === null ? null : input ? await input.whole() : '';
  const body = stdin === null ? request.body : { ...(request.body as object), stdin };
  const { answer, sandbox, exits } = await handle.send({ ...request, body });
  if (answer.body.kind === 'json') {
    const { message } = answer.body.json as { readonly message?: unknown };
    screen.write({ at: 0, stream: 'stdout', text: `${String(message)}\r\n` });
    return (begun ?? connect()).end();
  }
  if (answer.body.kind === 'frames' || answer.body.kind === 'subscription')
    for (const frame of answer.body.frames ?? []) screen.write(frame);
  if (answer.body.kind !== 'subscription' || answer.body.subscription.kind !== 'exec')
    return (begun ?? connect()).end();
  pid = answer.body.subscription.pid;
  const followed = { container, pid };
  const ended = exits.has(`${container}/${pid}`);
  if (!ended) screen.settled(sandbox, followed);
  if (!ended && tty && screen.isEmpty) screen.write(NOTHING_SEEN);
  const connection = begun ?? connect();
  if (ended) return connection.end();
  stop = followOutput(open.live, followed, {
    write: (frame) => screen.write(frame),
    settled: (state) => screen.settled(state, followed),
    end: () => connection.end(),
  });
  exchange.gone.addEventListener('abort', stop);
  if (begun === null) inputOf(connection);
}
