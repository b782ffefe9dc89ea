import type { ShellFlavour } from './process';
import { parseSignal, signalNumbers } from './signals';

/** How `kill -l` names a signal where it differs from the name that it is sent by. */
const BUSYBOX_NAMES: Readonly<Record<string, string>> = { IO: 'POLL' };
const COLUMNS = 5;
/** The real-time signals that a program may use (glibc keeps 32 and 33). */
const [RT_FIRST, RT_MIDDLE, RT_LAST] = [34, 49, 64];

/** Every signal as `kill -l` lists it: busybox one a line, dash bare names, bash five in a row with the real-time ones. */
export function listOfSignals(flavour: ShellFlavour | 'busybox'): string {
  const names = Object.entries(signalNumbers);
  if (flavour === 'dash') return names.map(([name]) => `${name}\n`).join('');
  if (flavour !== 'bash')
    return names
      .map(([name, at]) => `${String(at).padStart(2)}) ${BUSYBOX_NAMES[name] ?? name}\n`)
      .join('');
  const cells = names.map(([name, at]) => cell(at, `SIG${name}`));
  for (let at = RT_FIRST; at <= RT_LAST; at++) cells.push(cell(at, realTime(at)));
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += COLUMNS)
    rows.push(cells.slice(at, at + COLUMNS).join('\t'));
  // The last row is not full, and ends as if another cell followed.
  return `${rows.join('\n')}\t\n`;
}

function cell(at: number, name: string): string {
  return `${String(at).padStart(2)}) ${name}`;
}

function realTime(at: number): string {
  if (at === RT_FIRST) return 'SIGRTMIN';
  if (at === RT_LAST) return 'SIGRTMAX';
  return at <= RT_MIDDLE ? `SIGRTMIN+${at - RT_FIRST}` : `SIGRTMAX-${RT_LAST - at}`;
}

/** `kill -l WORD`: the name of a number or of an exit status, the number of a name; null when there is none. */
export function numberOrName(word: string): string | null {
  if (/^\d+$/.test(word)) {
    const at = Number(word) & 127;
    return Object.entries(signalNumbers).find(([, number]) => number === at)?.[0] ?? null;
  }
  const name = parseSignal(word);
  const number = name === null ? undefined : signalNumbers[name];
  return number === undefined ? null : String(number);
}
