import { isExecutable, sizeOfEntry } from '../files/attributes';
import type { FileEntry } from '../filesystem';
import { matchesPattern } from '../shell/pattern';
import { isUnaryTest } from '../shell/test-operators';
import type { ShellFlavour } from './process';
import { MOST_LINE, posixPattern } from './programs/regex';

/** What is at a path, the link itself with `link`; null when there is nothing. */
export type FileLookup = (path: string, link?: boolean) => FileEntry | null;

/** Whose `test` it is, and whether it is the `[[` of ash, where `==` takes a pattern. */
export interface TestKind {
  readonly flavour: ShellFlavour;
  readonly double?: boolean;
  /** `-v` of bash: is there a variable of this name? */
  readonly isSet?: (name: string) => boolean;
}

const BINARY = /^(?:=|!=|<|>|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;

/** Why a test is none, in a shell's words. */
class TestFailure extends Error {}

/** What `test` says: whether it holds, or why it is no test. */
export type TestResult = boolean | { readonly problem: string };

/** Evaluates `test` and `[ … ]`: files, texts, numbers, `!`, `-a`, `-o`, brackets (POSIX.1-2017, test; dash src/bltin/test.c, busybox coreutils/test.c). */
export function evaluateTest(
  args: readonly string[],
  file: FileLookup,
  kind: TestKind = { flavour: 'bash' },
): TestResult {
  try {
    return new Test(args, file, kind).whole();
  } catch (failure) {
    if (failure instanceof TestFailure) return { problem: failure.message };
    throw failure;
  }
}

class Test {
  private at = 0;

  constructor(
    private readonly args: readonly string[],
    private readonly file: FileLookup,
    private readonly kind: TestKind,
  ) {}

  whole(): boolean {
    const { args } = this;
    if (args.length === 0) return false;
    if (args.length === 1) return args[0] !== '';
    const holds = this.either();
    return this.at === args.length ? holds : this.refuse();
  }

  private refuse(): never {
    const { args } = this;
    const { flavour } = this.kind;
    if (flavour === 'ash') throw new TestFailure(`${args[this.at] ?? ''}: unknown operand`);
    if (flavour === 'dash')
      throw new TestFailure(`${args[this.at - 1] ?? ''}: unexpected operator`);
    const [first = '', second = ''] = args;
    if (args.length === 2) throw new TestFailure(`${first}: unary operator expected`);
    if (args.length === 3) throw new TestFailure(`${second}: binary operator expected`);
    throw new TestFailure('too many arguments');
  }

  private takes(...words: string[]): boolean {
    const found = words.includes(this.args[this.at] ?? '');
    if (found) this.at += 1;
    return found;
  }

  private either(): boolean {
    let holds = this.both();
    while (this.takes('-o', ...(this.kind.double ? ['||'] : []))) {
      const next = this.both();
      holds ||= next;
    }
    return holds;
  }

  private both(): boolean {
    let holds = this.negated();
    while (this.takes('-a', ...(this.kind.double ? ['&&'] : []))) {
      const next = this.negated();
      holds &&= next;
    }
    return holds;
  }

  private negated(): boolean {
    let negated = false;
    while (!this.isBinary() && this.at < this.args.length - 1 && this.takes('!'))
      negated = !negated;
    return this.primary() !== negated;
  }

  /** Does an operator with two operands stand behind the next word? */
  private isBinary(): boolean {
    const operator = this.args[this.at + 1] ?? '';
    const { flavour, double } = this.kind;
    const known =
      BINARY.test(operator) ||
      (operator === '==' && flavour !== 'dash') ||
      (operator === '=~' && double === true);
    return known && this.at + 2 < this.args.length;
  }

  private primary(): boolean {
    const [first = '', operator = '', right = ''] = this.args.slice(this.at);
    if (this.isBinary()) {
      this.at += 3;
      return this.binary(first, operator, right);
    }
    if (first === '(' && this.at + 2 < this.args.length) {
      this.at += 1;
      const holds = this.either();
      return this.takes(')') ? holds : this.refuse();
    }
    const hasOperand = this.at + 1 < this.args.length;
    const isUnary = isUnaryTest(first) && (first !== '-v' || this.kind.flavour === 'bash');
    if (isUnary && hasOperand) {
      this.at += 2;
      if (first === '-v' && this.kind.isSet) return this.kind.isSet(operator);
      return testFile(first, operator, this.file);
    }
    if (this.at >= this.args.length) this.refuse();
    this.at += 1;
    return first !== '';
  }

  private binary(left: string, operator: string, right: string): boolean {
    switch (operator) {
      case '=':
      case '==':
        return this.kind.double ? matchesPattern(left, right) : left === right;
      case '!=':
        return this.kind.double ? !matchesPattern(left, right) : left !== right;
      case '<':
        return left < right;
      case '>':
        return left > right;
      case '=~':
        return left.length <= MOST_LINE && (posixPattern(right, true)?.test(left) ?? false);
      case '-nt':
      case '-ot':
      case '-ef':
        return false;
      default:
        return testNumbers(operator, this.number(left), this.number(right));
    }
  }

  private number(word: string): number {
    if (/^\s*[-+]?\d+\s*$/.test(word)) return Number(word);
    const { flavour } = this.kind;
    if (flavour === 'ash') throw new TestFailure(`${word}: bad number`);
    throw new TestFailure(
      flavour === 'dash' ? `Illegal number: ${word}` : `${word}: integer expression expected`,
    );
  }
}

/** A test with one operand: of a file, or whether a text is empty. */
export function testFile(operator: string, operand: string, file: FileLookup): boolean {
  const entry = file(operand);
  switch (operator) {
    case '-n':
      return operand !== '';
    case '-z':
      return operand === '';
    case '-e':
    case '-a':
      return entry !== null;
    case '-L':
    case '-h':
      return file(operand, true)?.kind === 'link';
    case '-c':
      return entry?.kind === 'device';
    case '-f':
      return entry !== null && entry.kind !== 'directory' && entry.kind !== 'device';
    case '-d':
      return entry?.kind === 'directory';
    case '-s':
      return entry !== null && (entry.kind === 'directory' || sizeOfEntry(entry) > 0);
    case '-x':
      return entry !== null && (entry.kind === 'directory' || isExecutable(entry, operand));
    case '-r':
    case '-w':
      return entry !== null;
    default:
      return false;
  }
}

/** `-eq` and its kin; false for any other operator. */
export function testNumbers(operator: string, left: number, right: number): boolean {
  switch (operator) {
    case '-eq':
      return left === right;
    case '-ne':
      return left !== right;
    case '-lt':
      return left < right;
    case '-le':
      return left <= right;
    case '-gt':
      return left > right;
    case '-ge':
      return left >= right;
    default:
      return false;
  }
}
