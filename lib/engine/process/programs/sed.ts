import type { Program, ProgramCall } from '../program';
import { absolute, entryOf, writeText } from './paths';
import { fail, isBusybox, optionsOf } from './options';
import { linesOf, readInputs, textOfEntry } from './input';
import { MOST_LINE, posixPattern } from './regex';
import { missingOperand } from './usage';

/** Which lines a command is for: a number, the last, or those that match. */
type Address = { readonly line: number } | { readonly last: true } | { readonly pattern: RegExp };

interface Command {
  readonly from: Address | null;
  readonly to: Address | null;
  readonly not: boolean;
  readonly action:
    | { readonly kind: 'p' }
    | { readonly kind: 'd' }
    | { readonly kind: 'q' }
    | { readonly kind: '=' }
    | { readonly kind: 'n' }
    | { readonly kind: 'N' }
    | { readonly kind: 'y'; readonly letters: ReadonlyMap<string, string> }
    | { readonly kind: 'text'; readonly where: 'i' | 'a' | 'c'; readonly text: string }
    | {
        readonly kind: 's';
        readonly pattern: RegExp;
        readonly replacement: string;
        readonly print: boolean;
        /** From which match of a line on; all of them with the flag g, else this one. */
        readonly nth: number;
        readonly every: boolean;
      };
}

class Unreadable extends Error {}

/** Reads `s/a/b/g; 3d; /x/,$p`: substitution, y, p, d, n, N, q, =, i, a, c. */
class Reader {
  private at = 0;

  constructor(
    private readonly script: string,
    private readonly extended: boolean,
  ) {}

  commands(): readonly Command[] {
    const commands: Command[] = [];
    for (;;) {
      while (/[\s;]/.test(this.script[this.at] ?? '')) this.at++;
      if (this.at >= this.script.length) return commands;
      const from = this.address();
      let to: Address | null = null;
      if (from && this.script[this.at] === ',') {
        this.at++;
        to = this.address();
      }
      while (this.script[this.at] === ' ') this.at++;
      const not = this.script[this.at] === '!';
      if (not) this.at++;
      commands.push({ from, to, not, action: this.action() });
    }
  }

  private address(): Address | null {
    const number = /^\d+/.exec(this.script.slice(this.at))?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return { line: Number(number) };
    }
    if (this.script[this.at] === '$') {
      this.at++;
      return { last: true };
    }
    if (this.script[this.at] !== '/') return null;
    this.at++;
    return { pattern: this.pattern(this.until('/'), '') };
  }

  private pattern(source: string, flags: string): RegExp {
    const meant = source.replaceAll(/\\([nt])|\\[^]/g, (whole, letter?: string) =>
      letter === undefined ? whole : letter === 'n' ? '\n' : '\t',
    );
    const pattern = posixPattern(meant, this.extended, flags);
    if (!pattern) throw new Unreadable('bad regex');
    return pattern;
  }

  /** The text up to a delimiter that no backslash precedes. */
  private until(delimiter: string): string {
    let text = '';
    for (; this.at < this.script.length; this.at++) {
      const letter = this.script[this.at] ?? '';
      if (letter === delimiter) {
        this.at++;
        return text;
      }
      if (letter === '\\' && this.script[this.at + 1] === delimiter) this.at++;
      else if (letter === '\\') text += this.script[this.at++] ?? '';
      text += this.script[this.at] ?? '';
    }
    throw new Unreadable("unmatched '/'");
  }

  private action(): Command['action'] {
    const letter = this.script[this.at++] ?? '';
    switch (letter) {
      case 'p':
      case 'd':
      case 'q':
      case '=':
      case 'n':
      case 'N':
        return { kind: letter };
      case 'y': {
        const delimiter = this.script[this.at++] ?? '/';
        const [from, to] = [this.until(delimiter), this.until(delimiter)];
        if (from.length !== to.length)
          throw new Unreadable("strings for `y' command are different lengths");
        return { kind: 'y', letters: new Map([...from].map((each, i) => [each, to[i] ?? each])) };
      }
      case 'i':
      case 'a':
      case 'c': {
        const [whole = ''] = /^(?:\\\n|\\[^]|[^\n\\])*/.exec(this.script.slice(this.at)) ?? [];
        this.at += whole.length;
        const text = whole.replace(/^\\?\s*/, '').replaceAll('\\\n', '\n');
        return { kind: 'text', where: letter, text };
      }
      case 's': {
        const delimiter = this.script[this.at++] ?? '/';
        const source = this.until(delimiter);
        const replacement = this.until(delimiter);
        const flags = /^[gpIi\d]*/.exec(this.script.slice(this.at))?.[0] ?? '';
        this.at += flags.length;
        return {
          kind: 's',
          pattern: this.pattern(source, /[iI]/.test(flags) ? 'gi' : 'g'),
          replacement,
          print: flags.includes('p'),
          nth: Number(/\d+/.exec(flags)?.[0] ?? 1),
          every: flags.includes('g'),
        };
      }
      default:
        throw new Unreadable(`unsupported command ${letter}`);
    }
  }
}

function holds(address: Address, line: string, number: number, last: boolean): boolean {
  if ('line' in address) return address.line === number;
  return 'last' in address ? last : line.search(address.pattern) >= 0;
}

/** `&` and `\1` in a replacement. */
function filled(replacement: string, match: readonly string[]): string {
  return replacement.replace(/\\(\d)|\\(.)|&/g, (whole, digit?: string, letter?: string) =>
    digit !== undefined
      ? (match[Number(digit)] ?? '')
      : letter === undefined
        ? (match[0] ?? '')
        : letter === 'n'
          ? '\n'
          : letter === 't'
            ? '\t'
            : letter,
  );
}

/** A line with its matches replaced; null when there was nothing to replace. */
function substituted(
  { pattern, replacement, nth, every }: Extract<Command['action'], { kind: 's' }>,
  line: string,
): string | null {
  let [count, last] = [0, 0];
  const text = line.replace(pattern, (...found: unknown[]) => {
    count++;
    if (every ? count < nth : count !== nth) return String(found[0]);
    last = count;
    const groups = found.slice(
      0,
      found.findIndex((part) => typeof part === 'number'),
    );
    return filled(
      replacement,
      groups.map((part) => (typeof part === 'string' ? part : '')),
    );
  });
  return last > 0 ? text : null;
}

function edit(text: string, commands: readonly Command[], quiet: boolean): string {
  const lines = linesOf(text);
  const active = new Set<Command>();
  let out = '';
  for (let index = 0; index < lines.length; index++) {
    let line = (lines[index] ?? '').slice(0, MOST_LINE);
    let deleted = false;
    let quits = false;
    let after = '';
    for (const command of commands) {
      if (deleted || quits) break;
      const { action } = command;
      const isLast = index === lines.length - 1;
      if (applies(command, line, index + 1, isLast, active) === command.not) continue;
      switch (action.kind) {
        case 'd':
          deleted = true;
          break;
        case 'p':
          out += `${line}\n`;
          break;
        case '=':
          out += `${index + 1}\n`;
          break;
        case 'q':
          quits = true;
          break;
        case 'n':
        case 'N':
          if (isLast) quits = true;
          else if (action.kind === 'N') line = `${line}\n${lines[++index] ?? ''}`;
          else {
            if (!quiet) out += `${line}\n`;
            line = lines[++index] ?? '';
          }
          break;
        case 'y':
          line = [...line].map((letter) => action.letters.get(letter) ?? letter).join('');
          break;
        case 'text':
          if (action.where === 'a') after += `${action.text}\n`;
          else out += `${action.text}\n`;
          deleted = action.where === 'c';
          break;
        case 's': {
          const changed = substituted(action, line);
          if (changed === null) break;
          line = changed;
          if (action.print) out += `${line}\n`;
        }
      }
    }
    if (!deleted && !quiet) out += `${line}\n`;
    out += after;
    if (quits) break;
  }
  return out;
}

function applies(
  command: Command,
  line: string,
  number: number,
  last: boolean,
  active: Set<Command>,
): boolean {
  const { from, to } = command;
  if (!from) return true;
  if (!to) return holds(from, line, number, last);
  if (active.has(command)) {
    if (holds(to, line, number, last) || ('line' in to && number >= to.line))
      active.delete(command);
    return true;
  }
  if (!holds(from, line, number, last)) return false;
  if (!('line' in to && to.line <= number)) active.add(command);
  return true;
}

/** `sed [-n] [-E] [-i] SCRIPT [FILE…]` */
export const sed: Program = (call: ProgramCall) => {
  const options = optionsOf(call, 'ef', {
    quiet: 'n',
    'regexp-extended': 'E',
    'in-place': 'i',
    expression: 'e',
  });
  const [...operands] = options.operands;
  const script = options.has('e') ? options.values('e').join('\n') : operands.shift();
  if (script === undefined)
    return isBusybox(call) ? missingOperand(call) : fail(call, 'no script specified');
  let commands: readonly Command[];
  try {
    commands = new Reader(script, options.has('E') || options.has('r')).commands();
  } catch (failure) {
    if (failure instanceof Unreadable)
      return fail(
        call,
        isBusybox(call)
          ? failure.message
          : `-e expression #1, char ${script.length}: ${failure.message}`,
      );
    throw failure;
  }
  if (options.has('i')) {
    let failed = false;
    for (const path of operands) {
      const entry = entryOf(call, path);
      const reason = entry
        ? writeText(call, path, edit(textOfEntry(entry), commands, options.has('n')))
        : 'No such file or directory';
      if (reason !== null) {
        call.error(
          `sed: ${isBusybox(call) ? absolute(call, path) : `can't read ${path}`}: ${reason}\n`,
        );
        failed = true;
      }
    }
    return { kind: 'exit', code: failed ? 1 : 0 };
  }
  const input = readInputs(call, operands);
  if (input === null) return { kind: 'read' };
  const result = edit(input.parts.map(({ text }) => text).join(''), commands, options.has('n'));
  if (result !== '') call.out(result);
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};
