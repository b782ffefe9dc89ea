import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { classNames } from '@/components/ui/class-names';
import { AccountMenu, type ShellViewer } from './account-menu';
import { LocaleSwitch } from './locale-switch';
import { Logo } from './logo';
import { MainNavigation } from './main-navigation';
import { places, type MainPlace } from './places';
import { parseTheme, themeCookie } from './theme';
import { ThemeChoice } from './theme-choice';

interface AppShellProps {
  /** Null when nobody is signed in: then there is no navigation, only the way in. */
  readonly viewer: ShellViewer | null;
  /** The places this viewer may go to. */
  readonly permitted: readonly MainPlace[];
  /** Ends the session; a server action. */
  readonly signOut: () => Promise<void>;
  /** `page` is a column for reading, `wide` for the studio and reports, `whole` for a terminal with something beside it. */
  readonly width?: 'page' | 'wide' | 'whole';
  readonly children: ReactNode;
}

const columns = { page: 'max-w-5xl', wide: 'max-w-7xl', whole: 'max-w-[104rem]' } as const;

/** The frame of every page but practice: skip link, header, content, footer. */
export async function AppShell({
  viewer,
  permitted,
  signOut,
  width = 'page',
  children,
}: AppShellProps) {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const column = columns[width];
  return (
    <div lang={locale} className="flex min-h-dvh flex-col">
      <header className="border-line bg-paper sticky top-0 z-20 border-b">
        <a
          href="#content"
          className="bg-ink text-surface rounded-control sr-only z-50 px-4 py-3 font-medium focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t('skip')}
        </a>
        <div className={classNames('mx-auto flex h-14 items-center gap-2 px-4 md:h-16', column)}>
          <Link
            href={places.today}
            aria-label={t('home')}
            className="text-ink -ml-1 flex min-h-11 items-center gap-2 px-1 text-lg font-bold tracking-tight"
          >
            <Logo className="size-8" />
            <span translate="no" className="max-[23rem]:sr-only">
              {t('name')}
            </span>
          </Link>
          <div className="ml-2 flex-1 md:ml-6">
            {viewer === null ? null : <MainNavigation permitted={permitted} />}
          </div>
          <div className="-mr-2 flex items-center">
            <LocaleSwitch />
            <ThemeChoice theme={theme} />
            {viewer === null ? (
              <LinkButton size="small" href={places.signIn} className="mx-2 whitespace-nowrap">
                {t('signIn')}
              </LinkButton>
            ) : (
              <AccountMenu viewer={viewer} signOut={signOut} />
            )}
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={classNames('mx-auto w-full flex-1 px-4 py-6 sm:py-10', column)}
      >
        {children}
      </main>
      <footer
        className={classNames(
          'text-muted mx-auto w-full px-4 pt-4 pb-6 text-sm',
          viewer !== null && 'max-md:pb-24',
          column,
        )}
      >
        {t('footer')}
      </footer>
    </div>
  );
}
