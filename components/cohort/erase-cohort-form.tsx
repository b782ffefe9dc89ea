'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from '@/components/account/account-form';
import { emptyForm, type FormAction } from '@/components/account/form-state';
import { TextField } from '@/components/account/text-field';

/** Erases the cohort once its name is typed. */
export function EraseCohortForm({
  action,
  name,
}: {
  readonly action: FormAction;
  readonly name: string;
}) {
  const t = useTranslations('cohorts');
  return (
    <AccountForm
      action={action}
      initial={emptyForm()}
      submit={t('erase')}
      submitTone="danger"
      label={t('eraseTitle')}
    >
      {(state) => (
        <TextField
          name="confirmation"
          label={t('eraseConfirm', { name })}
          autoComplete="off"
          spellCheck={false}
          state={state}
        />
      )}
    </AccountForm>
  );
}
