import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { PractiseNow } from '@/components/account/practise-now';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SignInForm } from '@/components/account/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';
import { offeredProviders } from '@/lib/server/auth';
import { canSendMail } from '@/lib/server/mail';
import { getViewer } from '@/lib/server/viewer';
import { practiseNowAction, signInAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.signIn');
  return { title: t('title') };
}

const known = ['link-invalid', 'needs-password', 'belongs-to-another', 'too-many'] as const;

/** Signing in: with a password, a provider, a link by mail, or as a guest. */
export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl, error } = await searchParams;
  const returnTo = safeReturnPath(callbackUrl);
  const viewer = await getViewer();
  if (viewer?.kind === 'member' && error === undefined) redirect(returnTo);
  const t = await getTranslations('account');
  const providers = offeredProviders();
  const query = returnTo === '/' ? '' : `?callbackUrl=${encodeURIComponent(returnTo)}`;
  const reason = known.find((key) => key === error) ?? 'provider-failed';
  return (
    <AccountPage
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      below={
        <>
          <p>
            {t('signIn.noAccount')}{' '}
            <Link href={`/sign-up${query}`} className="font-medium underline">
              {t('signIn.toSignUp')}
            </Link>
          </p>
          <PractiseNow
            action={practiseNowAction}
            returnTo={returnTo === '/' ? '/practice' : returnTo}
            guest={viewer?.kind === 'guest'}
          />
        </>
      }
    >
      {error === undefined ? null : (
        <Notice tone="bad" live="assertive">
          {t(`errors.${reason}`)}
        </Notice>
      )}
      {viewer?.kind === 'guest' ? <Notice tone="info">{t('signIn.guestComesAlong')}</Notice> : null}
      <SignInForm action={signInAction} returnTo={returnTo} />
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Link href="/reset" className="underline">
          {t('signIn.forgot')}
        </Link>
        {canSendMail() ? (
          <Link href={`/sign-in/link${query}`} className="underline">
            {t('link.title')}
          </Link>
        ) : null}
      </p>
      {providers.length === 0 ? null : (
        <ProviderButtons providers={providers} returnTo={returnTo} verb="signIn" />
      )}
    </AccountPage>
  );
}
