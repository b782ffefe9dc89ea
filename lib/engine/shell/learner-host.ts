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
import type { Beside, Turn } from '../turn';
import { speaksToSocket } from './curl-socket';
import { DockerProgram } from './docker-program';
import { HostFiles } from './host-files';

export const FIRST_PID = 1000;

/** The learner's machine as the kernel of its processes: `docker` is the command line, everything else an everyday program. */
export class LearnerHost implements ProcessHost {
  stdout = '';
  stderr = '';
  /** Both, in the order in which somebody sees them who sits at the terminal. */
  shown = '';
  readonly files: HostFiles;
  readonly containerId = '';
  readonly hostname: string;
  readonly address = HOST_ADDRESS;
  readonly kernel: string;
  readonly machine: HostData;
  private pid = FIRST_PID;
  readonly docker: DockerProgram;

  constructor(private readonly turn: Turn) {
    this.docker = new DockerProgram(turn, this);
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
    if (speaksToSocket(order.argv)) return this.docker.curl(order, host);
    return order.argv[0] === 'docker' ? this.docker.launch(order, host) : launch(order, host);
  }

  resume(activity: Activity, host: ProcessHost): Step {
    const step = activity.kind === 'in-front' ? this.docker.resume(activity) : null;
    return step ?? resume(activity, host);
  }
}
