import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './globals.css';

import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { parseTheme, themeCookie } from '@/components/shell/theme';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { default: `${t('name')} · ${t('tagline')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#10171e' },
  ],
};

/** The document: its language, its light, its fonts, and the few words every page's islands need. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    // The theme switch changes data-theme in the browser before React does.
    <html lang={locale} data-theme={theme} suppressHydrationWarning>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  );
}
