import { advance } from '../advance';
import type { JournalEntry } from '../api/types';
import type { RootFiles } from '../container/root-files';
import { Client } from '../cli/client';
import { runDocker } from '../cli/docker';
import type { FileEntry } from '../filesystem';
import { launch, resume } from '../process/kernel';
import type { Launched, LaunchOrder, ProcessHost } from '../process/host';
import { dueAt } from '../process/process';
import { newShell, Shell } from '../process/shell';
import { writeTo } from '../process/streams';
import { without, type Turn } from '../turn';

const HOME = '/home/learner';
const PROGRAMS = ['cat', 'chmod', 'cp', 'date', 'echo', 'env', 'false', 'find', 'grep', 'head', 'hostname', 'id', 'ls', 'mkdir', 'mv', 'printf', 'pwd', 'rm', 'rmdir', 'seq', 'sleep', 'sort', 'tail', 'tee', 'test', 'touch', 'true', 'uniq', 'wc', 'whoami'];
const PASSWD = 'root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000:learner:/home/learner:/bin/bash\n';

/** What a line printed, with its requests. */
export interface HostRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly journal: readonly JournalEntry[];
}

/** Files of the machine that stand in no state: the programs, the accounts. */
function systemFile(path: string): FileEntry | null {
  const name = path.startsWith('/usr/bin/') ? path.slice('/usr/bin/'.length) : '';
  if (PROGRAMS.includes(name) || name === 'docker') return { kind: 'program', program: name, size: 1 };
  if (path === '/etc/passwd') return { kind: 'text', text: PASSWD };
  if (path === '/etc/group') return { kind: 'text', text: 'root:x:0:\nlearner:x:1000:\n' };
  return ['/', '/home', HOME, '/tmp', '/etc', '/usr', '/usr/bin'].includes(path) ? { kind: 'directory' } : null;
}

/** The learner's own machine as a process sees it: the home folder and a few programs. */
function hostFiles(turn: Turn): RootFiles {
  const own = (): Readonly<Record<string, FileEntry>> =>
    turn.state.client.files as Readonly<Record<string, FileEntry>>;
  const save = (files: Readonly<Record<string, FileEntry>>): void => {
    turn.state = { ...turn.state, client: { ...turn.state.client, files } };
  };
  const list = (path: string): readonly string[] => {
    const prefix = path === '/' ? '/' : `${path}/`;
    const names = new Set<string>();
    for (const other of Object.keys(own()))
      if (other.startsWith(prefix)) names.add(other.slice(prefix.length).split('/')[0] ?? '');
    return [...names].sort();
  };
  return {
    get: (path) => own()[path] ?? systemFile(path) ?? (list(path).length > 0 ? { kind: 'directory' } : null),
    list,
    put: (path, entry) => save({ ...own(), [path]: entry }),
    remove: (path) => {
      let files = own();
      for (const other of Object.keys(files)) if (other === path || other.startsWith(`${path}/`)) files = without(files, other);
      save(files);
    },
  };
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
    refusal: (path) => (path.startsWith(`${HOME}/`) || path.startsWith('/tmp/') ? null : 'Permission denied'),
    fetch: () => null,
    launch: (order, inner) => (order.argv[0] === 'docker' ? docker(order, inner) : launch(order, inner)),
    resume,
  };
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin } as const;
  const env = { HOME, PATH: '/usr/bin', USER: 'learner', PWD: HOME, LANG: 'C.UTF-8' };
  const start = { flavour: 'bash', name: 'bash', source: line, args: ['bash'], env, cwd: HOME, user: 'learner', pid, streams } as const;
  let step = new Shell(newShell(start), host).run();
  while (step.kind === 'blocked') {
    const due = dueAt(step.activity);
    if (due === Infinity) return { stdout, stderr, exitCode: 130, journal };
    advance(turn, due);
    step = resume(step.activity, host);
  }
  return { stdout, stderr, exitCode: step.code, journal };
}

