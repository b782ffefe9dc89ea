import { useTranslations } from 'next-intl';
import { places } from '@/components/shell/places';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';

/** The studio for a guest: what it is, and the way in. The same for every address below /studio. */
export function GuestStudio({ returnTo }: { readonly returnTo: `/${string}` }) {
  const t = useTranslations('studio');
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <EmptyState
        title={t('guestTitle')}
        action={
          <LinkButton
            tone="next"
            href={`${places.signUp}?callbackUrl=${encodeURIComponent(returnTo)}`}
          >
            {t('guestAction')}
          </LinkButton>
        }
      >
        {t('guestText')}
      </EmptyState>
    </div>
  );
}
