import { FULL, limits } from '../limits';
import { refuse } from '../errors';
import type { Container } from '../state';
import type { Process } from '../process/process';
import { containerOf, emitContainer, type Turn } from '../turn';
import { getContainer } from './find';
import { RUNTIME_THREADS, takePid } from './pids';
import { rootFiles } from './container-files';
import { resolvePath } from '../files/path';
import { processEnvironment } from './environment';
import { executableRefusal } from './executable-refusal';
import { execEnded, settleStep } from './exit';
import { hostPid, putProcesses } from './processes';
import { hostOf } from './signal';
import { findUser } from './user';

export interface ExecOrder {
  readonly id: string;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly cwd: string | null;
  readonly user: string | null;
  readonly tty: boolean;
  readonly privileged?: true;
  /** What comes in; null: an input that stays open. */
  readonly stdin: string | null;
}

/** How an exec began: its process number, or why its program cannot run (`OCI runtime exec failed: …`). */
export type ExecStart =
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'failed'; readonly code: number; readonly message: string };

/** `exec_start: sh -c id`; the program alone has a space behind it (moby daemon/exec.go). */
export function execAction(action: string, argv: readonly string[]): string {
  const [program = '', ...args] = argv;
  return `${action}: ${program} ${args.join(' ')}`;
}

/** The running container that a process can be started in. */
export function executable(turn: Turn, word: string): Container {
  const container = getContainer(turn.state, word);
  const { state, id } = container;
  if (state.kind === 'paused')
    refuse('conflict', `Container ${word} is paused, unpause the container before exec`);
  if (state.kind === 'restarting')
    refuse('conflict', `Container ${id} is restarting, wait until the container is running`);
  if (state.kind !== 'running') refuse('conflict', `container ${id} is not running`);
  return container;
}

/** Starts a process beside the main one. It may have ended already; `turn.exits` then holds its code. */
export function startExec(turn: Turn, word: string, order: ExecOrder): ExecStart {
  const container = executable(turn, word);
  const { id, state } = container;
  if (state.kind !== 'running') return refuse('conflict', `container ${id} is not running`);
  const files = rootFiles(turn, id);
  const user = findUser(files, order.user ?? container.config.User ?? '');
  const extra = order.tty ? ['TERM=xterm', ...order.env] : order.env;
  const env = processEnvironment(container, user.home, extra);
  const cwd = order.cwd ?? (container.config.WorkingDir || '/');
  const failed = (code: number, reason: string): ExecStart => ({
    kind: 'failed',
    code,
    message: `OCI runtime exec failed: exec failed: unable to start container process: ${reason}`,
  });
  if (!cwd.startsWith('/'))
    return {
      kind: 'failed',
      code: 128,
      message: 'OCI runtime exec failed: exec failed: Cwd must be an absolute path: unknown',
    };
  if (state.run.processes.length >= limits.processes) refuse('internal', FULL);
  const pid = takePid(turn, id, RUNTIME_THREADS);
  const process: Process = {
    pid,
    hostPid: hostPid(container, pid),
    isInit: false,
    argv: order.argv,
    env,
    cwd,
    user: user.name,
    startedAt: turn.state.now,
    activity: { kind: 'reading' },
    output: 'client',
    exec: order.id,
    ...(order.privileged ? { privileged: true } : {}),
  };
  putProcesses(turn, container, state, [...state.run.processes, process]);
  emitContainer(turn, execAction('exec_start', order.argv), container, { execID: order.id });
  const host = hostOf(turn, id, pid, 'client');
  const streams = {
    stdout: { kind: 'stdout' },
    stderr: { kind: 'stderr' },
    stdin: order.stdin,
  } as const;
  const refused = (code: number, reason: string): ExecStart => {
    const current = containerOf(turn, id);
    if (current.state.kind === 'running')
      putProcesses(
        turn,
        current,
        current.state,
        current.state.run.processes.filter((other) => other.pid !== pid),
      );
    return failed(code, reason);
  };
  if (files.get(resolvePath('/', cwd))?.kind !== 'directory')
    return refused(
      127,
      `chdir to cwd ("${cwd}") set in config.json failed: no such file or directory: unknown`,
    );
  const launched = host.launch(
    { argv: order.argv, env, cwd, user: user.name, pid, streams, depth: 0 },
    host,
  );
  if (launched.kind === 'refused')
    return refused(launched.code, executableRefusal(order.argv[0] ?? '', launched.reason));
  if (launched.kind === 'exit') execEnded(turn, id, pid, launched.code);
  else settleStep(turn, id, pid, launched);
  return { kind: 'started', pid };
}
