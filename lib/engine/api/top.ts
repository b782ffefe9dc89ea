import { rootFiles } from '../container/container-files';
import { executable } from '../container/exec';
import { hostPid } from '../container/processes';
import { refuse } from '../errors';
import type { HostData } from '../host';
import { accountOf } from '../process/account';
import { processTree } from '../process/process-tree';
import { emitContainer, type Turn } from '../turn';
import type { Container } from '../state';
import type { PsColumn, PsProcess } from './ps-columns';
import { psLayout } from './ps-layouts';

/**
 * `GET /containers/{id}/top`: the processes as the host's `ps` shows them (moby daemon/top_unix.go). The arguments are those of procps: `-ef` by default,
 * `aux`, `-l`, `-o pid,comm`.
 */
export function topJson(turn: Turn, word: string, args: string): Readonly<Record<string, unknown>> {
  const container = executableOrPaused(turn, word);
  const { state } = container;
  const processes = state.kind === 'running' || state.kind === 'paused' ? state.run.processes : [];
  const swapped = /\s([^\s]*)=\s*(PID[^\s]*)/.exec(args);
  if (swapped && swapped[1] !== 'pid')
    refuse('internal', `specifying "${swapped[1] ?? ''}=${swapped[2] ?? ''}" is not allowed`);
  const { columns, forest } = psLayout(args === '' ? '-ef' : args);
  const titles = columns.map(({ title }) => title);
  if (!titles.includes('PID')) refuse('internal', "Couldn't find PID field in ps output");
  emitContainer(turn, 'top', container);
  const shim = hostPid(container, 1) - 22;
  const host = turn.world.catalogue.host;
  const files = rootFiles(turn, container.id);
  return {
    Titles: titles,
    Processes: processTree(processes.filter(({ activity }) => activity.kind !== 'zombie')).map(
      (process) => {
        const shown: PsProcess = {
          process,
          pid: hostPid(container, process.pid),
          parent: process.parent === 0 ? shim : hostPid(container, process.parent),
          account: accountOf(files, process.user),
          user: hostName(host, accountOf(files, process.user).uid),
          tty: container.config.Tty === true ? 'pts/0' : '?',
          frozen: state.kind === 'paused',
          now: turn.state.now,
        };
        return fieldsOf(columns, shown, forest);
      },
    ),
  };
}

/** The fields of a line as the engine cuts it: at blanks, what is too much for the titles behind the last one. */
function fieldsOf(
  columns: readonly PsColumn[],
  shown: PsProcess,
  forest: boolean,
): readonly string[] {
  const last = columns.length - 1;
  const line = columns
    .map(({ value, widest = Infinity }, index) => {
      const text = forest && index === last ? `\\_ ${value(shown)}` : value(shown);
      return index === last ? text : text.slice(0, widest);
    })
    .join(' ');
  const fields = line.split(/[\t\n\f\r ]+/).filter((field) => field !== '');
  return [...fields.slice(0, last), fields.slice(last).join(' ')];
}

/** A user as the host knows the number: the container's own names mean nothing to its `ps`. */
function hostName({ user }: HostData, uid: number): string {
  if (uid === 0) return 'root';
  return uid === user.uid ? user.name : String(uid);
}

function executableOrPaused(turn: Turn, word: string): Container {
  const id = turn.state.names.get(word);
  const container = id === undefined ? undefined : turn.state.containers.get(id);
  return container?.state.kind === 'paused' ? container : executable(turn, word);
}
