import { complain, complainOf, refuseOption } from './complain';
import { forget, jobOf, openJobs, refuseJob, resumeWait } from './job-control';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';

const WAIT_USAGE = 'wait [-fn] [-p var] [id ...]';

/** `wait [-n] [PID|%JOB…]`: null, for the shell then waits; 127 for a process that is none of its children. */
export function wait(
  shell: OpenShell,
  words: readonly string[],
  streams: ShellStreams,
): number | null {
  const { m } = shell;
  const option = /^-[A-Za-z]/.exec(words[0] ?? '')?.[0].slice(1);
  if (option !== undefined && (option !== 'n' || m.flavour === 'dash'))
    return refuseOption(shell, streams, 'wait', option, WAIT_USAGE);
  if (option === 'n') m.waiting = 'any';
  else if (words.length === 0) m.waiting = 'all';
  else
    m.waiting = words.map((word) => {
      const job = jobOf(m, word);
      if (job === undefined && word.startsWith('%')) refuseJob(shell, streams, 'wait', word, 127);
      if (job === undefined && m.flavour === 'bash')
        complain(shell, streams, `wait: pid ${word} is not a child of this shell`);
      return job?.pid ?? Number(word);
    });
  return resumeWait(shell, streams) ? m.status : null;
}

/** `disown [-a] [%JOB|PID…]` of bash: a job that the shell forgets. */
export function disown(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const words = args.filter((arg) => !/^-[ahr]+$/.test(arg));
  if (args.length > words.length && words.length === 0) {
    forget(m, openJobs(m));
    return 0;
  }
  for (const word of words.length > 0 ? words : ['%%']) {
    const job = jobOf(m, word);
    if (job === undefined || job.listed)
      refuseJob(shell, streams, 'disown', words.length > 0 ? word : 'current');
    forget(m, [job]);
  }
  return 0;
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
    const job = jobOf(m, word === '' ? '%%' : word);
    if (m.flavour === 'bash') refuseJob(shell, streams, name, word === '' ? 'current' : word);
    if (job === undefined && word !== '') refuseJob(shell, streams, name, word);
    const control = `${word === '' ? '' : `job ${word} `}not created under job control`;
    complainOf(shell, streams, name, word === '' ? 'No current job' : control);
    return 2;
  };
}
