import 'server-only';
import { AppError } from '@/lib/server/app-error';
import type { Prisma } from '@/lib/server/generated/client';
import { localDay, parseTimeZone, type LocalDay, type TimeZone } from '@/lib/scheduling/local-day';
import { parametersForRetention, type SchedulingParameters } from '@/lib/scheduling/parameters';

/** What the planner and the memory model need to know of a person at one moment. */
export interface Learner {
  readonly id: string;
  readonly timeZone: TimeZone;
  readonly rollOverHour: number;
  readonly newPerDay: number;
  readonly parameters: SchedulingParameters;
  /** The learner's local day at the moment of asking. */
  readonly today: LocalDay;
}

/**
 * The learner of this id at `now` (milliseconds).
 * Throws AppError 'unauthorized' when the account is gone: whoever asks holds an old session.
 */
export async function getLearner(
  client: Prisma.TransactionClient,
  id: string,
  now: number,
): Promise<Learner> {
  const person = await client.person.findUnique({
    where: { id },
    select: { timeZone: true, rollOverHour: true, newPerDay: true, desiredRetention: true },
  });
  if (person === null) throw new AppError('unauthorized');
  const timeZone = parseTimeZone(person.timeZone);
  if (!timeZone.ok) throw new Error(`person ${id} has the unknown time zone ${person.timeZone}`);
  const parameters = parametersForRetention(person.desiredRetention);
  if (!parameters.ok) throw new Error(`person ${id}: ${parameters.error.kind}`);
  return {
    id,
    timeZone: timeZone.value,
    rollOverHour: person.rollOverHour,
    newPerDay: person.newPerDay,
    parameters: parameters.value,
    today: localDay(now, timeZone.value, person.rollOverHour),
  };
}
