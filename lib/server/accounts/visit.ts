import 'server-only';
import { getLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import type { Visit } from '../auth';
import { getViewer } from '../viewer';
import { timeZoneField } from './account-fields';
import { defaultTimeZone } from './default-time-zone';
import { requestAddress } from './request-address';

/**
 * The circumstances of this request, for signing somebody in.
 *
 * @param browserTimeZone what the form sent along; the language's default when it is none
 */
export async function readVisit(browserTimeZone: unknown = null): Promise<Visit> {
  const locale = await getLocale();
  const timeZone = timeZoneField.safeParse(browserTimeZone);
  return {
    current: await getViewer(),
    address: requestAddress(await headers()),
    locale,
    timeZone: timeZone.success ? timeZone.data : defaultTimeZone(locale),
  };
}
