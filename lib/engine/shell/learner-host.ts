import type { JournalEntry } from '../api/types';
import { Client, InFront, type Resumed } from '../cli/client';
import { runDocker } from '../cli/docker';
import { killContainer } from '../container/kill';
import { forbids } from '../files/permissions';
import type { HostData } from '../host';
import { spendProgram, spendSlice } from '../limits';
import { parseAddress } from '../network/address';
import { HOST_CARD, type Card } from '../network/cards';
import { fetchPage, HOST_ADDRESS, pingAddress } from '../network/connection';
import { HOST_RESOLVER } from '../network/name-files';
import { accountOf } from '../process/account';
import type { Fetched, Launched, ProcessHost, Step } from '../process/host';
import { launch, resume } from '../process/kernel';
import type { Activity, LaunchOrder, Process } from '../process/process';
import { writeTo } from '../process/streams';
import type { CommandSession, Session } from '../state';
import type { Beside, Turn } from '../turn';
import { curlSocket, speaksToSocket } from './curl-socket';
import { DockerJobs, type JobHost } from './docker-jobs';
import { HostFiles } from './host-files';

export const FIRST_PID = 1000;
const NOTHING_TYPED = { answers: [], since: null } as const;
const UNASKED = { kind: 'command', asks: null, answers: [], since: null } as const;
/** How `timeout` tells that the time was over. */
const TIMED_OUT = 124;
const NOTHING_PRINTED = { stdout: 0, stderr: 0 } as const;

/** The learner's machine as the kernel of its processes: `docker` is the command line, everything else an everyday program. */
export class LearnerHost implements ProcessHost {
  stdout = '';
  stderr = '';
  /** Both, in the order in which somebody sees them who sits at the terminal. */
  shown = '';
  readonly journal: JournalEntry[] = [];
  /** What the terminal stands in front of when the shell waits for the docker command line. */
  inFront: Session | null = null;
  readonly files: HostFiles;
  readonly containerId = '';
  readonly hostname: string;
  readonly address = HOST_ADDRESS;
  readonly kernel: string;
  readonly machine: HostData;
  private pid = FIRST_PID;
  /** What a script has left in the background. */
  readonly jobs: DockerJobs;

  constructor(private readonly turn: Turn) {
    this.jobs = new DockerJobs(turn);
    for (const { pid } of turn.state.client.shell?.jobs ?? []) this.pid = Math.max(this.pid, pid);
    this.files = new HostFiles(turn);
    this.machine = turn.world.catalogue.host;
    this.hostname = this.machine.name;
    this.kernel = this.machine.kernel.release;
  }

  cards(): readonly Card[] {
    return [HOST_CARD];
  }

  get now(): number {
    return this.turn.state.now;
  }

  processes(): readonly Process[] {
    return [];
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    this[stream] += text;
    if (this.turn.attended) this.shown += text;
  }

  writeMain(stream: 'stdout' | 'stderr', text: string): void {
    this.write(stream, text);
  }

  /** No server runs on the learner's host. */
  adopt(): void {}

  /** The learner's shell is kept by the line that it runs (`keepShell`). */
  shellEnds(): void {}

  giveWay(): void {
    spendSlice(this.turn.spent);
  }

  begin(): boolean {
    return spendProgram(this.turn.spent);
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

  processors(): number {
    return this.machine.cpus.count;
  }

  mayFork(): boolean {
    return true;
  }

  readonly terminal = false;

  get screen(): boolean {
    return this.turn.state.client.terminal;
  }

  room(): number {
    return Infinity;
  }

  noExec(): boolean {
    return false;
  }

  readonly resolver = HOST_RESOLVER;

  resolve(name: string): string | null {
    if (parseAddress(name)) return name;
    if (name === this.hostname) return '127.0.1.1';
    return name === 'localhost' ? '127.0.0.1' : null;
  }

  addressesOf(name: string): readonly string[] {
    const address = this.resolve(name);
    return address === null ? [] : [address];
  }

  fetch(address: string, port: number, path: string): Fetched {
    return fetchPage(this.turn, '', address, port, path);
  }

  ping(address: string): 'answers' | 'lost' | 'unreachable' {
    return pingAddress(this.turn, '', address);
  }

  besides(jobs: Beside | null): void {
    this.turn.beside = jobs;
  }

  launch(order: LaunchOrder, host: ProcessHost): Launched {
    if (speaksToSocket(order.argv)) return this.curl(order, host);
    if (order.argv[0] !== 'docker') return launch(order, host);
    if (order.deadline !== undefined && !this.turn.attended)
      return this.dockerUntil(order, host, order.deadline);
    if (host !== this) return this.docker(order, host);
    if (!order.background) return this.docker(order, host);
    return this.turn.attended
      ? this.dockerBehind(order, NOTHING_PRINTED)
      : this.dockerInScript(order, this);
  }

  /** Runs a `curl` that asks the engine itself, without the docker command line and its settings. */
  private curl(order: LaunchOrder, host: ProcessHost): Step {
    const toTerminal =
      this.turn.state.client.terminal && host === this && order.streams.stdout.kind === 'stdout';
    const client = this.clientFor({ ...order, env: {} }, toTerminal, null);
    const code = curlSocket(client, order.argv);
    this.journal.push(...client.journal);
    this.tell(client, order, host);
    return { kind: 'exit', code };
  }

  resume(activity: Activity, host: ProcessHost): Step {
    if (activity.kind !== 'in-front') return resume(activity, host);
    const { order, printed, job } = activity;
    if (job !== undefined) return this.jobs.resume(job, this.jobHost(this));
    return order === undefined
      ? resume(activity, host)
      : this.dockerBehind(order, printed ?? NOTHING_PRINTED);
  }

  /** Runs the docker command line in the background of a script; it is left waiting where it would stay. */
  private dockerInScript(order: LaunchOrder, host: ProcessHost): Step {
    const client = this.clientFor(order, false, { answers: [], since: null });
    const step = this.withoutAwaiting(() => {
      try {
        return { kind: 'exit', code: runDocker(client, order.argv) } as const;
      } catch (failure) {
        if (!(failure instanceof InFront)) throw failure;
        const { session, awaited } = failure;
        if (awaited) return this.jobs.await(order, awaited);
        return session.kind === 'process'
          ? this.jobs.follow(order, session)
          : this.jobs.watch(order, this.jobHost(host));
      }
    });
    this.tell(client, order, host);
    return step;
  }

  /** Runs something for which the clock does not run. */
  private withoutAwaiting<T>(run: () => T): T {
    this.turn.awaits = false;
    const result = run();
    this.turn.awaits = true;
    return result;
  }

  private jobHost(host: ProcessHost): JobHost {
    return {
      write: ({ streams }, stream, text) => {
        writeTo(host, streams[stream], text);
      },
      begin: (order) => this.dockerInScript(order, host),
      rerun: (order, since) => {
        const client = this.clientFor(order, false, { answers: [], since });
        const goesOn = this.withoutAwaiting(() => {
          try {
            runDocker(client, order.argv);
            return false;
          } catch (failure) {
            if (failure instanceof InFront) return true;
            throw failure;
          }
        });
        return { stdout: client.stdout, goesOn };
      },
    };
  }

  /** Runs the docker command line as `timeout` does, which ends it at a moment. */
  private dockerUntil(order: LaunchOrder, host: ProcessHost, deadline: number): Step {
    const step = this.dockerInScript(order, host);
    const code = this.jobs.runUntil(step, deadline, this.jobHost(host), (id) => {
      killContainer(this.turn, id, 'TERM');
    });
    return { kind: 'exit', code: code ?? TIMED_OUT };
  }

  private clientFor(
    { cwd, env, streams }: LaunchOrder,
    toTerminal: boolean,
    resumed: Resumed | null,
  ): Client {
    return new Client(this.turn, streams.stdin ?? '', toTerminal, cwd, env, resumed);
  }

  private tell(client: Client, { streams }: LaunchOrder, host: ProcessHost): void {
    if (client.stdout !== '') writeTo(host, streams.stdout, client.stdout);
    if (client.stderr !== '') writeTo(host, streams.stderr, client.stderr);
  }

  /** Runs the docker command line, again when it has waited at the terminal (`before`). */
  docker(order: LaunchOrder, host: ProcessHost, before: CommandSession | null = null): Step {
    const { stdin, stdout, stderr } = order.streams;
    const toScreen = host === this && stdout.kind === 'stdout';
    const watched = this.turn.attended && toScreen && stderr.kind === 'stderr' && stdin === '';
    const client = this.clientFor(
      order,
      this.turn.state.client.terminal && toScreen,
      watched ? (before ?? NOTHING_TYPED) : null,
    );
    const step = this.run(client, order, before);
    this.journal.push(...client.journal);
    if (watched) this.show(client, before?.since === null ? before.printed : NOTHING_PRINTED);
    else this.tell(client, order, host);
    return step;
  }

  /** Runs the docker command line in the background, again when it has waited: it gets no answer, and the clock does not run for it. */
  private dockerBehind(order: LaunchOrder, printed: CommandSession['printed']): Step {
    const { inFront } = this;
    this.turn.awaits = false;
    const step = this.docker(order, this, { ...UNASKED, order, printed });
    this.turn.awaits = true;
    const session = this.inFront;
    this.inFront = inFront;
    if (step.kind === 'exit' || session?.kind !== 'command' || session.asks !== null) return step;
    return {
      kind: 'blocked',
      activity: { kind: 'in-front', order, printed: session.printed },
    };
  }

  /** Writes what the docker command line has printed behind what stands on the screen already. */
  private show(client: Client, printed: CommandSession['printed']): void {
    this.stdout += client.stdout.slice(printed.stdout);
    this.stderr += client.stderr.slice(printed.stderr);
    this.shown += client.shown.slice(printed.stdout + printed.stderr);
  }

  private run(client: Client, order: LaunchOrder, before: CommandSession | null): Step {
    try {
      return { kind: 'exit', code: runDocker(client, order.argv) };
    } catch (failure) {
      if (!(failure instanceof InFront)) throw failure;
      const { session } = failure;
      this.inFront =
        session.kind === 'process'
          ? session
          : {
              ...session,
              order,
              answers: before?.answers ?? [],
              printed: { stdout: client.stdout.length, stderr: client.stderr.length },
            };
      return { kind: 'blocked', activity: { kind: 'in-front' } };
    }
  }
}
