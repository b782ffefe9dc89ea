import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { CodeForm } from '@/components/cohort/join-form';
import { ClientMessages } from '@/components/shell/client-messages';
import { openCodeAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cohorts.join');
  return { title: t('title') };
}

/** Asks for a join code; signing in comes after. */
export default async function JoinPage() {
  const t = await getTranslations('cohorts.join');
  return (
    <AccountPage title={t('title')} lead={t('lead')}>
      <ClientMessages namespaces={['cohorts']}>
        <CodeForm action={openCodeAction} />
      </ClientMessages>
    </AccountPage>
  );
}
