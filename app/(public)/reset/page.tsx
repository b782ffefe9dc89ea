import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { EmailForm } from '@/components/account/email-form';
import { canSendMail } from '@/lib/server/mail';
import { requestResetAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset');
  return { title: t('title') };
}

/** Asks for a link to choose a new password; where no mail is sent it says whom to ask. */
export default async function ResetPage() {
  const t = await getTranslations('account.reset');
  const back = (
    <Link href="/sign-in" className="underline">
      {t('back')}
    </Link>
  );
  if (!canSendMail()) {
    return (
      <AccountPage title={t('title')} below={back}>
        <p>{t('noMail')}</p>
        <code className="bg-sunken rounded-control block px-3 py-2 font-mono text-sm break-words">
          npm run account -- reset name@example.com
        </code>
      </AccountPage>
    );
  }
  return (
    <AccountPage title={t('title')} lead={t('lead')} below={back}>
      <EmailForm action={requestResetAction} label={t('title')} submit={t('submit')} />
    </AccountPage>
  );
}
