import type { FileEntry } from '../filesystem';

/** Evaluates `test` and `[ … ]`: files, texts, numbers, `!`, `-a`, `-o`. */
export function evaluateTest(
  args: readonly string[],
  file: (path: string) => FileEntry | null,
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
  if (args.length === 2) return unary(first, second ?? '', file);
  return binary(first, second ?? '', third ?? '');
}

function unary(
  operator: string,
  operand: string,
  file: (path: string) => FileEntry | null,
): boolean {
  const entry = file(operand);
  switch (operator) {
    case '-n':
      return operand !== '';
    case '-z':
      return operand === '';
    case '-e':
      return entry !== null;
    case '-f':
      return entry !== null && entry.kind !== 'directory';
    case '-d':
      return entry?.kind === 'directory';
    case '-s':
      return entry !== null && !(entry.kind === 'text' && entry.text === '');
    case '-x':
      return (
        entry?.kind === 'program' ||
        (entry?.kind === 'text' && ((entry.mode ?? 0o644) & 0o111) !== 0)
      );
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
    case '-eq':
      return Number(left) === Number(right);
    case '-ne':
      return Number(left) !== Number(right);
    case '-lt':
      return Number(left) < Number(right);
    case '-le':
      return Number(left) <= Number(right);
    case '-gt':
      return Number(left) > Number(right);
    case '-ge':
      return Number(left) >= Number(right);
    default:
      return false;
  }
}
