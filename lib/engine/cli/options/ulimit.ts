import { err, ok, type Result } from '../../../kernel/result';
import { goQuote } from '../template/go-quote';
import { cut } from './csv';

const NAMES =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  );

export interface Ulimit {
  readonly Name: string;
  readonly Hard: number;
  readonly Soft: number;
}

/** Reads `nofile=1024:2048` (docker/go-units ulimit.go). */
export function parseUlimit(text: string): Result<Ulimit, string> {
  const [name, values] = cut(text);
  if (values === null) return err(`invalid ulimit argument: ${text}`);
  if (!NAMES.includes(name)) return err(`invalid ulimit type: ${name}`);
  const parts = values.split(':');
  if (parts.length > 2)
    return err(
      `too many limit value arguments - ${values}, can only have up to two, \`soft[:hard]\``,
    );
  const bad = [...parts].reverse().find((part) => !/^[+-]?\d+$/.test(part));
  if (bad !== undefined) return err(`strconv.ParseInt: parsing ${goQuote(bad)}: invalid syntax`);
  const soft = Number(parts[0]);
  const hard = Number(parts[1] ?? parts[0]);
  const rule = 'ulimit soft limit must be less than or equal to hard limit:';
  if (hard !== -1 && soft === -1) return err(`${rule} soft: -1 (unlimited), hard: ${hard}`);
  if (hard !== -1 && soft > hard) return err(`${rule} ${soft} > ${hard}`);
  return ok({ Name: name, Hard: hard, Soft: soft });
}
