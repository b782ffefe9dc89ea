'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from '@/components/account/account-form';
import type { FormAction, FormState } from '@/components/account/form-state';
import { TextField } from '@/components/account/text-field';
import type { ButtonTone } from '@/components/ui/button-style';

/** What an instructor says of a cohort: its name and an optional day to be ready by. */
export function CohortForm({
  action,
  initial,
  label,
  submit,
  submitTone = 'plain',
}: {
  readonly action: FormAction;
  readonly initial: FormState;
  readonly label: string;
  readonly submit: string;
  readonly submitTone?: ButtonTone;
}) {
  const t = useTranslations('cohorts');
  return (
    <AccountForm
      action={action}
      initial={initial}
      submit={submit}
      submitTone={submitTone}
      label={label}
    >
      {(state) => (
        <>
          <TextField
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            autoComplete="off"
            maxLength={200}
            state={state}
          />
          <TextField
            name="readinessDate"
            type="date"
            label={t('readinessDate')}
            hint={t('readinessDateHint')}
            state={state}
          />
        </>
      )}
    </AccountForm>
  );
}
