import 'server-only';
import { db } from '../db';
import type { Locale } from '../generated/client';

/** Remembers the language somebody switched to, for mails and for their other devices. */
export async function changeLocale(personId: string, locale: Locale): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { locale } });
}
