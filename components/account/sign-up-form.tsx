'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from './account-form';
import { BrowserTimeZone } from './browser-time-zone';
import { emptyForm, type FormAction } from './form-state';
import { PasswordField } from './password-field';
import { TextField } from './text-field';

/** Name, address and password of somebody new. */
export function SignUpForm({
  action,
  returnTo,
}: {
  readonly action: FormAction;
  readonly returnTo: string;
}) {
  const t = useTranslations('account');
  return (
    <AccountForm
      action={action}
      initial={emptyForm()}
      submit={t('signUp.submit')}
      label={t('signUp.title')}
    >
      {(state) => (
        <>
          <input type="hidden" name="callbackUrl" value={returnTo} readOnly />
          <BrowserTimeZone />
          <TextField
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            autoComplete="name"
            required
            state={state}
          />
          <TextField
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            state={state}
          />
          <PasswordField
            name="password"
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            state={state}
          />
        </>
      )}
    </AccountForm>
  );
}
