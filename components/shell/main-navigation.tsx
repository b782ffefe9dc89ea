'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { BookOpen, CalendarCheck, PencilRuler, SquareTerminal, Users } from 'lucide-react';
import { classNames } from '@/components/ui/class-names';
import { places, type MainPlace } from './places';

const icons = {
  today: CalendarCheck,
  learn: BookOpen,
  terminal: SquareTerminal,
  cohorts: Users,
  studio: PencilRuler,
} as const;

/** The main places: a bar under the thumb on a phone, words in the header on a wide screen. */
export function MainNavigation({ permitted }: { readonly permitted: readonly MainPlace[] }) {
  const t = useTranslations('shell');
  const path = usePathname();
  return (
    <nav
      aria-label={t('navigation')}
      className="border-line bg-surface fixed inset-x-0 bottom-0 z-30 border-t pb-[env(safe-area-inset-bottom)] md:static md:border-0 md:bg-transparent md:pb-0"
    >
      <ul className="mx-auto flex max-w-lg md:mx-0 md:gap-1">
        {permitted.map((place) => {
          const href = places[place];
          const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
          const Icon = icons[place];
          return (
            <li key={place} className="flex-1 md:flex-none">
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs font-medium',
                  'md:rounded-control md:min-h-11 md:flex-row md:gap-2 md:px-3 md:text-[0.9375rem]',
                  here ? 'text-ink md:bg-sunken font-semibold' : 'text-muted hover:text-ink',
                )}
              >
                <Icon aria-hidden className="size-5.5 md:hidden" strokeWidth={here ? 2.4 : 1.8} />
                {t(place)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
