import { bytesOf, ofBytes } from './awk/value';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { complain, fail, isBusybox, optionsOf, quoted, tryHelp, type Options } from './options';
import { CharacterSet, SetError } from './tr/character-set';
import { missingOperand } from './usage';

/** `tr [-cdst] SET1 [SET2]`: bytes of the input, translated, deleted or squeezed. */
export const tr: Program = (call) => {
  const options = optionsOf(call, '', {
    delete: 'd',
    'squeeze-repeats': 's',
    complement: 'c',
    'truncate-set1': 't',
  });
  const refused = isBusybox(call) ? null : miscounted(call, options);
  if (refused !== null) return refused;
  const [one, two] = options.operands;
  if (one === undefined) return missingOperand(call);
  if (call.stdin === null) return { kind: 'read' };
  try {
    call.out(ofBytes(translated(call, options, one, two)));
  } catch (wrong) {
    if (!(wrong instanceof SetError)) throw wrong;
    return fail(call, wrong.message);
  }
  return { kind: 'exit', code: 0 };
};

/** What GNU says of too few and too many sets. */
function miscounted(call: ProgramCall, { has, operands }: Options): ProgramOutcome | null {
  const isDeleting = has('d') && !has('s');
  const [most, least] = [isDeleting ? 1 : 2, has('d') === has('s') ? 2 : 1];
  const [extra, last] = [operands[most], operands.at(-1)];
  if (operands.length === 0) return missingOperand(call);
  if (operands.length < least) {
    const both = has('d') ? 'both deleting and squeezing repeats' : 'translating';
    complain(
      call,
      `missing operand after ${quoted(call, last ?? '')}\nTwo strings must be given when ${both}.${tryHelp(call)}`,
    );
  } else if (extra !== undefined) {
    const only = 'Only one string may be given when deleting without squeezing repeats.';
    const why = isDeleting && operands.length === 2 ? `\n${only}` : '';
    complain(call, `extra operand ${quoted(call, extra)}${why}${tryHelp(call)}`);
  } else return null;
  return { kind: 'exit', code: 1 };
}

function translated(call: ProgramCall, options: Options, one: string, two?: string): string {
  const { has } = options;
  const isOf = isBusybox(call);
  const isTranslating = !has('d') && two !== undefined;
  const isComplement = has('c') || has('C');
  const quote = (word: string): string => quoted(call, word);
  const from = new CharacterSet(bytesOf(one), isOf, isComplement, quote);
  const into = two === undefined ? null : new CharacterSet(bytesOf(two), isOf, false, quote);
  const source = has('t') && into ? from.bytes.slice(0, into.bytes.length) : from.bytes;
  const target = isTranslating ? (into?.filled(source.length) ?? '') : '';
  if (isTranslating && target === '' && !(has('t') && !isOf) && (isOf || source !== ''))
    throw new SetError(
      isOf ? 'STRING2 cannot be empty' : 'when not truncating set1, string2 must be non-empty',
    );
  const places = new Map([...source].map((byte, at) => [byte, at] as const));
  const squeezed = new Set(into === null ? source : isTranslating ? target : into.bytes);
  let [out, last] = ['', ''];
  for (const byte of bytesOf(call.stdin ?? '')) {
    const place = places.get(byte);
    if (place !== undefined && has('d')) continue;
    const next =
      place === undefined || !isTranslating ? byte : (target[place] ?? target.at(-1) ?? byte);
    if (has('s') && next === last && squeezed.has(next)) continue;
    out += next;
    last = next;
  }
  return out;
}
