import { complain, complainOf, refuseOption } from './complain';
import { descriptorOf } from './descriptors';
import type { OpenShell } from './open-shell';
import type { ShellFlavour, ShellStreams } from './process';
import { writeTo } from './streams';

/** What a `read` is to do. */
export interface ReadOrder {
  readonly names: readonly string[];
  /** Of `-a`: the array that gets the fields. */
  readonly array: string | null;
  readonly raw: boolean;
  readonly prompt: string;
  readonly delimiter: string;
  /** Of `-n` and `-N`: how many characters at most; null: a whole line. */
  readonly count: number | null;
  /** Of `-u`: where it reads. */
  readonly descriptor: number;
  /** `-N`: so many characters, whatever they are, and not taken apart. */
  readonly exactly: boolean;
}

/** The options of each shell, as getopt(3) writes them. */
const OPTIONS: Readonly<Record<ShellFlavour, string>> = {
  bash: 'ersa:d:i:n:N:p:t:u:',
  dash: 'p:r',
  ash: 'p:rt:n:sd:u:',
};

const USAGE =
  'read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]';

/** What the words of a `read` ask for; the status of one that is refused, in the shell's words. */
export function readOrder(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
): ReadOrder | number {
  const { flavour } = shell.m;
  const given = new Map<string, string>();
  let at = 0;
  for (; /^-./.test(args[at] ?? '') && args[at] !== '--'; at++) {
    const letters = (args[at] ?? '').slice(1);
    for (let index = 0; index < letters.length; index++) {
      const letter = letters.charAt(index);
      const place = OPTIONS[flavour].indexOf(letter);
      if (place < 0 || letter === ':') return refuseOption(shell, streams, 'read', letter, USAGE);
      if (OPTIONS[flavour][place + 1] !== ':') given.set(letter, '');
      else {
        const value = letters.slice(index + 1) || args[++at];
        if (value === undefined) return missing(shell, streams, letter);
        given.set(letter, value);
        break;
      }
    }
  }
  const names = args.slice(args[at] === '--' ? at + 1 : at);
  const count = given.get('N') ?? given.get('n');
  const first = given.get('a') ?? names[0] ?? 'REPLY';
  return (
    refused(shell, streams, given) ??
    refusedName(shell, streams, first) ?? {
      names,
      array: given.get('a') ?? null,
      raw: given.has('r'),
      prompt: given.get('p') ?? '',
      delimiter: given.has('d') ? (given.get('d') ?? '').charAt(0) || '\0' : '\n',
      count: count === undefined ? null : Number(count),
      descriptor: Number(given.get('u') ?? 0),
      exactly: given.has('N'),
    }
  );
}

/** The status of an option whose argument is missing. */
function missing(shell: OpenShell, streams: ShellStreams, letter: string): number {
  switch (shell.m.flavour) {
    case 'bash':
      complain(shell, streams, `read: -${letter}: option requires an argument`);
      writeTo(shell.host, streams.stderr, `read: usage: ${USAGE}\n`);
      break;
    case 'dash':
      complain(shell, streams, `read: No arg for -${letter} option`);
      break;
    case 'ash':
      complainOf(shell, streams, 'read', `no arg for -${letter} option`);
  }
  return 2;
}

/** The status for a time, a count or a descriptor that is none; null when all are good. */
function refused(
  shell: OpenShell,
  streams: ShellStreams,
  given: ReadonlyMap<string, string>,
): number | null {
  const time = given.get('t') ?? '';
  const count = given.get('N') ?? given.get('n') ?? '0';
  const descriptor = given.get('u') ?? '0';
  const isBash = shell.m.flavour === 'bash';
  const say = (inBash: string, inAsh: string): number => {
    if (isBash) complain(shell, streams, `read: ${inBash}`);
    else complainOf(shell, streams, 'read', inAsh);
    return isBash ? 1 : 2;
  };
  if (!/^\d*\.?\d*$/.test(time))
    return say(`${time}: invalid timeout specification`, 'invalid timeout');
  if (!/^\d+$/.test(count)) return say(`${count}: invalid number`, 'invalid count');
  if (!/^\d+$/.test(descriptor))
    return say(`${descriptor}: invalid file descriptor specification`, 'invalid file descriptor');
  if (descriptorOf(streams, Number(descriptor))?.kind === 'input') return null;
  if (isBash) say(`${descriptor}: invalid file descriptor: Bad file descriptor`, '');
  return 1;
}

/** The status for a name that no variable can have. */
function refusedName(shell: OpenShell, streams: ShellStreams, name: string): number | null {
  if (/^[A-Za-z_]\w*(\[.*\])?$/.test(name)) return null;
  const { flavour } = shell.m;
  if (flavour === 'bash') complain(shell, streams, `read: \`${name}': not a valid identifier`);
  else if (flavour === 'dash') complain(shell, streams, `read: ${name}: bad variable name`);
  else complain(shell, streams, `read: '${name}': bad variable name`);
  return flavour === 'dash' ? 2 : 1;
}
