import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { AwkError } from './awk/lex';
import { parseAwk } from './awk/parse';
import { AwkRun } from './awk/run';
import { fieldOf } from './awk/value';
import { unescapeText } from './escapes';
import { textOfEntry, unreadable } from './input';
import { fail, isBusybox } from './options';
import { missingOperand } from './usage';
import { entryOf } from './paths';

/** How awk was called: `-F` and `-v` as they came, and the texts of the program. */
interface Order {
  readonly separator: string | null;
  readonly variables: readonly string[];
  readonly sources: readonly string[];
  readonly operands: readonly string[];
}

function read(call: ProgramCall): Order | ProgramOutcome {
  const words = call.argv.slice(1);
  const variables: string[] = [];
  const sources: string[] = [];
  let separator: string | null = null;
  let at = 0;
  for (; /^-[Fvfe]/.test(words[at] ?? ''); at++) {
    const word = words[at] ?? '';
    const value = word.length > 2 ? word.slice(2) : (words[++at] ?? '');
    if (word[1] === 'F') separator = value === 't' ? '\t' : unescapeText(value);
    else if (word[1] === 'v') variables.push(value);
    else if (word[1] === 'e') sources.push(value);
    else {
      const entry = entryOf(call, value);
      if (unreadable(call, value) !== null || !entry)
        return fail(
          call,
          isBusybox(call) ? (unreadable(call, value) ?? '') : `couldn't open file ${value}`,
          isBusybox(call) ? 1 : 2,
        );
      sources.push(textOfEntry(entry));
    }
  }
  if (words[at] === '--') at++;
  if (sources.length === 0 && at < words.length) sources.push(words[at++] ?? '');
  return { separator, variables, sources, operands: words.slice(at) };
}

/** The language of POSIX awk: as mawk on the learner's machine, as busybox in an image. */
export const awk: Program = (call) => {
  const order = read(call);
  if ('kind' in order) return order;
  const { separator, variables, sources, operands } = order;
  if (sources.length === 0) {
    if (isBusybox(call)) return missingOperand(call);
    call.error("Usage: awk [POSIX or GNU style options] [--] 'program' file ...\n");
    return { kind: 'exit', code: 2 };
  }
  try {
    const run = new AwkRun(parseAwk(sources.join('\n')), call);
    if (separator !== null) run.memory.variables.set('FS', separator);
    for (const pair of variables) {
      const at = pair.indexOf('=');
      if (at > 0)
        run.memory.variables.set(pair.slice(0, at), fieldOf(unescapeText(pair.slice(at + 1))));
    }
    const readsInput = operands.every(
      (operand) => operand === '-' || /^[A-Za-z_]\w*=/.test(operand),
    );
    if (run.reads && readsInput && call.stdin === null) return { kind: 'read' };
    return { kind: 'exit', code: run.run(operands) };
  } catch (failure) {
    if (!(failure instanceof AwkError)) throw failure;
    return refused(call, failure);
  }
};

/** What awk says of a program that it cannot run. */
function refused(call: ProgramCall, { reason, near, line }: AwkError): ProgramOutcome {
  if (isBusybox(call)) {
    const words = {
      token: 'Unexpected token',
      string: 'Unexpected end of string',
      end: 'Unexpected token',
      function: 'Call to undefined function',
      math: 'Math support is not compiled in',
      division: 'Division by zero',
      limit: 'Out of memory',
    };
    call.error(`awk: cmd. line:${line}: ${words[reason]}\n`);
    return { kind: 'exit', code: 1 };
  }
  const place = near === '\n' ? 'end of line' : near;
  const words =
    reason === 'end'
      ? `line ${line + 1}: missing } near end of file`
      : reason === 'string'
        ? `line ${line}: runaway ${near === '/' ? 'regular expression' : 'string constant'} ${near} ...`
        : reason === 'function'
          ? `line ${line}: function ${near} never defined`
          : reason === 'token'
            ? `line ${line}: syntax error at or near ${place}`
            : `program limit exceeded`;
  call.error(`awk: ${words}\n`);
  return { kind: 'exit', code: 2 };
}
