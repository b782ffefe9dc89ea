import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { emptyForm } from '@/components/account/form-state';
import { EraseForm } from '@/components/account/erase-form';
import { NewPasswordForm } from '@/components/account/new-password-form';
import { ProviderButtons } from '@/components/account/provider-buttons';
import { SettingsForm } from '@/components/account/settings-form';
import { SettingsSection } from '@/components/account/settings-section';
import { ClientMessages } from '@/components/shell/client-messages';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { ERASE_WORD } from '@/lib/server/accounts/erase-account';
import { timeZoneChoices } from '@/lib/server/accounts/time-zone-choices';
import { waysToSignIn } from '@/lib/server/accounts/ways-to-sign-in';
import { offeredProviders } from '@/lib/server/auth';
import { requireViewer, type Viewer } from '@/lib/server/viewer';
import { signOutAction } from '../../(public)/sign-in/actions';
import {
  changePasswordAction,
  changeSettingsAction,
  eraseAccountAction,
  signOutEverywhereAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

/** Every choice with its effect in words: practice, account, sessions, data. */
export default async function SettingsPage() {
  const viewer = await requireViewer('/settings');
  const t = await getTranslations('settings');
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ClientMessages namespaces={['account', 'settings']}>
        <div className="flex flex-col gap-6">
          {viewer.kind === 'guest' ? (
            <SettingsSection title={t('guest.title')} effect={t('guest.text')}>
              <LinkButton href="/sign-up?callbackUrl=%2Fsettings" tone="next">
                {t('guest.signUp')}
              </LinkButton>
            </SettingsSection>
          ) : null}
          <PracticeSettings viewer={viewer} />
          {viewer.kind === 'member' ? <AccountSettings viewer={viewer} /> : null}
          <SettingsSection title={t('export.title')} effect={t('export.effect')}>
            <a href="/settings/export" download className={buttonStyle('plain', 'medium')}>
              {t('export.submit')}
            </a>
          </SettingsSection>
          <SettingsSection
            title={t('sessions.title')}
            effect={viewer.kind === 'guest' ? t('sessions.hereGuest') : t('sessions.effect')}
          >
            <div className="flex flex-wrap gap-3">
              <form action={signOutAction}>
                <Button type="submit">{t('sessions.here')}</Button>
              </form>
              {viewer.kind === 'member' ? (
                <form action={signOutEverywhereAction}>
                  <Button type="submit">{t('sessions.everywhere')}</Button>
                </form>
              ) : null}
            </div>
          </SettingsSection>
          <SettingsSection title={t('erase.title')} effect={t('erase.effect')}>
            <EraseForm action={eraseAccountAction} confirmation={viewer.email ?? ERASE_WORD} />
          </SettingsSection>
        </div>
      </ClientMessages>
    </div>
  );
}

async function PracticeSettings({ viewer }: { readonly viewer: Viewer }) {
  const t = await getTranslations('settings');
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: t('hour', { hour: String(hour).padStart(2, '0') }),
  }));
  return (
    <SettingsSection title={t('practiceTitle')}>
      <SettingsForm
        action={changeSettingsAction}
        initial={emptyForm({
          name: viewer.name,
          // The language of this screen: the switch in the header may have changed it since.
          locale: await getLocale(),
          timeZone: viewer.timeZone,
          rollOverHour: String(viewer.rollOverHour),
          newPerDay: String(viewer.newPerDay),
          desiredRetention: String(Math.round(viewer.desiredRetention * 100)),
        })}
        timeZones={timeZoneChoices(viewer.timeZone)}
        hours={hours}
      />
    </SettingsSection>
  );
}

async function AccountSettings({ viewer }: { readonly viewer: Viewer }) {
  const t = await getTranslations('settings');
  const ways = await waysToSignIn(viewer.id);
  const hasPassword = ways.has('password');
  const offered = offeredProviders();
  const missing = offered.filter((provider) => !ways.has(provider));
  const title = hasPassword ? t('password.title') : t('password.titleFirst');
  return (
    <>
      <SettingsSection
        title={t('accountTitle')}
        effect={viewer.email === null ? t('noEmail') : t('signedInAs', { email: viewer.email })}
      />
      {viewer.email === null ? null : (
        <SettingsSection title={title} effect={t('password.effect')}>
          <NewPasswordForm
            action={changePasswordAction}
            label={title}
            submit={t('password.submit')}
            asksPresent={hasPassword}
          />
        </SettingsSection>
      )}
      {missing.length === 0 ? null : (
        <SettingsSection title={t('connections.title')} effect={t('connections.effect')}>
          <ProviderButtons providers={missing} returnTo="/settings" verb="connect" />
        </SettingsSection>
      )}
    </>
  );
}
