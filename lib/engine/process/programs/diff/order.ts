import { own } from '../../../../kernel/own';
import type { ProgramCall, ProgramOutcome } from '../../program';
import { fail, isBusybox, optionsOf, type Options } from '../options';
import { tellUsage } from '../usage';

/** What diff was asked for. */
export interface Order {
  readonly left: string;
  readonly right: string;
  /** Lines around a change in the unified format; null: the default format. */
  readonly context: number | null;
  readonly options: Options;
  readonly labels: readonly string[];
  /** What of a line is compared. */
  readonly keyOf: (line: string) => string;
  /** Whether a last line without an end equals one that has it. */
  readonly ignoresEnd: boolean;
  /** How many names in folders may still be looked at: links may lead in circles. */
  readonly budget: { names: number };
  /** The options as they came, which stand before the names of files in folders. */
  readonly words: string;
}

const LONG: Readonly<Record<string, string>> = {
  brief: 'q',
  'report-identical-files': 's',
  recursive: 'r',
  'new-file': 'N',
  unified: 'u',
  'ignore-case': 'i',
  'ignore-space-change': 'b',
  'ignore-all-space': 'w',
  'ignore-trailing-space': 'Z',
  'ignore-blank-lines': 'B',
  text: 'a',
  label: 'L',
};

const MOST_NAMES = 2_000;

const TRY = "\ndiff: Try 'diff --help' for more information.";

/** A long option of no meaning at all. */
function isUnknown(word: string): boolean {
  const name = /^--([^=]+)/.exec(word)?.[1];
  return name !== undefined && own(LONG, name) === undefined;
}

/** Takes diff's words apart; an outcome where they make no sense. */
export function readOrder(call: ProgramCall): Order | ProgramOutcome {
  const isOf = isBusybox(call);
  const unknown = call.argv.find(isUnknown);
  if (unknown !== undefined && !isOf)
    return fail(call, `unrecognized option '${unknown}'${TRY}`, 2);
  // GNU's `--unified=3` and `-u3` are `-U 3`, without a number `-u`.
  const argv = call.argv.map((word) => word.replace(/^(?:--unified=(?=.)|-u(?=\d+$))/, '-U'));
  const options = optionsOf({ ...call, argv }, isOf ? 'ULS' : 'ULxF', LONG);
  const [left, right, extra] = options.operands;
  if (left === undefined || right === undefined || extra !== undefined) {
    if (isOf) {
      tellUsage(call);
      return { kind: 'exit', code: 1 };
    }
    const words =
      extra === undefined
        ? `missing operand after '${call.argv.at(-1) ?? ''}'`
        : `extra operand '${extra}'`;
    return fail(call, `${words}${TRY}`, 2);
  }
  const lines = options.value('U');
  if (lines !== undefined && !/^\d+$/.test(lines))
    return isOf
      ? fail(call, `invalid number '${lines}'`)
      : fail(call, `invalid context length '${lines}'${TRY}`, 2);
  const isUnified = isOf || options.has('u') || lines !== undefined;
  return {
    left,
    right,
    context: isUnified ? Number(lines ?? 3) : null,
    options,
    labels: options.values('L'),
    keyOf: keyOf(options),
    ignoresEnd: ['b', 'w', 'Z'].some(options.has),
    budget: { names: MOST_NAMES },
    words: optionWords(call.argv, options.operands),
  };
}

function keyOf({ has }: Options): (line: string) => string {
  return (line) => {
    let key = line;
    if (has('w')) key = key.replace(/\s+/g, '');
    else if (has('b')) key = key.trimEnd().replace(/\s+/g, ' ');
    else if (has('Z')) key = key.trimEnd();
    return has('i') ? key.toLowerCase() : key;
  };
}

function optionWords(argv: readonly string[], operands: readonly string[]): string {
  const words = argv.slice(1);
  for (const operand of operands.toReversed()) words.splice(words.lastIndexOf(operand), 1);
  return words
    .filter((word) => word !== '--')
    .map((word) => `${word} `)
    .join('');
}
