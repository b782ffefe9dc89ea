import { complain, complainOf } from './complain';
import { jobOf } from './job-control';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';

/** `wait [PID|%JOB]`: null, for the shell then waits; 127 for a process that is none of its children. */
export function wait(
  shell: OpenShell,
  [word]: readonly string[],
  streams: ShellStreams,
): number | null {
  const { m } = shell;
  if (word === undefined) {
    m.waiting = 'all';
    return null;
  }
  const job = jobOf(m, word);
  if (job === undefined && word.startsWith('%')) {
    if (m.flavour === 'bash') complain(shell, streams, `wait: ${word}: no such job`);
    else complainOf(shell, streams, 'wait', `${word}: no such job`);
    return m.flavour === 'bash' ? 127 : 2;
  }
  if (job === undefined && m.flavour === 'bash')
    complain(shell, streams, `wait: pid ${word} is not a child of this shell`);
  m.waiting = job?.pid ?? Number(word);
  return null;
}

/** `fg`, `bg`: a script has no control over jobs. */
export function noJobControl(name: 'fg' | 'bg') {
  return (shell: OpenShell, args: readonly string[], streams: ShellStreams): number => {
    const { m } = shell;
    const [word = ''] = args;
    if (m.flavour === 'bash' && !m.interactive) {
      complain(shell, streams, `${name}: no job control`);
      return 1;
    }
    const which = word === '' ? 'current' : word;
    if (m.flavour === 'bash') {
      complain(shell, streams, `${name}: ${which}: no such job`);
      return 1;
    }
    const why =
      word === ''
        ? 'No current job'
        : jobOf(m, word) === undefined
          ? `${word}: no such job`
          : 'not created under job control';
    complainOf(shell, streams, name, why);
    return 2;
  };
}
