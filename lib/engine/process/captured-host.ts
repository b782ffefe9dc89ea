import type { RootFiles } from '../files/root-files';
import type { HostData } from '../host';
import type { Card } from '../network/cards';
import type { Fetched, Launched, ProcessHost, Step } from './host';
import type { Activity, LaunchOrder, Process, ShellMachine, Orphan } from './process';

/** The kernel of a process whose output somebody collects; in all else the kernel around it, at the moment it was made. */
export class CapturedHost implements ProcessHost {
  readonly now: number;
  readonly around?: ProcessHost | undefined;

  constructor(
    private readonly outer: ProcessHost,
    private readonly collect: (stream: 'stdout' | 'stderr', text: string) => void,
    /** What it sees of the files, where that is not the same. */
    private readonly seen: RootFiles | null = null,
  ) {
    this.now = outer.now;
    // Who only sees other files writes where the one around it does.
    this.around = seen === null ? outer : outer.around;
  }

  get files(): RootFiles {
    return this.seen ?? this.outer.files;
  }

  get containerId(): string {
    return this.outer.containerId;
  }

  get hostname(): string {
    return this.outer.hostname;
  }

  get address(): string {
    return this.outer.address;
  }

  cards(): readonly Card[] {
    return this.outer.cards();
  }

  get kernel(): string {
    return this.outer.kernel;
  }

  get machine(): HostData {
    return this.outer.machine;
  }

  processes(): readonly Process[] {
    return this.outer.processes();
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    this.collect(stream, text);
  }

  writeMain(stream: 'stdout' | 'stderr', text: string): void {
    this.outer.writeMain(stream, text);
  }

  adopt(orphan: Orphan): void {
    this.outer.adopt({ ...orphan, silent: true });
  }

  shellEnds(machine: ShellMachine): void {
    this.outer.shellEnds(machine);
  }

  giveWay(): void {
    this.outer.giveWay();
  }

  begin(): boolean {
    return this.outer.begin();
  }

  becomes(pid: number, argv: readonly string[]): void {
    this.outer.becomes(pid, argv);
  }

  newPid(): number {
    return this.outer.newPid();
  }

  kill(pid: number, signal: string): boolean {
    return this.outer.kill(pid, signal);
  }

  refusal(path: string, user: string, action?: 'read' | 'write' | 'remove'): string | null {
    return this.outer.refusal(path, user, action);
  }

  readOnly(path: string): boolean {
    return this.outer.readOnly(path);
  }

  may(capability: string): boolean {
    return this.outer.may(capability);
  }

  mounts(): readonly string[] {
    return this.outer.mounts();
  }

  groups(): readonly string[] {
    return this.outer.groups();
  }

  limit(name: string, hard?: boolean): number | null {
    return this.outer.limit(name, hard);
  }

  processors(): number {
    return this.outer.processors();
  }

  mayFork(pid: number, more: number): boolean {
    return this.outer.mayFork(pid, more);
  }

  readonly screen = false;

  get terminal(): boolean {
    return this.outer.terminal;
  }

  room(path: string): number {
    return this.outer.room(path);
  }

  noExec(path: string): boolean {
    return this.outer.noExec(path);
  }

  get resolver(): string {
    return this.outer.resolver;
  }

  resolve(name: string): string | null {
    return this.outer.resolve(name);
  }

  addressesOf(name: string): readonly string[] {
    return this.outer.addressesOf(name);
  }

  fetch(address: string, port: number, path: string): Fetched {
    return this.outer.fetch(address, port, path);
  }

  ping(address: string): 'answers' | 'lost' | 'unreachable' {
    return this.outer.ping(address);
  }

  launch(order: LaunchOrder, host: ProcessHost): Launched {
    return this.outer.launch(order, host);
  }

  resume(activity: Activity, host: ProcessHost): Step {
    return this.outer.resume(activity, host);
  }
}
