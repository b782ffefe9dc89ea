import { linesOf, textOfEntry, unreadable } from '../input';
import type { ProgramCall } from '../../program';
import { complain, isBusybox } from '../options';
import { absolute, entryOf } from '../paths';
import { timeText } from '../stat';
import { candidateEdit } from './candidates';
import { sidesOf } from './edit-script';
import { grouped, normalFormat, unifiedFormat, type Text } from './formats';
import type { Order } from './order';
import { shortestEdit } from './shortest-edit';

/** One of two files: its name, and its text; null when it is not there and counts as empty. */
export interface Compared {
  readonly name: string;
  readonly text: string | null;
  /** When it was changed, ms since the epoch. */
  readonly changed: number;
}

/** How a comparison ends: 0 nothing differs, 1 something does, 2 something could not be read. */
export type Verdict = 0 | 1 | 2;

/** Reads a file, or the input for `-`; a complaint goes out where it does not open, and null comes back. */
export function readCompared(call: ProgramCall, name: string): Compared | null {
  if (name === '-') return { name, text: call.stdin ?? '', changed: call.host.now };
  const complaint = unreadable(call, name);
  const entry = entryOf(call, name);
  if (complaint !== null || entry === null) {
    complain(call, complaint ?? `${name}: No such file or directory`);
    return null;
  }
  const changed = call.host.files.changedAt(absolute(call, name), entry);
  return { name, text: textOfEntry(entry), changed };
}

/** Compares two files and tells what the order asks for; `heading` is told before what differs line by line. */
export function compareTwo(
  call: ProgramCall,
  order: Order,
  left: Compared,
  right: Compared,
  heading = '',
): Verdict {
  const { options } = order;
  const [one, two] = [left.text ?? '', right.text ?? ''];
  const names = `${left.name} and ${right.name}`;
  const isBinary = !options.has('a') && (one.includes('\0') || two.includes('\0'));
  const told = isBinary || one === two ? '' : differences(call, order, left, right);
  if (one === two || (!isBinary && told === '')) {
    if (options.has('s')) call.out(`Files ${names} are identical\n`);
    return 0;
  }
  if (options.has('q') || (isBinary && isBusybox(call))) call.out(`Files ${names} differ\n`);
  else if (isBinary) call.out(`Binary files ${names} differ\n`);
  else call.out(heading + told);
  return 1;
}

function differences(call: ProgramCall, order: Order, left: Compared, right: Compared): string {
  const [one, two] = [textOf(left), textOf(right)];
  const keys = (text: Text): string[] =>
    text.lines.map((line, at) => {
      const isOpen = !text.ends && !order.ignoresEnd && at === text.lines.length - 1;
      return order.keyOf(line) + (isOpen ? '\n' : '');
    });
  const sides = sidesOf(keys(one), keys(two));
  const changes = isBusybox(call) ? candidateEdit(sides) : shortestEdit(sides, order.context ?? 0);
  const { context } = order;
  const isTold = grouped(changes, context ?? -1).filter(
    (group) =>
      !order.options.has('B') ||
      group.some((change) =>
        [...one.lines.slice(...change.left), ...two.lines.slice(...change.right)].some(
          (line) => line !== '',
        ),
      ),
  );
  if (context === null) return normalFormat(one, two, isTold.flat());
  const body = unifiedFormat(one, two, isTold, context);
  if (body === '') return '';
  const head = (mark: string, { name, text, changed }: Compared, label?: string): string => {
    const when = isBusybox(call) ? '' : `\t${timeText(text === null ? 0 : changed)}`;
    return `${mark} ${label ?? name + when}\n`;
  };
  return head('---', left, order.labels[0]) + head('+++', right, order.labels[1]) + body;
}

/** A file's lines. */
function textOf({ text }: Compared): Text {
  const whole = text ?? '';
  return { lines: linesOf(whole), ends: whole === '' || whole.endsWith('\n') };
}
