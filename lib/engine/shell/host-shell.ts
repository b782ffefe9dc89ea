import { advance } from '../advance';
import type { HostData } from '../host';
import { spendSlice } from '../limits';
import type { JournalEntry } from '../api/types';
import { Client } from '../cli/client';
import { runDocker } from '../cli/docker';
import { launch, resume } from '../process/kernel';
import { parseAddress } from '../network/address';
import { fetchPage, HOST_ADDRESS, pingAddress } from '../network/connection';
import { HOST_RESOLVER } from '../network/name-files';
import type { Fetched, Launched, LaunchOrder, ProcessHost, Step } from '../process/host';
import { dueAt, type Activity, type Process } from '../process/process';
import { newShell } from '../process/new-shell';
import { accountOf } from '../process/account';
import { forbids } from '../files/permissions';
import { writeTo } from '../process/streams';
import { canonicalJson } from '../digest';
import type { ShellMachine, ShellStreams } from '../process/process';
import { atPrompt, promptText, runTyped, typedBy } from '../process/prompt';
import type { HostShell, Sandbox } from '../state';
import { change, type Turn } from '../turn';
import { dockerWords } from './docker-line';
import { HostFiles } from './host-files';

const FIRST_PID = 1000;

/** What a line printed, with its requests. */
export interface HostRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly journal: readonly JournalEntry[];
}

/** The learner's machine as the kernel of its processes: `docker` is the command line, everything else an everyday program. */
class LearnerHost implements ProcessHost {
  stdout = '';
  stderr = '';
  readonly journal: JournalEntry[] = [];
  readonly files: HostFiles;
  readonly containerId = '';
  readonly hostname: string;
  readonly address = HOST_ADDRESS;
  readonly kernel: string;
  readonly machine: HostData;
  private pid = FIRST_PID;

  constructor(private readonly turn: Turn) {
    this.files = new HostFiles(turn);
    this.machine = turn.world.catalogue.host;
    this.hostname = this.machine.name;
    this.kernel = this.machine.kernel.release;
  }

  get now(): number {
    return this.turn.state.now;
  }

  processes(): readonly Process[] {
    return [];
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    this[stream] += text;
  }

  writeMain(stream: 'stdout' | 'stderr', text: string): void {
    this[stream] += text;
  }

  /** The learner's shell is kept by the line that it runs (`keepShell`). */
  shellEnds(): void {}

  giveWay(): void {
    spendSlice(this.turn.spent);
  }

  /** Nobody sees the words of the learner's own processes. */
  becomes(): void {}

  newPid(): number {
    return ++this.pid;
  }

  kill(): boolean {
    return false;
  }

  refusal(
    path: string,
    user: string,
    action: 'read' | 'write' | 'remove' = 'write',
  ): string | null {
    return forbids(this.files, path, accountOf(this.files, user), action);
  }

  readOnly(): boolean {
    return false;
  }

  may(): boolean {
    return true;
  }

  mounts(): readonly string[] {
    return [];
  }

  groups(): readonly string[] {
    return [];
  }

  limit(): number | null {
    return null;
  }

  readonly resolver = HOST_RESOLVER;

  resolve(name: string): string | null {
    if (parseAddress(name)) return name;
    if (name === this.hostname) return '127.0.1.1';
    return name === 'localhost' ? '127.0.0.1' : null;
  }

  fetch(address: string, port: number, path: string): Fetched {
    return fetchPage(this.turn, '', address, port, path);
  }

  ping(address: string): 'answers' | 'lost' | 'unreachable' {
    return pingAddress(this.turn, '', address);
  }

  launch(order: LaunchOrder, host: ProcessHost): Launched {
    if (order.argv[0] !== 'docker') return launch(order, host);
    return { kind: 'exit', code: this.docker(order, host) };
  }

  resume(activity: Activity, host: ProcessHost): Step {
    return resume(activity, host);
  }

  /** Runs the docker command line; returns its exit code. */
  docker(order: LaunchOrder, host: ProcessHost): number {
    const { stdin, stdout } = order.streams;
    const toScreen = host === this && stdout.kind === 'stdout';
    const client = new Client(
      this.turn,
      stdin ?? '',
      this.turn.state.client.terminal && toScreen,
      order.cwd,
      order.env,
    );
    const code = runDocker(client, order.argv.slice(1));
    this.journal.push(...client.journal);
    if (client.stdout !== '') writeTo(host, order.streams.stdout, client.stdout);
    if (client.stderr !== '') writeTo(host, order.streams.stderr, client.stderr);
    return code;
  }
}

/** The learner's shell as the line before has left it. */
function learnersShell({ state: { client }, world }: Turn, streams: ShellStreams): ShellMachine {
  const { user, environment } = world.catalogue.host;
  const fresh = newShell({
    flavour: 'bash',
    // Off a terminal every line is a script of its own, whose place a complaint tells.
    name: client.terminal ? '-bash' : 'bash: line 1',
    source: '',
    args: ['bash'],
    env: environment,
    cwd: user.home,
    user: user.name,
    pid: FIRST_PID,
    streams,
    interactive: true,
  });
  return client.shell ? { ...fresh, ...client.shell } : fresh;
}

/** Keeps what the shell must remember; a shell that is as it began is not kept. */
function keepShell(
  turn: Turn,
  { cwd, variables, exported, status, sources, functions, unfinished }: ShellMachine,
): void {
  const { user, environment } = turn.world.catalogue.host;
  const names = Object.keys(functions).length;
  const fresh =
    cwd === user.home &&
    status === 0 &&
    names === 0 &&
    unfinished === undefined &&
    (variables === environment || canonicalJson(variables) === canonicalJson(environment));
  if (fresh && turn.state.client.shell === undefined) return;
  const { shell: _before, ...client } = turn.state.client;
  const shell: HostShell = {
    cwd,
    variables,
    exported,
    status,
    sources: names > 0 ? sources : [],
    functions,
    ...(unfinished === undefined ? {} : { unfinished }),
  };
  change(turn).client = fresh ? client : { ...client, shell };
}

/**
 * Runs a line at the learner's prompt: a shell whose programs are docker and a few everyday ones. The clock runs while they wait; its folder, its variables
 * and `$?` last from one line to the next.
 */
export function runHostLine(turn: Turn, line: string, stdin: string): HostRun {
  const host = new LearnerHost(turn);
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin } as const;
  const { client } = turn.state;
  const goesOn = client.terminal && line.endsWith('\\');
  const words = client.shell === undefined && !goesOn ? dockerWords(line) : null;
  if (words !== null) return runDockerLine(turn, host, words, streams);
  let step = typeAtPrompt(turn, learnersShell(turn, streams), line, host);
  while (step.kind === 'blocked' && step.activity.kind !== 'prompt') {
    const due = dueAt(step.activity);
    if (due === Infinity) return runOf(host, 130);
    advance(turn, due);
    if (turn.spent.over !== null) return runOf(host, 130);
    step = resume(step.activity, host);
  }
  if (step.kind === 'exit') return runOf(host, step.code);
  if (step.activity.kind !== 'prompt') return runOf(host, 130);
  const { machine } = step.activity;
  keepShell(turn, machine);
  return runOf(host, machine.status);
}

/**
 * Types a line, or Ctrl-C or Ctrl-D behind one that goes on (the terminal itself deals with those keys at the first prompt). Off a terminal a line is a
 * script of its own and goes on in no other.
 */
function typeAtPrompt(turn: Turn, machine: ShellMachine, line: string, host: ProcessHost): Step {
  if (!turn.state.client.terminal) return runTyped(machine, line, host);
  const { unfinished, ...rest } = machine;
  if (unfinished === undefined) return atPrompt(machine, { kind: 'line', text: line }, host);
  keepShell(turn, rest);
  return atPrompt(machine, typedBy(line), host);
}

/** A call of docker and nothing else, in a shell that is as it began: what the shell itself would do, without the shell. */
function runDockerLine(
  turn: Turn,
  host: LearnerHost,
  argv: readonly string[],
  streams: ShellStreams,
): HostRun {
  const { user, environment } = turn.world.catalogue.host;
  const order = {
    argv,
    env: environment,
    cwd: user.home,
    user: user.name,
    pid: host.newPid(),
    streams,
    depth: 1,
  };
  const code = host.docker(order, host);
  if (code !== 0) keepStatus(turn, code);
  return runOf(host, code);
}

/** Makes what a session in a container ended with `$?` of the learner's shell. */
export function keepStatus(turn: Turn, status: number): void {
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin: '' } as const;
  keepShell(turn, { ...learnersShell(turn, streams), status });
}

/** What stands before the next line that is typed at the learner's own prompt. */
export function hostPrompt(turn: Turn): string {
  const { client } = turn.state;
  const known = prompts.get(client);
  if (known !== undefined) return known;
  const streams = { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin: '' } as const;
  const prompt = promptText(learnersShell(turn, streams), new LearnerHost(turn));
  prompts.set(client, prompt);
  return prompt;
}

/** The prompt follows from what the command line keeps, which most commands leave alone. */
const prompts = new WeakMap<Sandbox['client'], string>();

function runOf({ stdout, stderr, journal }: LearnerHost, exitCode: number): HostRun {
  return { stdout, stderr, exitCode, journal };
}
