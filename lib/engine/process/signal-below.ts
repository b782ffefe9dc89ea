import { own } from '../../kernel/own';
import type { ProcessHost, Step } from './host';
import { deliver } from './kernel';
import type { Activity, ShellMachine } from './process';
import { serverOf } from './servers';
import { Shell } from './shell';
import { endsByDefault } from './signals';

/**
 * Sends a signal to a process that stands below another: the program that a shell waits for, one of its jobs, a server's worker. Returns where the
 * process above stands then, or null when nothing below it has that number. A server begins a new worker for one that has ended.
 */
export function signalBelow(
  activity: Activity,
  pid: number,
  signal: string,
  host: ProcessHost,
): Step | null {
  if (activity.kind === 'serving') {
    if (!activity.workers?.includes(pid)) return null;
    const goesOn = survives(activity.server, signal);
    const workers = activity.workers.map((each) => (each === pid ? host.newPid() : each));
    return { kind: 'blocked', activity: goesOn ? activity : { ...activity, workers } };
  }
  if (activity.kind !== 'shell') return null;
  const { machine } = activity;
  const { child, childOf } = machine;
  if (child) {
    const step =
      childOf?.pid === pid
        ? deliver(child, signal, false, host)
        : signalBelow(child, pid, signal, host);
    if (step) return goOn({ ...machine, child: standIn(step, host) }, host);
  }
  for (const job of machine.jobs) {
    if (!job.activity) continue;
    const step =
      job.pid === pid
        ? deliverToJob(job.activity, signal, host)
        : signalBelow(job.activity, pid, signal, host);
    if (!step) continue;
    const after =
      step.kind === 'exit'
        ? { ...job, activity: null, status: step.code }
        : { ...job, activity: step.activity };
    const jobs = machine.jobs.map((each) => (each === job ? after : each));
    return goOn({ ...machine, jobs }, host);
  }
  return null;
}

/** A worker handles what its server does. */
function survives(server: string, signal: string): boolean {
  if (signal === 'KILL') return false;
  const reaction = own(serverOf(server).signals, signal);
  return reaction ? reaction.exits === null : signal === 'STOP' || !endsByDefault(signal);
}

/** A job's shell has become the command that it waits for. */
function deliverToJob(activity: Activity, signal: string, host: ProcessHost): Step {
  const command = activity.kind === 'shell' ? activity.machine.child : null;
  const step = deliver(command ?? activity, signal, false, host);
  return step.kind === 'exit' || command === null ? step : { kind: 'blocked', activity };
}

/** What a shell waits for when its program has ended with a code: something that ends so at once. */
function standIn(step: Step, host: ProcessHost): Activity {
  return step.kind === 'blocked' ? step.activity : { ...step, kind: 'sleeping', until: host.now };
}

function goOn(machine: ShellMachine, host: ProcessHost): Step {
  return new Shell(machine, host).run();
}
