import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '@/components/account/account-page';
import { PractiseNow } from '@/components/account/practise-now';
import { CodeForm, JoinForm } from '@/components/cohort/join-form';
import { SyntheticBadge } from '@/components/cohort/synthetic-badge';
import { ClientMessages } from '@/components/shell/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { findCohortByCode } from '@/lib/server/cohorts/find-cohort-by-code';
import { getViewer } from '@/lib/server/viewer';
import { practiseNowAction } from '../../../(public)/sign-in/actions';
import { joinCohortAction, openCodeAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cohorts.join');
  // The code is the way in; it is not to be found by search engines or told to other sites.
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** What joining means, and the one click that does it. A visit alone changes nothing. */
export default async function JoinByCodePage({
  params,
}: {
  readonly params: Promise<{ readonly code: string }>;
}) {
  const { code } = await params;
  const t = await getTranslations('cohorts.join');
  const viewer = await getViewer();
  const invitation = await findCohortByCode(viewer, code);
  if (invitation === null) {
    return (
      <AccountPage title={t('unknownTitle')} lead={t('unknownText')}>
        <ClientMessages namespaces={['cohorts']}>
          <CodeForm action={openCodeAction} code={code.slice(0, 40)} />
        </ClientMessages>
      </AccountPage>
    );
  }
  if (invitation.joined) redirect(`/cohorts/${invitation.cohortId}`);
  const { instructors, joinCode, name } = invitation;
  const path = `/join/${joinCode}`;
  const title = t('confirmTitle', { name });
  return (
    <AccountPage
      title={title}
      {...(instructors.length > 0 && {
        lead: t('instructors', { names: instructors.join(', '), count: instructors.length }),
      })}
    >
      <ClientMessages namespaces={['cohorts', 'account']}>
        {invitation.synthetic ? (
          <p>
            <SyntheticBadge />
          </p>
        ) : null}
        <p>{t('seen')}</p>
        {viewer === null ? (
          <>
            <p>{t('signInFirst')}</p>
            <div className="flex flex-wrap gap-3">
              <LinkButton tone="next" href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>
                {t('signIn')}
              </LinkButton>
              <LinkButton href={`/sign-up?callbackUrl=${encodeURIComponent(path)}`}>
                {t('signUp')}
              </LinkButton>
            </div>
            <PractiseNow action={practiseNowAction} returnTo={path} guest={false} />
          </>
        ) : (
          <JoinForm
            action={joinCohortAction.bind(null, joinCode)}
            asksName={viewer.name === ''}
            label={title}
          />
        )}
      </ClientMessages>
    </AccountPage>
  );
}
