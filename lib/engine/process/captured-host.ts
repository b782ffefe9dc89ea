import type { RootFiles } from '../files/root-files';
import type { Launched, LaunchOrder, ProcessHost, Step } from './host';
import type { Activity, Process } from './process';

/** The kernel of a process whose output somebody collects; in all else the kernel around it, at the moment it was made. */
export class CapturedHost implements ProcessHost {
  readonly now: number;

  constructor(
    private readonly outer: ProcessHost,
    private readonly collect: (stream: 'stdout' | 'stderr', text: string) => void,
  ) {
    this.now = outer.now;
  }

  get files(): RootFiles {
    return this.outer.files;
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

  get kernel(): string {
    return this.outer.kernel;
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

  newPid(): number {
    return this.outer.newPid();
  }

  kill(pid: number, signal: string): boolean {
    return this.outer.kill(pid, signal);
  }

  refusal(path: string, user: string): string | null {
    return this.outer.refusal(path, user);
  }

  fetch(host: string, port: number, path: string): string | null {
    return this.outer.fetch(host, port, path);
  }

  launch(order: LaunchOrder, host: ProcessHost): Launched {
    return this.outer.launch(order, host);
  }

  resume(activity: Activity, host: ProcessHost): Step {
    return this.outer.resume(activity, host);
  }
}
