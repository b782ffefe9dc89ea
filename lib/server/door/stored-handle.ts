import 'server-only';
import { randomUUID } from 'node:crypto';
import { passTime, send, type ApiRequest, type Sandbox, type World } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { changeSandbox } from '@/lib/server/sandbox/change-sandbox';
import { lookAtSandbox } from '@/lib/server/sandbox/look-at-sandbox';
import { waitedSince } from '@/lib/server/sandbox/run-command';
import { requestStep } from '@/lib/server/sandbox/run-step';
import type { StoredSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { jumpingClock, wallClock, type DoorClock, type JumpingClock } from './door-clock';
import { momentBetween } from './moment-between';
import type { DoorSent, Moment, SandboxHandle } from './sandbox-host';

/** The terminal of the page is another process: what is done there is seen after so many milliseconds. */
const LOOK_EVERY = 1_000;

/** Reading changes nothing, unless the engine tells an event of it (a copy, an export). */
function onlyReads({ method, path }: ApiRequest): boolean {
  return method === 'GET' || method === 'HEAD' || /\/(wait|resize)$/.test(path);
}

/**
 * A learner's sandbox in the database. Its clock is that of the wall in free play, where time passes whether anybody asks or not: it is not stored as long as
 * nothing is changed, because what it brings follows from the state. The clock of a question stands still and jumps when somebody waits; a jump is an entry of
 * the journal.
 */
export class StoredHandle implements SandboxHandle {
  readonly lookEvery = LOOK_EVERY;
  readonly clock: DoorClock;
  private readonly jumps: JumpingClock | null;
  private readonly listeners = new Set<(moment: Moment) => void>();
  /** What the listeners have been told of last. */
  private told: Sandbox;
  /** The version of the sandbox that it belongs to. */
  private toldOf = -1;
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly id: string,
    private readonly learnerId: string,
    readonly world: World,
    private stored: StoredSandbox,
  ) {
    this.jumps = stored.kind === 'free' ? null : jumpingClock(stored.state.now);
    this.clock = this.jumps ?? wallClock;
    this.told = stored.state;
  }

  /** Null: the sandbox is no more. */
  static async open(id: string, learnerId: string, world: World): Promise<StoredHandle | null> {
    try {
      return new StoredHandle(id, learnerId, world, await lookAtSandbox(learnerId, id));
    } catch (failure) {
      if (failure instanceof AppError) return null;
      throw failure;
    }
  }

  get isWatched(): boolean {
    return this.listeners.size > 0;
  }

  present(): number {
    if (this.jumps) return Math.max(this.jumps.now(), this.stored.state.now);
    return this.stored.state.now + waitedSince(this.stored, now());
  }

  look(): Promise<Sandbox> {
    return this.inTurn(() => this.lookNow());
  }

  send(request: ApiRequest): Promise<DoorSent> {
    return this.inTurn(() => this.sendNow(request));
  }

  /** One after the other, so that the listeners are told in the order in which things happen. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined); // whoever has asked is told
    return done;
  }

  private async lookNow(): Promise<Sandbox> {
    this.stored = await lookAtSandbox(this.learnerId, this.id);
    const { state } = this.stored;
    const present = this.present();
    if (this.jumps && present > state.now) return this.jump(present);
    this.jumps?.moveTo(state.now);
    // What this process has passed already is not passed again; where the stored state is another one, it is.
    const from = this.told.now >= state.now && this.isSame ? this.told : state;
    const passed = passTime(from, present, this.world);
    this.tell(from === this.told ? passed : momentBetween(this.told, passed.sandbox));
    this.toldOf = this.stored.version;
    return passed.sandbox;
  }

  private get isSame(): boolean {
    return this.toldOf === this.stored.version;
  }

  /** Lets the clock of a question go on, as an entry of the journal. */
  private async jump(present: number): Promise<Sandbox> {
    const done: { moment: Moment | null } = { moment: null };
    await this.change((state) => {
      const wait = Math.max(0, present - state.now);
      const passed = passTime(state, present, this.world);
      done.moment = passed;
      return {
        sandbox: passed.sandbox,
        entry: { input: { kind: 'wait', wait }, requests: [] },
        result: null,
      };
    });
    if (done.moment) this.tell(done.moment);
    return this.told;
  }

  private async sendNow(request: ApiRequest): Promise<DoorSent> {
    const state = await this.lookNow();
    if (onlyReads(request)) {
      const read = send(state, request, this.world);
      if (read.sandbox === state) return { ...read, took: 0 };
    }
    const done: { sent: DoorSent | null } = { sent: null };
    await this.change((current, { now: at, sandbox }) => {
      const wait = waitedSince(sandbox, at);
      const step = requestStep(current, request, wait, this.world);
      done.sent = { ...step.sent, took: step.sent.sandbox.now - (current.now + wait) };
      return step;
    });
    const { sent } = done;
    if (sent === null) throw new Error(`the request ${request.path} was not carried out`);
    this.jumps?.moveTo(sent.sandbox.now);
    this.tell(this.withExecs(sent));
    this.toldOf = this.stored.version;
    return sent;
  }

  /** What a request did, with what passed since the listeners were told last. */
  private withExecs(sent: DoorSent): Moment {
    const between = momentBetween(this.told, sent.sandbox);
    return {
      sandbox: sent.sandbox,
      events: between.events,
      output: [
        ...between.output,
        // Logs tell what main processes wrote, as long as the container is there.
        ...sent.output.filter(
          ({ pid, container }) => pid !== 1 || !sent.sandbox.containers.has(container),
        ),
      ],
      exits: new Map([...between.exits, ...sent.exits]),
    };
  }

  private async change(step: Parameters<typeof changeSandbox<unknown>>[1]): Promise<void> {
    const { id: sandboxId, learnerId } = this;
    await changeSandbox({ sandboxId, learnerId, commandKey: randomUUID() }, step);
    this.stored = await lookAtSandbox(learnerId, sandboxId);
  }

  watch(listener: (moment: Moment) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(moment: Moment): void {
    this.told = moment.sandbox;
    for (const listener of [...this.listeners]) listener(moment);
  }
}
