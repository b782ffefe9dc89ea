import { own } from '../../kernel/own';
import { complain } from './complain';
import { tellOwnShell } from './job-signals';
import { jobOf, refuseJob } from './job-control';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { ShellExit } from './shell-end';
import { listOfSignals, numberOrName } from './signal-list';
import { endsByDefault, exitCodeOf, parseSignal } from './signals';
import { writeTo } from './streams';
import { handlersOf } from './subshell';

const BASH_USAGE =
  'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n';
const DASH_USAGE =
  'kill: Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]';

/** `kill [-s SIGNAL | -SIGNAL] PID|%JOB…`, `kill -l [SIGNAL…]` (busybox procps/kill.c; bash builtins/kill.def). */
export function kill(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { flavour } = shell.m;
  if (args[0] === '-l') return list(shell, args.slice(1), streams);
  let signal: string | null = 'TERM';
  let named = '';
  let at = 0;
  for (; args[at]?.startsWith('-') === true && at === 0; at++) {
    named = args[at] === '-s' ? (args[++at] ?? '') : (args[at] ?? '').slice(1);
    signal = named === '0' ? '0' : parseSignal(named);
  }
  if (signal === null) {
    complain(
      shell,
      streams,
      flavour === 'ash'
        ? `bad signal name '${named}'`
        : `kill: ${flavour === 'bash' ? '' : 'Illegal signal: '}${named}${flavour === 'bash' ? ': invalid signal specification' : ''}`,
    );
    return flavour === 'dash' ? 2 : 1;
  }
  const pids = args.slice(at);
  if (pids.length === 0) {
    if (flavour === 'bash') writeTo(shell.host, streams.stderr, BASH_USAGE);
    else
      complain(shell, streams, flavour === 'ash' ? 'you need to specify whom to kill' : DASH_USAGE);
    return flavour === 'ash' ? 1 : 2;
  }
  let status = 0;
  for (const text of pids) {
    const one = send(shell, streams, text, signal);
    if (one > 1) return one;
    status = Math.max(status, one);
  }
  return status;
}

/** Sends a signal to one process or job; 2 when there is no such job, which ends an ash's builtin. */
function send(shell: OpenShell, streams: ShellStreams, text: string, signal: string): number {
  const { m } = shell;
  const job = jobOf(m, text);
  if (job === undefined && text.startsWith('%')) refuseJob(shell, streams, 'kill', text);
  if (job === undefined && !/^-?\d+$/.test(text)) {
    complain(
      shell,
      streams,
      m.flavour === 'ash'
        ? `invalid number '${text}'`
        : m.flavour === 'dash'
          ? `kill: Illegal number: ${text}`
          : `kill: ${text}: arguments must be process or job IDs`,
    );
    return m.flavour === 'dash' ? 2 : 1;
  }
  const pid = job?.pid ?? Number(text);
  if (job?.activity) {
    if (signal === '0' || !endsByDefault(signal) || /^(?:STOP|TSTP|TTIN|TTOU)$/.test(signal))
      return 0;
    m.jobs = m.jobs.map((other) =>
      other === job ? { ...job, activity: null, status: exitCodeOf(signal), signal } : other,
    );
    return 0;
  }
  if (pid === m.pid) {
    if (own(handlersOf(m), signal)) m.pending = [...m.pending, signal];
    else if (pid !== 1 && signal !== '0' && endsByDefault(signal))
      throw new ShellExit(exitCodeOf(signal), signal);
    return 0;
  }
  // A job's shell is at work itself: it takes the signal when the job has had its time.
  if (pid === m.shellPid && signal !== '0' && signal !== 'KILL') {
    tellOwnShell(shell.host, signal);
    return 0;
  }
  const there =
    signal === '0'
      ? shell.host.processes().some((other) => other.pid === pid)
      : shell.host.kill(pid, signal);
  // Whoever ends the main process goes with its container.
  if (there && shell.host.processes().length === 0) throw new ShellExit(exitCodeOf('KILL'), 'KILL');
  if (there) return 0;
  complain(
    shell,
    streams,
    m.flavour === 'bash'
      ? `kill: (${text}) - No such process`
      : m.flavour === 'dash'
        ? 'kill: No such process'
        : `can't kill pid ${text}: No such process`,
  );
  return 1;
}

function list(shell: OpenShell, asked: readonly string[], streams: ShellStreams): number {
  if (asked.length === 0) {
    writeTo(shell.host, streams.stdout, listOfSignals(shell.m.flavour));
    return 0;
  }
  for (const word of asked) {
    const found = numberOrName(word);
    if (found === null) {
      const isAsh = shell.m.flavour === 'ash';
      complain(
        shell,
        streams,
        isAsh ? `unknown signal '${word}'` : `kill: ${word}: invalid signal specification`,
      );
      return 1;
    }
    writeTo(shell.host, streams.stdout, `${found}\n`);
  }
  return 0;
}
