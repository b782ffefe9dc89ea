import { getTranslations } from 'next-intl/server';
import { BarePage } from '@/components/shell/bare-page';
import { places } from '@/components/shell/places';
import { LinkButton } from '@/components/ui/link-button';

export default async function NotFound() {
  const t = await getTranslations('errors');
  const shell = await getTranslations('shell');
  return (
    <BarePage homeLabel={shell('home')} title={t('notFoundTitle')}>
      <p className="text-muted text-lg">{t('notFoundText')}</p>
      <LinkButton tone="next" size="large" href={places.today} className="self-start">
        {t('toToday')}
      </LinkButton>
    </BarePage>
  );
}
