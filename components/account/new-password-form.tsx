'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from './account-form';
import { emptyForm, type FormAction } from './form-state';
import { PasswordField } from './password-field';

/** A new password: on a reset link's word (`token`), or beside the present one where there is one. */
export function NewPasswordForm({
  action,
  label,
  submit,
  token,
  asksPresent = false,
}: {
  readonly action: FormAction;
  readonly label: string;
  readonly submit: string;
  readonly token?: string;
  readonly asksPresent?: boolean;
}) {
  const t = useTranslations('account');
  return (
    <AccountForm
      action={action}
      initial={emptyForm()}
      submit={submit}
      submitTone={token === undefined ? 'plain' : 'next'}
      label={label}
    >
      {(state) => (
        <>
          {token === undefined ? null : <input type="hidden" name="token" value={token} readOnly />}
          {asksPresent ? (
            <PasswordField
              name="present"
              label={t('presentPassword')}
              autoComplete="current-password"
              state={state}
            />
          ) : null}
          <PasswordField
            name="password"
            label={t('newPassword')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            state={state}
          />
        </>
      )}
    </AccountForm>
  );
}
