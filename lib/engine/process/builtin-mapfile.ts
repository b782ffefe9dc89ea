import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { listOf, setArray } from './shell-arrays';

/** `mapfile [-t] [NAME]`, `readarray` as well: the lines of the input as an array; `-t` takes their ends away. */
export function mapfile(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const name = args.find((arg) => !arg.startsWith('-')) ?? 'MAPFILE';
  const lines = (streams.stdin ?? '').split(/(?<=\n)/);
  if (lines.at(-1) === '') lines.pop();
  const kept = lines.slice(0, MOST);
  const items = args.includes('-t') ? kept.map((line) => line.replace(/\n$/, '')) : kept;
  shell.refuseFixed(name);
  setArray(shell, name, listOf(items));
  return 0;
}

const MOST = 20_000;
