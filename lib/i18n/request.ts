import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeCookie, parseLocale } from './locales';
import { messages } from './messages';
import { preferredLocale } from './preferred-locale';

/**
 * next-intl's settings for a request: the language chosen (cookie), else the one the browser prefers. Days are shown as
 * the learner's own (lib/scheduling decides them), so the zone here must not shift them: UTC.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = parseLocale(asked) ?? parseLocale((await cookies()).get(localeCookie)?.value);
  const locale = chosen ?? preferredLocale((await headers()).get('accept-language'));
  return { locale, messages: messages[locale], timeZone: 'UTC' };
});
