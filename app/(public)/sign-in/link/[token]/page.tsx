import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { BrowserTimeZone } from '@/components/account/browser-time-zone';
import { Button } from '@/components/ui/button';
import { emailOfLink } from '@/lib/server/accounts/email-of-link';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';
import { signInWithLinkAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.link');
  return { title: t('confirmTitle'), referrer: 'no-referrer', robots: 'noindex' };
}

/** Where the link of a mail leads: a click signs in. */
export default async function SignInTokenPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ token: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await params;
  const { callbackUrl } = await searchParams;
  const email = await emailOfLink('signIn', token);
  if (email === null) redirect('/sign-in?error=link-invalid');
  const t = await getTranslations('account.link');
  return (
    <AccountPage title={t('confirmTitle')} lead={t('confirmText', { email })}>
      <form action={signInWithLinkAction}>
        <input type="hidden" name="token" value={token} readOnly />
        <input type="hidden" name="callbackUrl" value={safeReturnPath(callbackUrl)} readOnly />
        <BrowserTimeZone />
        <Button type="submit" tone="next" className="w-full sm:w-auto">
          {t('confirm')}
        </Button>
      </form>
    </AccountPage>
  );
}
