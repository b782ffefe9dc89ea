import { err, ok, type Result } from '../../../kernel/result';
import { cut, readCsv } from './csv';

/** The `key=value` pairs of one value (pflag string_to_string.go): one pair as it is, several as comma-separated values. */
function fieldsOf(value: string): Result<readonly string[], string> {
  return value.split('=').length === 2 ? ok([value.replace(/^"+|"+$/g, '')]) : readCsv(value);
}

/** Refuses what holds no pairs. */
export function checkPairs(value: string): Result<string, string> {
  if (!value.includes('=')) return err(`${value} must be formatted as key=value`);
  const fields = fieldsOf(value);
  if (!fields.ok) return fields;
  const bad = fields.value.find((field) => !field.includes('='));
  return bad === undefined ? ok(value) : err(`${bad} must be formatted as key=value`);
}

/** The pairs of a value that `checkPairs` has let pass. */
export function pairsOf(value: string): readonly (readonly [string, string])[] {
  const fields = fieldsOf(value);
  return (fields.ok ? fields.value : []).map((field) => {
    const [key, text] = cut(field);
    return [key, text ?? ''] as const;
  });
}
