import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '@/lib/i18n/messages';

/** What every page's islands need: the shell's switches. */
const always = ['shell'] as const satisfies readonly (keyof Messages)[];

/**
 * Sends the browser only the words its islands use. The root layout sends `always`; a page with islands of its own wraps
 * them: `<ClientMessages namespaces={['question', 'stage', 'verdict', 'practice']}>`.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  readonly namespaces?: readonly (keyof Messages)[];
  readonly children: ReactNode;
}) {
  const locale = await getLocale();
  const messages = await getMessages();
  const chosen = Object.fromEntries(
    [...always, ...namespaces].map((namespace) => [namespace, messages[namespace]]),
  );
  return (
    <NextIntlClientProvider locale={locale} messages={chosen}>
      {children}
    </NextIntlClientProvider>
  );
}
