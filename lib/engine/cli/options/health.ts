import { CommandError } from '../client';
import type { ParsedFlags } from '../flags';

const NANOSECONDS = 1e6;
const DURATIONS = ['interval', 'timeout', 'start-period', 'start-interval'] as const;

/** The health check that the flags of `run` and `create` ask for, durations in nanoseconds; null without any. Throws a CommandError. */
export function healthcheck(flags: ParsedFlags): Readonly<Record<string, unknown>> | null {
  const cmd = flags.string('health-cmd');
  const retries = flags.number('health-retries');
  const duration = (name: (typeof DURATIONS)[number]): number => flags.number(`health-${name}`);
  const asked = cmd !== '' || retries !== 0 || DURATIONS.some((name) => duration(name) !== 0);
  if (flags.bool('no-healthcheck')) {
    if (asked) throw new CommandError('--no-healthcheck conflicts with --health-* options');
    return { Test: ['NONE'] };
  }
  if (!asked) return null;
  const negative = (name: string, value: number): void => {
    if (value < 0) throw new CommandError(`--health-${name} cannot be negative`);
  };
  negative('interval', duration('interval'));
  negative('timeout', duration('timeout'));
  negative('retries', retries);
  negative('start-period', duration('start-period'));
  negative('start-interval', duration('start-interval'));
  const member = (key: string, value: number): Readonly<Record<string, number>> =>
    value === 0 ? {} : { [key]: value };
  return {
    ...(cmd === '' ? {} : { Test: ['CMD-SHELL', cmd] }),
    ...member('Interval', duration('interval') * NANOSECONDS),
    ...member('Timeout', duration('timeout') * NANOSECONDS),
    ...member('StartPeriod', duration('start-period') * NANOSECONDS),
    ...member('StartInterval', duration('start-interval') * NANOSECONDS),
    ...member('Retries', retries),
  };
}
