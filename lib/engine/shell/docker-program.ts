import type { JournalEntry } from '../api/types';
import { Client, InFront, type Resumed } from '../cli/client';
import { runDocker } from '../cli/docker';
import { killContainer } from '../container/kill';
import type { ProcessHost, Step } from '../process/host';
import type { Activity, LaunchOrder } from '../process/process';
import { writeTo } from '../process/streams';
import type { CommandSession, Session } from '../state';
import type { Turn } from '../turn';
import { curlSocket } from './curl-socket';
import { DockerJobs, type JobHost } from './docker-jobs';

const NOTHING_TYPED = { answers: [], since: null } as const;
const UNASKED = { kind: 'command', asks: null, answers: [], since: null } as const;
/** How `timeout` tells that the time was over. */
const TIMED_OUT = 124;
const KILLED = 128 + 9;
const NOTHING_PRINTED = { stdout: 0, stderr: 0 } as const;

/** The learner's machine and what its terminal has shown. */
export interface Screen extends ProcessHost {
  stdout: string;
  stderr: string;
  shown: string;
}

/** `docker` as a program of the learner's machine: in front of the terminal, in the background, or until a deadline. */
export class DockerProgram {
  readonly journal: JournalEntry[] = [];
  /** What the terminal stands in front of when the shell waits for the docker command line. */
  inFront: Session | null = null;
  /** What a script has left in the background. */
  readonly jobs: DockerJobs;

  constructor(
    private readonly turn: Turn,
    private readonly host: Screen,
  ) {
    this.jobs = new DockerJobs(turn);
  }

  launch(order: LaunchOrder, host: ProcessHost): Step {
    const { attended } = this.turn;
    if (order.deadline !== undefined && !attended)
      return this.runUntil(order, host, order.deadline);
    if (host !== this.host || !order.background) return this.run(order, host);
    return attended ? this.runBehind(order, NOTHING_PRINTED) : this.runInScript(order, host);
  }

  /** Gives a command line time that stands in the background; null for one in front, which only its session resumes. */
  resume({ order, printed, job }: Extract<Activity, { kind: 'in-front' }>): Step | null {
    if (job !== undefined) return this.jobs.resume(job, this.jobHost(this.host));
    return order === undefined ? null : this.runBehind(order, printed ?? NOTHING_PRINTED);
  }

  /** Runs the docker command line, again when it has waited at the terminal (`before`). */
  run(order: LaunchOrder, host: ProcessHost, before: CommandSession | null = null): Step {
    const { stdin, stdout, stderr } = order.streams;
    const toScreen = host === this.host && stdout.kind === 'stdout';
    const watched = this.turn.attended && toScreen && stderr.kind === 'stderr' && stdin === '';
    const client = this.clientFor(
      order,
      this.turn.state.client.terminal && toScreen,
      watched ? (before ?? NOTHING_TYPED) : null,
    );
    const step = this.attempt(client, order, before);
    this.journal.push(...client.journal);
    if (watched) this.show(client, before?.since === null ? before.printed : NOTHING_PRINTED);
    else this.tell(client, order, host);
    return step;
  }

  private attempt(client: Client, order: LaunchOrder, before: CommandSession | null): Step {
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

  /** Runs the docker command line in the background, again when it has waited: it gets no answer, and the clock does not run for it. */
  private runBehind(order: LaunchOrder, printed: CommandSession['printed']): Step {
    const { inFront } = this;
    const step = this.withoutAwaiting(() =>
      this.run(order, this.host, { ...UNASKED, order, printed }),
    );
    const session = this.inFront;
    this.inFront = inFront;
    if (step.kind === 'exit' || session?.kind !== 'command' || session.asks !== null) return step;
    return {
      kind: 'blocked',
      activity: { kind: 'in-front', order, printed: session.printed },
    };
  }

  /** Runs the docker command line in the background of a script; it is left waiting where it would stay. */
  private runInScript(order: LaunchOrder, host: ProcessHost): Step {
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
    this.journal.push(...client.journal);
    this.tell(client, order, host);
    return step;
  }

  /** Runs the docker command line as `timeout` does, which ends it at a moment. */
  private runUntil(
    order: LaunchOrder,
    host: ProcessHost,
    { at, signal }: NonNullable<LaunchOrder['deadline']>,
  ): Step {
    const step = this.runInScript(order, host);
    const handsOn = signal === 'KILL' ? null : (id: string) => killContainer(this.turn, id, signal);
    const code = this.jobs.runUntil(step, at, this.jobHost(host), handsOn);
    if (code === null && handsOn === null) return { kind: 'exit', code: KILLED, signal };
    return { kind: 'exit', code: code ?? TIMED_OUT };
  }

  /** Runs a `curl` that asks the engine itself, without the docker command line and its settings. */
  curl(order: LaunchOrder, host: ProcessHost): Step {
    const toTerminal =
      this.turn.state.client.terminal &&
      host === this.host &&
      order.streams.stdout.kind === 'stdout';
    const client = this.clientFor({ ...order, env: {} }, toTerminal, null);
    const code = curlSocket(client, order.argv);
    this.journal.push(...client.journal);
    this.tell(client, order, host);
    return { kind: 'exit', code };
  }

  private jobHost(host: ProcessHost): JobHost {
    return {
      write: ({ streams }, stream, text) => {
        writeTo(host, streams[stream], text);
      },
      begin: (order) => this.runInScript(order, host),
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

  /** Runs something for which the clock does not run. */
  private withoutAwaiting<T>(run: () => T): T {
    const { awaits } = this.turn;
    this.turn.awaits = false;
    const result = run();
    this.turn.awaits = awaits;
    return result;
  }

  private clientFor(
    { cwd, env, streams }: LaunchOrder,
    toTerminal: boolean,
    resumed: Resumed | null,
  ): Client {
    return new Client(this.turn, streams.stdin ?? '', toTerminal, cwd, env, resumed);
  }

  private tell(client: Client, { streams }: LaunchOrder, host: ProcessHost): void {
    for (const { stream, text } of client.printed) writeTo(host, streams[stream], text);
  }

  /** Writes what the docker command line has printed behind what stands on the screen already. */
  private show(client: Client, printed: CommandSession['printed']): void {
    const { host } = this;
    host.stdout += client.stdout.slice(printed.stdout);
    host.stderr += client.stderr.slice(printed.stderr);
    host.shown += client.shown.slice(printed.stdout + printed.stderr);
  }
}
