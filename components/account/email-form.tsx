'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from './account-form';
import { emptyForm, type FormAction } from './form-state';
import { TextField } from './text-field';

/** Asks for an address to send something to. */
export function EmailForm({
  action,
  label,
  submit,
  returnTo,
}: {
  readonly action: FormAction;
  readonly label: string;
  readonly submit: string;
  readonly returnTo?: string;
}) {
  const t = useTranslations('account');
  return (
    <AccountForm action={action} initial={emptyForm()} submit={submit} label={label}>
      {(state) => (
        <>
          {returnTo === undefined ? null : (
            <input type="hidden" name="callbackUrl" value={returnTo} readOnly />
          )}
          <TextField
            name="email"
            type="email"
            label={t('email')}
            autoComplete="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            state={state}
          />
        </>
      )}
    </AccountForm>
  );
}
