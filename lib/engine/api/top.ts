import { executable } from '../container/exec';
import { refuse } from '../errors';
import { emitContainer, type Turn } from '../turn';
import type { Container } from '../state';
import { psColumns, type PsColumn, type PsProcess } from './ps-columns';

const FULL = ['uid', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'cmd'];
const BSD = [
  'user',
  'pid',
  '%cpu',
  '%mem',
  'vsz',
  'rss',
  'tty',
  'stat',
  'start',
  'time',
  'command',
];
const LONG = [
  'f',
  's',
  'uid',
  'pid',
  'ppid',
  'c',
  'pri',
  'ni',
  'addr',
  'sz',
  'wchan',
  'tty',
  'time',
  'cmd',
];
const SHORT = ['pid', 'tty', 'time', 'cmd'];

/**
 * `GET /containers/{id}/top`: the processes as the host's `ps` shows them (moby daemon/top_unix.go). The arguments are those of procps: `-ef` by default,
 * `aux`, `-l`, `-o pid,comm`.
 */
export function topJson(turn: Turn, word: string, args: string): Readonly<Record<string, unknown>> {
  const container = executableOrPaused(turn, word);
  const { state } = container;
  const processes = state.kind === 'running' || state.kind === 'paused' ? state.run.processes : [];
  const columns = columnsOf(args === '' ? '-ef' : args);
  const titles = columns.map(({ title }) => title);
  if (!titles.includes('PID')) refuse('internal', "Couldn't find PID field in ps output");
  emitContainer(turn, 'top', container);
  const parent = (processes[0]?.hostPid ?? 0) - 22;
  return {
    Titles: titles,
    Processes: processes.map((process, index) => {
      const shown: PsProcess = {
        process,
        parent: index === 0 ? parent : process.hostPid - 1,
        tty: container.config.Tty === true ? 'pts/0' : '?',
        frozen: state.kind === 'paused',
        now: turn.state.now,
      };
      return columns.map(({ value }) => value(shown));
    }),
  };
}

/** The columns that `ps` prints with these arguments; refused as `ps` refuses an unknown one. */
function columnsOf(args: string): readonly PsColumn[] {
  const words = args.split(' ').filter((word) => word !== '');
  const names: string[] = [];
  let layout = SHORT;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const format = /^-?[a-zA-Z]*?o(.*)$/.exec(word) ?? /^--format=(.*)$/.exec(word);
    if (format) names.push(...(format[1] || (words.shift() ?? '')).split(',').filter(Boolean));
    else if (/^-[a-zA-Z]*l/.test(word)) layout = LONG;
    else if (/^-[a-zA-Z]*[fF]/.test(word)) layout = FULL;
    else if (/^[a-z]*u[a-z]*$/.test(word)) layout = BSD;
  }
  return (names.length > 0 ? names : layout).map((name) => {
    const [column = '', title] = name.split('=');
    const known = psColumns[column.toLowerCase()];
    if (!known)
      return refuse('internal', `ps: error: unknown user-defined format specifier "${column}"`);
    return title === undefined ? known : { ...known, title };
  });
}

function executableOrPaused(turn: Turn, word: string): Container {
  const id = turn.state.names.get(word);
  const container = id === undefined ? undefined : turn.state.containers.get(id);
  return container?.state.kind === 'paused' ? container : executable(turn, word);
}
