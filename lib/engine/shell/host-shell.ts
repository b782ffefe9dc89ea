import { advance } from '../advance';
import type { JournalEntry } from '../api/types';
import { Client } from '../cli/client';
import { runDocker } from '../cli/docker';
import { launch, resume } from '../process/kernel';
import type { Launched, LaunchOrder, ProcessHost } from '../process/host';
import { dueAt } from '../process/process';
import { newShell, Shell } from '../process/shell';
import { writeTo } from '../process/streams';
import type { Turn } from '../turn';
import { hostFiles } from './host-files';

const HOME = '/home/learner';
/** What a line printed, with its requests. */
export interface HostRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly journal: readonly JournalEntry[];
}

/** Runs a line at the learner's prompt: a shell whose programs are docker and a few everyday ones. The clock runs while they wait. */
export function runHostLine(turn: Turn, line: string, stdin: string): HostRun {
  let stdout = '';
  let stderr = '';
  const journal: JournalEntry[] = [];
  const docker = (order: LaunchOrder, host: ProcessHost): Launched => {
    const client = new Client(turn, order.streams.stdin ?? '');
    const code = runDocker(client, order.argv.slice(1));
    journal.push(...client.journal);
    if (client.stdout !== '') writeTo(host, order.streams.stdout, client.stdout);
    if (client.stderr !== '') writeTo(host, order.streams.stderr, client.stderr);
    return { kind: 'exit', code };
  };
  let pid = 1000;
  const host: ProcessHost = {
    files: hostFiles(turn),
    get now() {
      return turn.state.now;
    },
    containerId: '',
    hostname: 'docker-vm',
    address: '10.0.2.15',
    kernel: '6.8.0-45-generic',
    processes: () => [],
    write: (stream, text) => {
      if (stream === 'stdout') stdout += text;
      else stderr += text;
    },
    writeMain: (stream, text) => {
      if (stream === 'stdout') stdout += text;
      else stderr += text;
    },
    newPid: () => ++pid,
    kill: () => false,
    refusal: (path) =>
      path.startsWith(`${HOME}/`) || path.startsWith('/tmp/') ? null : 'Permission denied',
    fetch: () => null,
    launch: (order, inner) =>
      order.argv[0] === 'docker' ? docker(order, inner) : launch(order, inner),
    resume,
  };
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin } as const;
  const env = { HOME, PATH: '/usr/bin', USER: 'learner', PWD: HOME, LANG: 'C.UTF-8' };
  const start = {
    flavour: 'bash',
    name: 'bash',
    source: line,
    args: ['bash'],
    env,
    cwd: HOME,
    user: 'learner',
    pid,
    streams,
  } as const;
  let step = new Shell(newShell(start), host).run();
  while (step.kind === 'blocked') {
    const due = dueAt(step.activity);
    if (due === Infinity) return { stdout, stderr, exitCode: 130, journal };
    advance(turn, due);
    step = resume(step.activity, host);
  }
  return { stdout, stderr, exitCode: step.code, journal };
}
