import { advance, nextDue } from '../advance';
import type { Awaited } from '../cli/client';
import { processAt } from '../container/type-into';
import type { Step } from '../process/host';
import type { Activity, LaunchOrder } from '../process/process';
import type { ProcessSession } from '../state';
import { outputOf } from '../container/session';
import type { Turn } from '../turn';

/** A docker command line that a script has left in the background, and what it waits for. */
type DockerJob =
  /** It shows what a process writes, until that ends. `startedAt`: of the container's run. */
  | {
      readonly kind: 'process';
      readonly session: ProcessSession;
      readonly order: LaunchOrder;
      readonly startedAt: number;
      from: number;
    }
  /** It waits for a container's end. */
  | {
      readonly kind: 'exit';
      readonly awaited: Awaited;
      readonly order: LaunchOrder;
      readonly startedAt: number;
    }
  /** It watches something that has no end: it is run again, and what it prints beyond `shown` has come since. */
  | {
      readonly kind: 'again';
      readonly order: LaunchOrder;
      readonly since: number;
      shown: string | null;
    };

/** What a job needs of the machine it runs on. */
export interface JobHost {
  /** Where the words of a command line go. */
  write(order: LaunchOrder, stream: 'stdout' | 'stderr', text: string): void;
  /** Begins another command line in its place. */
  begin(order: LaunchOrder): Step;
  /** Runs one that watches again: what it prints of what has been since a moment, and whether it goes on. */
  rerun(order: LaunchOrder, since: number): { readonly stdout: string; readonly goesOn: boolean };
}

const BLOCKED = 'in-front';

/**
 * What stands in the background of a script that nobody sits at: `docker wait web &`, `docker logs -f web &`. A job lives as long as the line it stands
 * in, so nothing of it is kept in the sandbox.
 */
export class DockerJobs {
  private readonly jobs: DockerJob[] = [];

  constructor(private readonly turn: Turn) {}

  /** Is there, or was there, any? */
  get any(): boolean {
    return this.jobs.length > 0;
  }

  /** When one of them may next have something to say. */
  due(): number {
    return this.any ? nextDue(this.turn) : Infinity;
  }

  private add(job: DockerJob): Step {
    const activity: Activity = { kind: BLOCKED, job: this.jobs.push(job) - 1 };
    return { kind: 'blocked', activity };
  }

  private startedAt(container: string): number {
    const state = this.turn.state.containers.get(container)?.state;
    return state?.kind === 'running' || state?.kind === 'paused' ? state.run.startedAt : -1;
  }

  /** It shows a process from now on. */
  follow(order: LaunchOrder, session: ProcessSession): Step {
    const startedAt = this.startedAt(session.container);
    return this.add({ kind: 'process', session, order, startedAt, from: this.turn.output.length });
  }

  /** It waits for an end. */
  await(order: LaunchOrder, awaited: Awaited): Step {
    const startedAt = this.startedAt(awaited.container);
    return this.add({ kind: 'exit', awaited, order, startedAt });
  }

  /** It watches from now on. */
  watch(order: LaunchOrder, host: JobHost): Step {
    const since = this.turn.state.now - 1;
    return this.add({ kind: 'again', order, since, shown: host.rerun(order, since).stdout });
  }

  /** Gives a job time. */
  resume(at: number, host: JobHost): Step {
    const job = this.jobs[at];
    const waits: Step = { kind: 'blocked', activity: { kind: BLOCKED, job: at } };
    if (job === undefined) return { kind: 'exit', code: 0 };
    switch (job.kind) {
      case 'process': {
        const { container, pid, shows } = job.session;
        for (const { stream, text } of outputOf(this.turn, container, pid, job.from))
          if (shows[stream]) host.write(job.order, stream, text);
        job.from = this.turn.output.length;
        const isUp = this.startedAt(container) === job.startedAt;
        if (isUp && (pid === 1 || processAt(this.turn.state, container, pid) !== null))
          return waits;
        return { kind: 'exit', code: this.codeOf(pid === 1 ? container : `${container}/${pid}`) };
      }
      case 'exit': {
        const { container, left } = job.awaited;
        if (this.startedAt(container) === job.startedAt) return waits;
        host.write(job.order, 'stdout', `${this.codeOf(container)}\n`);
        return left.length === 0
          ? { kind: 'exit', code: 0 }
          : host.begin({ ...job.order, argv: ['docker', 'wait', ...left] });
      }
      case 'again':
        return this.again(job, host) ? waits : { kind: 'exit', code: 0 };
    }
  }

  /** Prints what has come; false when the command line has ended. A listing that is drawn anew each time says nothing more. */
  private again(job: DockerJob & { readonly kind: 'again' }, host: JobHost): boolean {
    const { stdout, goesOn } = host.rerun(job.order, job.since);
    if (job.shown !== null && stdout.startsWith(job.shown))
      host.write(job.order, 'stdout', stdout.slice(job.shown.length));
    job.shown = stdout.startsWith(job.shown ?? '') ? stdout : null;
    return goesOn;
  }

  /**
   * Gives a job time until a moment, when it is told to end: a `docker run` tells its container (`interrupt`; null: it is killed and tells nobody) and waits for it,
   * anything else goes. Returns its exit code, null when the time was over.
   */
  runUntil(
    begun: Step,
    deadline: number,
    host: JobHost,
    interrupt: ((id: string) => void) | null,
  ): number | null {
    let step = begun;
    let over = false;
    while (step.kind === 'blocked') {
      if (step.activity.kind !== BLOCKED || step.activity.job === undefined) return null;
      const job = this.jobs[step.activity.job];
      const due = nextDue(this.turn);
      advance(this.turn, over ? due : Math.min(due, deadline));
      step = this.resume(step.activity.job, host);
      if (over && due === Infinity) return null;
      if (over || step.kind === 'exit' || this.turn.state.now < deadline) continue;
      over = true;
      if (interrupt === null || job?.kind !== 'process' || !job.session.signals) return null;
      interrupt(job.session.container);
    }
    return over ? null : step.code;
  }

  private codeOf(key: string): number {
    const state = this.turn.state.containers.get(key)?.state;
    return this.turn.exits.get(key) ?? (state?.kind === 'exited' ? state.last.exitCode : 137);
  }
}
