import { getTranslations } from 'next-intl/server';
import { places } from '@/components/shell/places';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';

/** What a link shows that is mistyped or was taken back. */
export default async function SharedRunNotFound() {
  const t = await getTranslations('stage.sharedRun');
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={t('goneTitle')} lead={t('goneText')} />
      <LinkButton tone="next" href={places.today}>
        {t('home')}
      </LinkButton>
    </div>
  );
}
