import { err, ok, type Result } from '../../../kernel/result';
import { cut, readCsv, recordOfPairs } from './csv';

/** What `--gpus` asks for, as the API takes it. */
export interface DeviceRequest {
  readonly Driver: string;
  readonly Count: number;
  readonly DeviceIDs: readonly string[] | null;
  readonly Capabilities: readonly (readonly string[])[];
  readonly Options: Readonly<Record<string, string>>;
}

function count(text: string): Result<number, string> {
  if (text === 'all') return ok(-1);
  return /^[+-]?\d+$/.test(text)
    ? ok(Number(text))
    : err(`invalid count (${text}): value must be either "all" or an integer: invalid syntax`);
}

/** Reads `all`, `2`, `device=0,driver=nvidia` (docker/cli opts/gpus.go). */
export function parseGpus(text: string): Result<DeviceRequest, string> {
  const fields = readCsv(text);
  if (!fields.ok) return fields;
  const request = {
    Driver: '',
    Count: 0,
    DeviceIDs: null as readonly string[] | null,
    Capabilities: [['gpu']] as readonly (readonly string[])[],
    Options: {} as Readonly<Record<string, string>>,
  };
  const seen = new Set<string>();
  for (const field of fields.value) {
    const [key, value] = cut(field);
    if (seen.has(key)) return err(`gpu request key '${key}' can be specified only once`);
    seen.add(key);
    if (value === null || key === 'count') {
      seen.add('count');
      const number = count(value ?? key);
      if (!number.ok) return number;
      request.Count = number.value;
    } else if (key === 'driver') request.Driver = value;
    else if (key === 'device') request.DeviceIDs = value.split(',');
    else if (key === 'capabilities') request.Capabilities = [[...value.split(','), 'gpu']];
    else if (key === 'options') {
      const options = readCsv(value);
      if (!options.ok) return err(`failed to read gpu options: ${options.error}`);
      request.Options = recordOfPairs(options.value);
    } else return err(`unexpected key '${key}' in '${field}'`);
  }
  if (!seen.has('count') && request.DeviceIDs === null) request.Count = 1;
  return ok(request);
}
