import { own } from '../../../kernel/own';
import { nameOf } from '../../files/path';
import type { ProgramCall, ProgramOutcome } from '../program';

/** How a program was called: option letters, options with a value, and the rest. */
export interface Options {
  readonly has: (letter: string) => boolean;
  readonly value: (letter: string) => string | undefined;
  /** Every value of an option that was given more than once. */
  readonly values: (letter: string) => readonly string[];
  readonly operands: readonly string[];
}

/** Long options that mean a letter. */
type Long = Readonly<Record<string, string>>;

/**
 * Takes arguments apart as getopt does: `-la`, `-n 5`, `-n5`, `--all`, `--lines=5`, `--`. `valued` are the letters that take a value. Letters that a program does
 * not know are kept and do nothing.
 */
export function optionsOf(call: ProgramCall, valued = '', long: Long = {}): Options {
  const letters = new Set<string>();
  const values = new Map<string, string[]>();
  const keep = (letter: string, value: string): void => {
    values.set(letter, [...(values.get(letter) ?? []), value]);
  };
  const operands: string[] = [];
  const args = call.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (arg.startsWith('--')) {
      const equals = arg.indexOf('=');
      const letter = own(long, equals < 0 ? arg.slice(2) : arg.slice(2, equals));
      if (letter === undefined) continue;
      letters.add(letter);
      if (valued.includes(letter))
        keep(letter, equals < 0 ? (args[++i] ?? '') : arg.slice(equals + 1));
    } else if (arg.startsWith('-') && arg !== '-') {
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at] ?? '';
        letters.add(letter);
        if (!valued.includes(letter)) continue;
        keep(letter, at + 1 < arg.length ? arg.slice(at + 1) : (args[++i] ?? ''));
        break;
      }
    } else operands.push(arg);
  }
  return {
    has: (letter) => letters.has(letter),
    value: (letter) => values.get(letter)?.at(-1),
    values: (letter) => values.get(letter) ?? [],
    operands,
  };
}

/** The program's name as its own messages give it. */
export function selfName(call: ProgramCall): string {
  return nameOf(call.argv[0] ?? '');
}

/** Is the program one of busybox's? Else it is GNU's. */
export function isBusybox(call: ProgramCall): boolean {
  return call.host.files.at('/bin/busybox') !== null;
}

/** `name: complaint` on stderr. */
export function complain(call: ProgramCall, complaint: string): void {
  call.error(`${selfName(call)}: ${complaint}\n`);
}

/** Ends with a complaint. */
export function fail(call: ProgramCall, complaint: string, code = 1): ProgramOutcome {
  complain(call, complaint);
  return { kind: 'exit', code };
}

/** A word in the quotation marks of GNU's messages, which follow the locale: ‘word’ in UTF-8, else 'word'. */
export function quoted({ env }: ProgramCall, word: string): string {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8$/i.test(locale) ? `‘${word}’` : `'${word}'`;
}

/** GNU's last line of a complaint about how a program was called. */
export function tryHelp(call: ProgramCall): string {
  const name = selfName(call);
  return `\nTry '${name} --help' for more information.`;
}

/** Runs an action for each operand; a complaint goes to stderr and the exit code is then `code`. */
export function forEach(
  call: ProgramCall,
  operands: readonly string[],
  action: (operand: string) => string | null,
  code = 1,
): ProgramOutcome {
  let failed = false;
  for (const operand of operands) {
    const complaint = action(operand);
    if (complaint === null) continue;
    complain(call, complaint);
    failed = true;
  }
  return { kind: 'exit', code: failed ? code : 0 };
}
