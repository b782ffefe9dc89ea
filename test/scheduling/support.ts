import {
  parseLocalDay,
  parseTimeZone,
  type LocalDay,
  type TimeZone,
} from '@/lib/scheduling/local-day';
import { defaultParameters, type SchedulingParameters } from '@/lib/scheduling/parameters';

/** A day for a test, from its text. */
export function day(text: string): LocalDay {
  const parsed = parseLocalDay(text);
  if (!parsed.ok) throw new Error(`not a day: ${text}`);
  return parsed.value;
}

/** A time zone for a test, from its name. */
export function zone(name: string): TimeZone {
  const parsed = parseTimeZone(name);
  if (!parsed.ok) throw new Error(`not a time zone: ${name}`);
  return parsed.value;
}

/** FSRS-6 and nothing of ours in it: what the published vectors were made with. */
export const plain: SchedulingParameters = {
  ...defaultParameters,
  version: 'plain',
  guessMix: false,
};
