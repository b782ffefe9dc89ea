import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { NewPasswordForm } from '@/components/account/new-password-form';
import { LinkButton } from '@/components/ui/link-button';
import { emailOfLink } from '@/lib/server/accounts/email-of-link';
import { resetPasswordAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.reset');
  return { title: t('newTitle'), referrer: 'no-referrer', robots: 'noindex' };
}

/** Where a reset link leads: a new password, or words about a link that is used up. */
export default async function NewPasswordPage({
  params,
}: {
  readonly params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const t = await getTranslations('account.reset');
  if ((await emailOfLink('reset', token)) === null) {
    return (
      <AccountPage title={t('expiredTitle')}>
        <p>{t('expiredText')}</p>
        <LinkButton href="/reset" tone="next">
          {t('again')}
        </LinkButton>
      </AccountPage>
    );
  }
  return (
    <AccountPage title={t('newTitle')} lead={t('newLead')}>
      <NewPasswordForm
        action={resetPasswordAction}
        label={t('newTitle')}
        submit={t('save')}
        token={token}
      />
    </AccountPage>
  );
}
