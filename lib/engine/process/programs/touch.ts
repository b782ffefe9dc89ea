import type { Program, ProgramCall } from '../program';
import { parseDate } from './date-input';
import { fail, forEach, isBusybox, optionsOf, quoted, type Options } from './options';
import { missingOperand } from './usage';
import { absolute, entryOf, make } from './paths';

/** `[[CC]YY]MMDDhhmm[.ss]` of `-t`. */
const STAMP = /^(\d{2,4}?)?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/;

function stampOf(text: string, now: number): number {
  const [, years = '', month, day, hour, minute, second = '00'] = STAMP.exec(text) ?? [];
  const given = Number(years);
  const year =
    years === ''
      ? new Date(now).getUTCFullYear()
      : years.length === 2
        ? given + (given < 69 ? 2000 : 1900)
        : given;
  return parseDate(
    `${String(year)}-${month ?? ''}-${day ?? ''} ${hour ?? ''}:${minute ?? ''}:${second}`,
    now,
  );
}

/** The moment that options ask for, in milliseconds; a text is what is wrong. */
function timeOf(call: ProgramCall, options: Options): number | string {
  const { now, files } = call.host;
  const like = options.value('r');
  if (like !== undefined) {
    const entry = entryOf(call, like);
    if (entry) return files.changedAt(absolute(call, like), entry);
    return isBusybox(call)
      ? `${like}: No such file or directory`
      : `failed to get attributes of ${quoted(call, like)}: No such file or directory`;
  }
  const [words, stamp] = [options.value('d'), options.value('t')];
  const asked = words ?? stamp;
  if (asked === undefined) return now;
  const time = words === undefined ? stampOf(asked, now) : parseDate(asked, now);
  if (!Number.isNaN(time)) return time;
  return isBusybox(call) ? `invalid date '${asked}'` : `invalid date format ${quoted(call, asked)}`;
}

/** `touch [-c] [-d TIME | -t STAMP | -r FILE] FILE…` */
export const touch: Program = (call) => {
  const options = optionsOf(call, 'drt', { date: 'd', reference: 'r', 'no-create': 'c' });
  if (options.operands.length === 0) return missingOperand(call);
  const time = timeOf(call, options);
  if (typeof time === 'string') return fail(call, time);
  const told = (path: string, reason: string | null): string | null =>
    reason &&
    (isBusybox(call) ? `${path}: ${reason}` : `cannot touch ${quoted(call, path)}: ${reason}`);
  return forEach(call, options.operands, (path) => {
    if (!entryOf(call, path)) {
      if (options.has('c')) return null;
      const reason = make(call, path, { kind: 'text', text: '', mtime: time });
      return told(path, reason);
    }
    const reason = call.host.refusal(absolute(call, path), call.user, 'write');
    if (reason === null)
      call.host.files.alter(absolute(call, path), (entry) => ({ ...entry, mtime: time }));
    return told(path, reason);
  });
};
