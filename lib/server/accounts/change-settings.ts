import 'server-only';
import { z } from 'zod';
import { db } from '../db';
import {
  desiredRetentionField,
  localeField,
  nameField,
  newPerDayField,
  rollOverHourField,
  timeZoneField,
} from './account-fields';

/** What a person may set about themselves. A guest's name stays empty: they have no use for one yet. */
export const settingsSchema = z.object({
  name: z.union([z.literal(''), nameField]),
  locale: localeField,
  timeZone: timeZoneField,
  rollOverHour: rollOverHourField,
  newPerDay: newPerDayField,
  desiredRetention: desiredRetentionField,
});

export type Settings = z.infer<typeof settingsSchema>;

/** Stores somebody's settings. Practice follows them from the next question on; what was reviewed stays as it was. */
export async function changeSettings(personId: string, settings: Settings): Promise<void> {
  await db.person.update({ where: { id: personId }, data: settings });
}
