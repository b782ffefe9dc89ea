import { CapturedHost } from './captured-host';
import { describedSignal } from './described-signal';
import type { OpenShell } from './open-shell';
import type { ShellJob, ShellStreams } from './process';
import { speakerName } from './shell-messages';

/** How wide the word for a signal is (bash jobs.c, LONGEST_SIGNAL_DESC). */
const WIDTH = 24;

/** Says what has ended a job that was waited for, in a script of bash but for what is asked for by TERM. */
export function tellOfJobSignal(
  shell: OpenShell,
  signal: string,
  { pid, told }: ShellJob,
  streams: ShellStreams,
): void {
  const { m } = shell;
  const what = describedSignal(signal);
  if (m.flavour !== 'bash') shell.write(streams.stderr, `${what}\n`);
  else if (!m.interactive && !/^(?:TERM|INT|PIPE)$/.test(signal))
    shell.write(
      streams.stderr,
      `${speakerName(m)}: ${String(pid).padStart(5)} ${what.padEnd(WIDTH)}${told?.text ?? ''}\n`,
    );
}

/**
 * Says what has ended the program in front: a script of bash with its place, number and words, any other shell in a word (bash jobs.c
 * notify_of_job_status, dash and busybox showjob). Of an interrupt and a broken pipe nothing is said.
 */
export function tellOfSignal(shell: OpenShell, signal: string, pid: number | undefined): void {
  if (signal === 'INT' || signal === 'PIPE') return;
  const { m, host } = shell;
  // A part of a pipe or a substitution of bash is the program itself.
  if (m.flavour === 'bash' && (m.end !== null || host instanceof CapturedHost)) return;
  const what = describedSignal(signal);
  const inScript = m.flavour === 'bash' && !m.interactive && !m.typed && signal !== 'TERM';
  const line = inScript
    ? `${speakerName(m)}: ${String(pid ?? 0).padStart(5)} ${what.padEnd(WIDTH)}${m.running ?? ''}`
    : what;
  shell.write(m.streams.stderr, `${line}\n`);
}
