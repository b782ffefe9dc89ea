import { FULL, limits, spendProgram, spendSlice } from '../limits';
import type { HostData } from '../host';
import { launch, resume } from '../process/kernel';
import type { Fetched, Launched, ProcessHost, Step } from '../process/host';
import type { Activity, LaunchOrder, Orphan, Process, ShellMachine } from '../process/process';
import { fetchPage, HOST_ADDRESS, pingAddress } from '../network/connection';
import { cardsOf, HOST_CARD, type Card } from '../network/cards';
import { networkOwner } from '../network/endpoints';
import { resolverOf } from '../network/name-files';
import { resolveAll, resolveName } from '../network/resolve-name';
import type { Container } from '../state';
import { withProcess } from '../draft';
import { containerOf, type Turn } from '../turn';
import { forbids } from '../files/permissions';
import { numberOf, processTree } from '../process/process-tree';
import { accountOf } from '../process/account';
import { capabilitiesOf } from './capabilities';
import { mountOf, rootFiles } from './container-files';
import { realMount } from './real-mount';
import { setOf } from './resources';
import { isReadOnly, tmpfsForbidsPrograms } from './tmpfs';
import { roomAt } from './tmpfs-room';
import { processesAround, runOf } from './pid-space';
import { takePid } from './pids';
import { hostPid, putProcesses } from './processes';
import type { RootFiles } from '../files/root-files';

/** Where one process's output goes. */
type OutputSink = 'log' | 'client';

/** The simulated kernel as one process of a container sees it. `killer` sends a signal to another of its processes. */
export class ContainerHost implements ProcessHost {
  readonly files: RootFiles;
  readonly now: number;
  /** Whether its output is a terminal, once somebody has asked: that never changes. */
  private ttyKnown: boolean | null = null;

  constructor(
    private readonly turn: Turn,
    readonly containerId: string,
    private readonly pid: number,
    private readonly output: OutputSink,
    private readonly killer: (turn: Turn, id: string, pid: number, signal: string) => boolean,
  ) {
    this.files = rootFiles(turn, containerId, pid);
    this.now = turn.state.now;
  }

  get hostname(): string {
    return (
      containerOf(this.turn, this.containerId).config.Hostname || this.containerId.slice(0, 12)
    );
  }

  /** The container whose network this one is in. */
  private get owner(): Container {
    const own = containerOf(this.turn, this.containerId);
    return networkOwner(this.turn.state, own) ?? own;
  }

  get address(): string {
    const { hostConfig, state } = this.owner;
    if (hostConfig.NetworkMode === 'host') return HOST_ADDRESS;
    const run = state.kind === 'running' || state.kind === 'paused' ? state.run : null;
    return run?.address || run?.endpoints[0]?.address || '';
  }

  cards(): readonly Card[] {
    const { owner } = this;
    return owner.hostConfig.NetworkMode === 'host' ? [HOST_CARD] : cardsOf(this.turn.state, owner);
  }

  get kernel(): string {
    return this.turn.world.rules.containerSharesKernel()
      ? this.machine.kernel.release
      : `5.15.0-${this.containerId.slice(0, 4)}`;
  }

  get machine(): HostData {
    return this.turn.world.catalogue.host;
  }

  processes(): readonly Process[] {
    return processesAround(this.turn.state, this.containerId);
  }

  private get own(): readonly Process[] {
    return runOf(this.turn.state, this.containerId)?.processes ?? [];
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    // A terminal has one output.
    const shown = stream === 'stderr' && this.terminal ? 'stdout' : stream;
    this.record(this.output === 'log', shown, text);
  }

  writeMain(stream: 'stdout' | 'stderr', text: string): void {
    this.record(true, stream, text);
  }

  private record(toLog: boolean, stream: 'stdout' | 'stderr', text: string): void {
    const { turn, containerId, pid } = this;
    const at = turn.state.now;
    const { spent } = turn;
    spent.outputCharacters += text.length;
    if (
      turn.output.length >= limits.outputPieces ||
      spent.outputCharacters > limits.outputCharacters
    ) {
      spent.over ??= `the simulated host stops here: a command writes at most ${limits.outputPieces} pieces and ${limits.outputCharacters} characters`;
      return;
    }
    turn.output.push({ at, stream, text, container: containerId, pid: toLog ? 1 : pid });
  }

  adopt({ pid, argv, env, cwd, user, activity, silent }: Orphan): void {
    const container = containerOf(this.turn, this.containerId);
    const { state } = container;
    if (state.kind !== 'running') return;
    const { processes } = state.run;
    if (processes.some((other) => other.pid === pid)) return;
    if (processes.length >= limits.processes) {
      this.turn.spent.over ??= FULL;
      return;
    }
    const orphan: Process = {
      pid,
      hostPid: hostPid(container, pid),
      isInit: false,
      argv,
      env,
      cwd,
      user,
      startedAt: this.now,
      activity,
      output: this.output,
      ...(silent ? {} : { voice: this.pid }),
    };
    putProcesses(this.turn, container, state, [...processes, orphan]);
  }

  shellEnds(machine: ShellMachine): void {
    if (machine.pid === 1) this.turn.shells?.set(this.containerId, machine);
  }

  giveWay(): void {
    spendSlice(this.turn.spent);
  }

  begin(): boolean {
    return spendProgram(this.turn.spent);
  }

  becomes(pid: number, argv: readonly string[]): void {
    const container = containerOf(this.turn, this.containerId);
    const { state } = container;
    if (state.kind !== 'running') return;
    const processes = state.run.processes.map((process) =>
      numberOf(process) === pid ? withProcess(process, process.activity, argv) : process,
    );
    putProcesses(this.turn, container, state, processes);
  }

  newPid(): number {
    return takePid(this.turn, this.containerId);
  }

  kill(pid: number, signal: string): boolean {
    return this.killer(this.turn, this.containerId, pid, signal);
  }

  refusal(
    path: string,
    user: string,
    action: 'read' | 'write' | 'remove' = 'write',
  ): string | null {
    if (action !== 'read' && this.readOnly(path)) return 'Read-only file system';
    if (isRoot(user)) return null;
    return forbids(this.files, path, accountOf(this.files, user), action);
  }

  readOnly(path: string): boolean {
    const real = this.files.real(path);
    if (/^\/(?:proc|sys)\//.test(real)) return true;
    const container = containerOf(this.turn, this.containerId);
    const mount = mountOf(container, real);
    if (mount) {
      const real = realMount(this.turn.state.volumes, container, mount);
      return real.kind === 'tmpfs' ? isReadOnly(real) : real.readonly;
    }
    return container.hostConfig.ReadonlyRootfs === true && !/^\/dev(?:\/|$)/.test(real);
  }

  may(capability: string): boolean {
    return capabilitiesOf(containerOf(this.turn, this.containerId).hostConfig).has(capability);
  }

  mounts(): readonly string[] {
    return containerOf(this.turn, this.containerId).mounts.map((mount) => mount.path);
  }

  groups(): readonly string[] {
    const added = containerOf(this.turn, this.containerId).hostConfig['GroupAdd'];
    return Array.isArray(added) ? added.map(String) : [];
  }

  limit(name: string, hard = false): number | null {
    const limits = containerOf(this.turn, this.containerId).hostConfig['Ulimits'];
    const found = (Array.isArray(limits) ? (limits as readonly Ulimit[]) : []).find(
      (each) => each.Name === name,
    );
    return (hard ? found?.Hard : found?.Soft) ?? null;
  }

  processors(): number {
    const { CpusetCpus: set } = containerOf(this.turn, this.containerId).hostConfig;
    const named = typeof set === 'string' && set !== '' ? setOf(set) : [];
    return typeof named === 'string' || named.length === 0 ? this.machine.cpus.count : named.length;
  }

  mayFork(pid: number, more: number): boolean {
    const { PidsLimit: most } = containerOf(this.turn, this.containerId).hostConfig;
    if (typeof most !== 'number' || most <= 0) return true;
    const others = this.own.filter((process) => numberOf(process) !== pid);
    return processTree(others).length + 1 + more < most;
  }

  get terminal(): boolean {
    return (this.ttyKnown ??= this.hasTty());
  }

  private hasTty(): boolean {
    const { turn, containerId, pid } = this;
    if (pid === 1) return containerOf(turn, containerId).config.Tty === true;
    const exec = this.own.find((process) => process.pid === pid)?.exec ?? '';
    return turn.state.execs.get(exec)?.tty === true;
  }

  get screen(): boolean {
    return this.terminal;
  }

  room(path: string): number {
    const { turn, containerId, files, machine } = this;
    return roomAt(turn.state, containerOf(turn, containerId), files, path, machine.memory);
  }

  noExec(path: string): boolean {
    const mount = mountOf(containerOf(this.turn, this.containerId), path);
    return mount?.kind === 'tmpfs' && tmpfsForbidsPrograms(mount);
  }

  get resolver(): string {
    return resolverOf(this.owner);
  }

  resolve(name: string): string | null {
    return resolveName(this.turn, this.containerId, name);
  }

  addressesOf(name: string): readonly string[] {
    return resolveAll(this.turn, this.containerId, name);
  }

  fetch(address: string, port: number, path: string): Fetched {
    return fetchPage(this.turn, this.containerId, address, port, path);
  }

  ping(address: string): 'answers' | 'lost' | 'unreachable' {
    return pingAddress(this.turn, this.containerId, address);
  }

  launch(order: LaunchOrder, host: ProcessHost): Launched {
    return launch(order, host);
  }

  resume(activity: Activity, host: ProcessHost): Step {
    return resume(activity, host);
  }
}

interface Ulimit {
  readonly Name: string;
  readonly Soft: number;
  readonly Hard: number;
}

function isRoot(user: string): boolean {
  return user === '' || user === 'root' || user === '0' || /^(?:root|0):/.test(user);
}
