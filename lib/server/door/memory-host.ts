import 'server-only';
import { passTime, type ApiRequest, type Command, type Sandbox, type World } from '@/lib/engine';
import type { DoorClock } from './door-clock';
import type { Moment, SandboxHandle, SandboxHost } from './sandbox-host';
import { stepSandbox } from './step-sandbox';

/** What one sandbox in memory begins with. */
export interface MemoryOptions {
  readonly world: World;
  readonly sandbox: Sandbox;
  readonly clock: DoorClock;
}

/** One sandbox that lives as long as the process. */
export class MemoryHost implements SandboxHost {
  readonly keyed = false;
  readonly sign = null;
  readonly handle: MemoryHandle;

  constructor(options: MemoryOptions) {
    this.handle = new MemoryHandle(options);
  }

  open(): ReturnType<SandboxHost['open']> {
    return Promise.resolve({ kind: 'open', handle: this.handle });
  }
}

/** The sandbox of a `MemoryHost`. */
export class MemoryHandle implements SandboxHandle {
  readonly id = 'open';
  readonly world: World;
  readonly clock: DoorClock;
  readonly lookEvery = Infinity;
  /** The state as it is; a caller of tests may put another in its place between two requests. */
  sandbox: Sandbox;
  /** Requests belong to this command while it is set, and make their ids as the parts of one command line do. */
  command: Command | undefined;
  private readonly listeners = new Set<(moment: Moment) => void>();
  /** The simulated clock less that of the door. */
  private offset: number;

  constructor({ world, sandbox, clock }: MemoryOptions) {
    this.world = world;
    this.sandbox = sandbox;
    this.clock = clock;
    this.offset = sandbox.now - clock.now();
  }

  present(): number {
    return this.clock.now() + this.offset;
  }

  send(request: ApiRequest): ReturnType<SandboxHandle['send']> {
    const sent = stepSandbox(this.sandbox, this.present(), request, this.world, this.command);
    this.take(sent);
    return Promise.resolve(sent);
  }

  look(): Promise<Sandbox> {
    const present = this.present();
    if (present > this.sandbox.now) {
      this.take(passTime(this.sandbox, present, this.world, this.command));
      // A clock that could not be brought to the present (lib/engine/limits.ts) goes on from where it is.
      if (this.sandbox.now < present) this.offset -= present - this.sandbox.now;
    }
    return Promise.resolve(this.sandbox);
  }

  watch(listener: (moment: Moment) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private take(moment: Moment): void {
    this.sandbox = moment.sandbox;
    for (const listener of [...this.listeners]) listener(moment);
  }
}
