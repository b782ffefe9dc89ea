import type { Program, ProgramCall } from '../program';
import { parseDate } from './date-input';
import { dateText } from './date-text';
import { fail, isBusybox, optionsOf, quoted, tryHelp, type Options } from './options';
import { absolute, entryOf } from './paths';

/** The formats of `-I` and `--rfc-3339` by how exact they are. */
const ISO: Readonly<Record<string, string>> = {
  '': '%F',
  date: '%F',
  hours: '%FT%H+00:00',
  minutes: '%FT%R+00:00',
  seconds: '%FT%T+00:00',
  ns: '%FT%T,%N+00:00',
};
const RFC_3339: Readonly<Record<string, string>> = {
  date: '%F',
  seconds: '%F %T+00:00',
  ns: '%F %T.%N+00:00',
};

/** `-I`, whose unit stands in the same word. */
const ISO_WORD = /^(?:-u?I|--iso-8601=?)(.*)$/;

const LONG = { date: 'd', reference: 'r', 'rfc-2822': 'R', 'rfc-email': 'R' };

/** The format that an option asks for, or `''`; a text that is none of theirs is wrong. */
function formatOf(call: ProgramCall): { readonly format: string } | { readonly wrong: string } {
  for (const word of call.argv.slice(1)) {
    const [, iso] = ISO_WORD.exec(word) ?? [];
    const [, rfc] = /^--rfc-3339=(.*)$/.exec(word) ?? [];
    const given = iso ?? rfc;
    if (given === undefined) continue;
    const table = iso === undefined ? RFC_3339 : ISO;
    const format = Object.entries(table).find(([name]) =>
      given === '' ? name === '' : name.startsWith(given),
    )?.[1];
    const option = iso === undefined ? '--rfc-3339' : '--iso-8601';
    return format === undefined
      ? { wrong: `invalid argument ${quoted(call, given)} for ${quoted(call, option)}` }
      : { format };
  }
  return { format: '' };
}

/** The moment that is asked for, in milliseconds; a text is what is wrong. */
function momentOf(call: ProgramCall, options: Options): number | string {
  const file = options.value('r');
  if (file !== undefined) {
    const entry = entryOf(call, file);
    return entry
      ? call.host.files.changedAt(absolute(call, file), entry)
      : isBusybox(call)
        ? `can't stat '${file}': No such file or directory`
        : `${file}: No such file or directory`;
  }
  const asked = options.value('d');
  if (asked === undefined) return call.host.now;
  const at = parseDate(asked, call.host.now);
  if (!Number.isNaN(at)) return at;
  return isBusybox(call) ? `invalid date '${asked}'` : `invalid date ${quoted(call, asked)}`;
}

/** `date [-u] [-I[UNIT]] [-R] [--rfc-3339=UNIT] [-d TIME | -r FILE] [+FORMAT]` on the engine's clock. */
export const date: Program = (call) => {
  const plain = call.argv.filter((word) => !ISO_WORD.test(word));
  const options = optionsOf({ ...call, argv: plain }, 'dDr', LONG);
  const format = options.operands.find((word) => word.startsWith('+'));
  if (format === undefined && options.operands.length > 0)
    return fail(
      call,
      isBusybox(call)
        ? `invalid date '${options.operands[0] ?? ''}'`
        : `invalid date ${quoted(call, options.operands[0] ?? '')}`,
    );
  const asked = formatOf(call);
  if ('wrong' in asked) return fail(call, asked.wrong + tryHelp(call));
  const at = momentOf(call, options);
  if (typeof at === 'string') return fail(call, at);
  const byItself = options.has('R') ? '%a, %d %b %Y %T +0000' : '%a %b %e %T UTC %Y';
  call.out(`${dateText(at, format?.slice(1) ?? (asked.format || byItself))}\n`);
  return { kind: 'exit', code: 0 };
};
