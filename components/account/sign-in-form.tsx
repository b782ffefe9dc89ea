'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from './account-form';
import { emptyForm, type FormAction } from './form-state';
import { PasswordField } from './password-field';
import { TextField } from './text-field';

/** Address and password of somebody who has an account. */
export function SignInForm({
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
      submit={t('signIn.submit')}
      label={t('signIn.title')}
    >
      {(state) => (
        <>
          <input type="hidden" name="callbackUrl" value={returnTo} readOnly />
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
            autoComplete="current-password"
            state={state}
          />
        </>
      )}
    </AccountForm>
  );
}
