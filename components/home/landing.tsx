import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BrowserTimeZone } from '@/components/account/browser-time-zone';
import { Button } from '@/components/ui/button';
import { places } from '@/components/shell/places';
import { LinkButton } from '@/components/ui/link-button';

interface LandingProps {
  /** Begins a guest's practice; a server action that ends in a redirect. */
  readonly practiseAsGuest: (data: FormData) => Promise<void>;
  /** The live question (an island); null when there is none to show. */
  readonly live: ReactNode;
}

/** The first page for a stranger: what this is in one sentence, one question to answer right here, the way in. */
export function Landing({ practiseAsGuest, live }: LandingProps) {
  const t = useTranslations('home');
  const reasons = [
    ['why1Title', 'why1Text'],
    ['why2Title', 'why2Text'],
    ['why3Title', 'why3Text'],
  ] as const;
  return (
    <div className="flex flex-col gap-10 sm:gap-16">
      <section className="grid items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:gap-12">
        <div className="flex flex-col gap-6 lg:sticky lg:top-28">
          <h1 className="text-[2.125rem] leading-[1.15] font-extrabold tracking-tight sm:text-5xl">
            {t('heroTitle')}
          </h1>
          <p className="text-muted max-w-prose text-lg text-pretty">{t('heroText')}</p>
          <form action={practiseAsGuest} className="flex flex-wrap items-center gap-3">
            <BrowserTimeZone />
            <Button type="submit" tone="next" size="large">
              {t('practise')}
            </Button>
            <LinkButton tone="plain" size="large" href={places.signIn}>
              {t('signIn')}
            </LinkButton>
          </form>
          <p className="text-muted -mt-2 text-sm">{t('practiseNote')}</p>
        </div>
        {live === null ? null : (
          <section aria-labelledby="try" className="flex min-w-0 flex-col gap-3">
            <h2 id="try" className="text-muted text-base font-semibold">
              {t('tryTitle')}
            </h2>
            {live}
          </section>
        )}
      </section>
      <ul className="border-line grid gap-8 border-t pt-8 sm:grid-cols-3 sm:pt-12">
        {reasons.map(([title, text]) => (
          <li key={title}>
            <h2 className="text-lg font-semibold">{t(title)}</h2>
            <p className="text-muted mt-1 text-pretty">{t(text)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
