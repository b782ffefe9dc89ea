import { executable } from '../container/exec';
import type { Turn } from '../turn';

/** `GET /containers/{id}/top`: the processes as the host's `ps -ef` shows them. */
export function topJson(turn: Turn, word: string): Readonly<Record<string, unknown>> {
  const container = executableOrPaused(turn, word);
  const { state } = container;
  const processes = state.kind === 'running' || state.kind === 'paused' ? state.run.processes : [];
  const time = (at: number): string => new Date(at).toISOString().slice(11, 16);
  return {
    Titles: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
    Processes: processes.map((process, index) => [
      process.user || 'root',
      String(process.hostPid),
      String(index === 0 ? process.hostPid - 22 : process.hostPid - 1),
      '0',
      time(process.startedAt),
      container.config.Tty ? 'pts/0' : '?',
      '00:00:00',
      process.argv.join(' '),
    ]),
  };
}

function executableOrPaused(turn: Turn, word: string): ReturnType<typeof executable> {
  const id = turn.state.names.get(word);
  const container = id === undefined ? undefined : turn.state.containers.get(id);
  return container?.state.kind === 'paused' ? container : executable(turn, word);
}
