import 'server-only';
import { cookies } from 'next/headers';
import { localeCookie, type Locale } from '@/lib/i18n/locales';
import { secureCookies } from './session-cookie';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language on this browser. For server actions and route handlers. */
export async function setLocaleCookie(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookie, locale, {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    secure: secureCookies(),
  });
}

/** As `setLocaleCookie`, where no language has been chosen yet. */
export async function setFirstLocaleCookie(locale: Locale): Promise<void> {
  if (!(await cookies()).has(localeCookie)) await setLocaleCookie(locale);
}
