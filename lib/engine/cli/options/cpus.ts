import { err, ok, type Result } from '../../../kernel/result';

const BILLION = 1_000_000_000n;
const RATIONAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?(?:\/(\d+))?$/;

/** A rational number in billionths: `1.5`, `.5`, `1/2`, `5e-1`; null when it is none or not whole. */
function billionths(text: string): bigint | 'no-number' | 'too-precise' {
  const match = RATIONAL.exec(text);
  const [, sign = '', whole = '', decimals = '', exponent = '0', denominator = '1'] = match ?? [];
  if (!match || whole + decimals === '' || BigInt(denominator) === 0n) return 'no-number';
  const power = Number(exponent) - decimals.length;
  let numerator = BigInt(whole + decimals) * BILLION;
  let divisor = BigInt(denominator);
  if (power > 0) numerator *= 10n ** BigInt(power);
  else divisor *= 10n ** BigInt(-power);
  if (numerator % divisor !== 0n) return 'too-precise';
  return (sign === '-' ? -1n : 1n) * (numerator / divisor);
}

/** What `--cpus` takes (docker/cli opts ParseCPUs): a rational number that is whole in billionths. */
export function checkCpus(text: string): Result<string, string> {
  const value = billionths(text);
  if (value === 'no-number') return err(`failed to parse ${text} as a rational number`);
  return value === 'too-precise' ? err('value is too precise') : ok(text);
}

/** The value of `--cpus` in billionths of a processor, once it has been checked. */
export function parseCpus(text: string): number {
  const value = billionths(text);
  return typeof value === 'bigint' ? Number(value) : 0;
}
