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
    | { readonly kind: 'text'; readonly where: 'i' | 'a' | 'c'; readonly text: string }
    | {
        readonly kind: 's';
        readonly pattern: RegExp;
        readonly replacement: string;
        readonly print: boolean;
      };
}

class Unreadable extends Error {}

/** Reads `s/a/b/g; 3d; /x/,$p`: substitution, p, d, q, =, i, a, c. */
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
    const pattern = posixPattern(source, this.extended, flags);
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
        return { kind: letter };
      case 'i':
      case 'a':
      case 'c': {
        const text = this.script.slice(this.at).replace(/^\\?\s*/, '');
        this.at = this.script.length;
        return { kind: 'text', where: letter, text };
      }
      case 's': {
        const delimiter = this.script[this.at++] ?? '/';
        const source = this.until(delimiter);
        const replacement = this.until(delimiter);
        const flags = /^[gpIi]*/.exec(this.script.slice(this.at))?.[0] ?? '';
        this.at += flags.length;
        const options = `${flags.includes('g') ? 'g' : ''}${/[iI]/.test(flags) ? 'i' : ''}`;
        return {
          kind: 's',
          pattern: this.pattern(source, options),
          replacement,
          print: flags.includes('p'),
        };
      }
      default:
        throw new Unreadable(`unsupported command ${letter}`);
    }
  }
}

function holds(address: Address, line: string, number: number, last: boolean): boolean {
  if ('line' in address) return address.line === number;
  return 'last' in address ? last : address.pattern.test(line);
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

function edit(text: string, commands: readonly Command[], quiet: boolean): string {
  const lines = linesOf(text);
  const active = new Set<Command>();
  let out = '';
  for (const [index, original] of lines.entries()) {
    let line = original.slice(0, MOST_LINE);
    let deleted = false;
    let quits = false;
    let after = '';
    for (const command of commands) {
      if (deleted) break;
      const { action } = command;
      if (applies(command, line, index + 1, index === lines.length - 1, active) === command.not)
        continue;
      if (action.kind === 'd') deleted = true;
      else if (action.kind === 'p') out += `${line}\n`;
      else if (action.kind === '=') out += `${index + 1}\n`;
      else if (action.kind === 'q') quits = true;
      else if (action.kind === 'text') {
        if (action.where === 'i') out += `${action.text}\n`;
        else if (action.where === 'a') after += `${action.text}\n`;
        else {
          out += `${action.text}\n`;
          deleted = true;
        }
      } else {
        const before = line;
        line = line.replace(action.pattern, (...found: unknown[]) => {
          const groups = found.slice(
            0,
            found.findIndex((part) => typeof part === 'number'),
          );
          return filled(
            action.replacement,
            groups.map((part) => (typeof part === 'string' ? part : '')),
          );
        });
        if (action.print && before.search(action.pattern) >= 0) out += `${line}\n`;
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
  const script = options.value('e') ?? operands.shift();
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
