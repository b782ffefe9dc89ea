'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from './account-form';
import { emptyForm, type FormAction } from './form-state';
import { TextField } from './text-field';

/** Asks for the words that confirm erasing the account: the address, or a word for who has none. */
export function EraseForm({
  action,
  confirmation,
}: {
  readonly action: FormAction;
  readonly confirmation: string;
}) {
  const t = useTranslations('settings.erase');
  return (
    <AccountForm
      action={action}
      initial={emptyForm()}
      submit={t('submit')}
      submitTone="danger"
      label={t('title')}
    >
      {(state) => (
        <TextField
          name="confirmation"
          label={t('confirm', { confirmation })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          state={state}
        />
      )}
    </AccountForm>
  );
}
