import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { EmailForm } from '@/components/account/email-form';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';
import { canSendMail } from '@/lib/server/mail';
import { requestSignInLinkAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.link');
  return { title: t('title') };
}

/** Asks for a link to sign in; there only where mail is sent. */
export default async function SignInLinkPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!canSendMail()) notFound();
  const { callbackUrl } = await searchParams;
  const t = await getTranslations('account.link');
  return (
    <AccountPage
      title={t('title')}
      lead={t('lead')}
      below={
        <Link href="/sign-in" className="underline">
          {t('back')}
        </Link>
      }
    >
      <EmailForm
        action={requestSignInLinkAction}
        label={t('title')}
        submit={t('submit')}
        returnTo={safeReturnPath(callbackUrl)}
      />
    </AccountPage>
  );
}
