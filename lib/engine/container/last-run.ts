import type { Container, LastRun } from '../state';

/** What a container's last run left behind; of one that runs, when this run and the end of the one before were. */
export function lastRunOf(container: Container): LastRun {
  const { state } = container;
  switch (state.kind) {
    case 'created':
    case 'exited':
    case 'restarting':
      return state.last;
    case 'running':
    case 'paused':
      return {
        startedAt: state.run.startedAt,
        finishedAt: state.run.finishedAt,
        exitCode: 0,
        error: '',
      };
  }
}
