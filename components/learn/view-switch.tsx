import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { places } from '@/components/shell/places';
import { classNames } from '@/components/ui/class-names';

/** The two ways to see the course; links, so that each has an address. */
export function ViewSwitch({ view }: { readonly view: 'map' | 'list' }) {
  const t = useTranslations('learn');
  const link = (to: 'map' | 'list', href: string, words: string) => (
    <Link
      href={href}
      aria-current={to === view ? 'page' : undefined}
      className={classNames(
        'inline-flex min-h-9 items-center rounded-md px-3 text-sm font-medium',
        to === view ? 'bg-surface text-ink shadow-card' : 'text-muted hover:text-ink',
      )}
    >
      {words}
    </Link>
  );
  return (
    <nav
      aria-label={t('view')}
      className="bg-sunken rounded-control hidden gap-1 p-1 xl:inline-flex"
    >
      {link('map', places.learn, t('viewMap'))}
      {link('list', `${places.learn}?view=list`, t('viewList'))}
    </nav>
  );
}
