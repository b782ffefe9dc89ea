import { err, ok, type Result } from '../../../kernel/result';

/** The fields of one line of comma-separated values (Go's encoding/csv): `a,"b,c"`. The error is Go's, columns counted from one. */
export function readCsv(text: string): Result<readonly string[], string> {
  const [line = ''] = text.split('\n');
  if (line === '') return err('EOF');
  const fields: string[] = [];
  const wrong = (at: number, reason: string): Result<readonly string[], string> =>
    err(`parse error on line 1, column ${at + 1}: ${reason}`);
  for (let at = 0; ;) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at);
      const field = end < 0 ? line.slice(at) : line.slice(at, end);
      const quote = field.indexOf('"');
      if (quote >= 0) return wrong(at + quote, 'bare " in non-quoted field');
      fields.push(field);
      if (end < 0) return ok(fields);
      at = end + 1;
      continue;
    }
    let field = '';
    at++;
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote < 0) return wrong(line.length, 'extraneous or missing " in quoted-field');
      field += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      field += '"';
      at++;
    }
    fields.push(field);
    if (at >= line.length) return ok(fields);
    if (line[at] !== ',') return wrong(at - 1, 'extraneous or missing " in quoted-field');
    at++;
  }
}

/** `key=value` cut at the first `=`; `value` is null without one. */
export function cut(text: string, separator = '='): readonly [key: string, value: string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** `key=value` pairs as a record; a pair without `=` has the value `''`. */
export function recordOfPairs(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const [key, value] = cut(pair);
      return [key, value ?? ''];
    }),
  );
}
