import { isExecutable, sizeOfEntry } from '../files/attributes';
import type { FileEntry } from '../filesystem';

/** Evaluates `test` and `[ … ]`: files, texts, numbers, `!`, `-a`, `-o`. */
export function evaluateTest(
  args: readonly string[],
  file: (path: string, link?: boolean) => FileEntry | null,
): boolean {
  const or = args.lastIndexOf('-o');
  if (or > 0)
    return evaluateTest(args.slice(0, or), file) || evaluateTest(args.slice(or + 1), file);
  const and = args.lastIndexOf('-a');
  if (and > 0)
    return evaluateTest(args.slice(0, and), file) && evaluateTest(args.slice(and + 1), file);
  const [first = '', second, third] = args;
  if (args.length === 0) return false;
  if (first === '!' && args.length > 1) return !evaluateTest(args.slice(1), file);
  if (args.length === 1) return first !== '';
  if (args.length === 2) return testFile(first, second ?? '', file);
  return binary(first, second ?? '', third ?? '');
}

/** A test with one operand: of a file, or whether a text is empty. */
export function testFile(
  operator: string,
  operand: string,
  file: (path: string, link?: boolean) => FileEntry | null,
): boolean {
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

function binary(left: string, operator: string, right: string): boolean {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    default:
      return testNumbers(operator, Number(left), Number(right));
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
