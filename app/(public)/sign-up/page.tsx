import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SignUpForm } from '@/components/account/sign-up-form';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';
import { offeredProviders } from '@/lib/server/auth';
import { getViewer } from '@/lib/server/viewer';
import { signUpAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signUp');
  return { title: t('title') };
}

/** Making an account; a guest keeps everything under it. */
export default async function SignUpPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl } = await searchParams;
  const returnTo = safeReturnPath(callbackUrl);
  const viewer = await getViewer();
  if (viewer?.kind === 'member') redirect(returnTo);
  const t = await getTranslations('account');
  const providers = offeredProviders();
  const query = returnTo === '/' ? '' : `?callbackUrl=${encodeURIComponent(returnTo)}`;
  return (
    <AccountPage
      title={t('signUp.title')}
      lead={viewer === null ? t('signUp.lead') : t('signUp.leadGuest')}
      below={
        <p>
          {t('signUp.hasAccount')}{' '}
          <Link href={`/sign-in${query}`} className="font-medium underline">
            {t('signUp.toSignIn')}
          </Link>
        </p>
      }
    >
      <SignUpForm action={signUpAction} returnTo={returnTo} />
      {providers.length === 0 ? null : (
        <ProviderButtons providers={providers} returnTo={returnTo} verb="signIn" />
      )}
    </AccountPage>
  );
}
