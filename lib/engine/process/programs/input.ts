import type { FileEntry } from '../../filesystem';
import type { ProgramCall } from '../program';
import { complain, isBusybox } from './options';
import { absolute, entryOf } from './paths';

/** As many zeros as are ever shown of a file that is nothing else. */
const MOST_ZEROS = 131_072;

/** An entry's content as text; a program's is not for reading. */
export function textOfEntry(entry: FileEntry): string {
  switch (entry.kind) {
    case 'text':
      return entry.text;
    case 'zeros':
      return '\0'.repeat(Math.min(entry.size, MOST_ZEROS));
    case 'program':
      return `\u007fELF${entry.program}`;
    case 'device':
      // /dev/zero has no end.
      return entry.major === 1 && entry.minor === 5 ? '\0'.repeat(MOST_ZEROS) : '';
    default:
      return '';
  }
}

/** How busybox words a file that does not open: `open_or_warn` says "can't open", `fopen_or_warn` the name alone (libbb). */
type Wording = 'open' | 'plain';

/** Why a file cannot be read, in the program's words, or null. */
export function unreadable(
  call: ProgramCall,
  path: string,
  wording: Wording = 'open',
): string | null {
  const entry = entryOf(call, path);
  const isOpen = wording === 'open' && isBusybox(call);
  if (!entry)
    return isOpen
      ? `can't open '${path}': No such file or directory`
      : `${path}: No such file or directory`;
  if (entry.kind === 'directory')
    return isBusybox(call) ? `read error: Is a directory` : `${path}: Is a directory`;
  const reason = call.host.refusal(absolute(call, path), call.user, 'read');
  if (reason === null) return null;
  return isOpen ? `can't open '${path}': ${reason}` : `${path}: ${reason}`;
}

/** What a program reads, operand by operand. */
export interface Input {
  readonly parts: readonly { readonly name: string; readonly text: string }[];
  readonly failed: boolean;
}

/** The texts of the operands, or what comes in when there are none; complaints go out on the way. null: it waits for an input that stays open. */
export function readInputs(
  call: ProgramCall,
  operands: readonly string[],
  wording: Wording = 'open',
): Input | null {
  const parts: { readonly name: string; readonly text: string }[] = [];
  let failed = false;
  for (const name of operands.length === 0 ? ['-'] : operands) {
    if (name === '-') {
      if (call.stdin === null) return null;
      parts.push({ name: operands.length === 0 ? '' : '-', text: call.stdin });
      continue;
    }
    const complaint = unreadable(call, name, wording);
    if (complaint === null) {
      const entry = entryOf(call, name);
      parts.push({ name, text: entry ? textOfEntry(entry) : '' });
    } else {
      complain(call, complaint);
      failed = true;
    }
  }
  return { parts, failed };
}

/** A text's lines, without the end of the last. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The lines of all inputs. */
export function allLines(input: Input): string[] {
  return linesOf(input.parts.map(({ text }) => text).join(''));
}
