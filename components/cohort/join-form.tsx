'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from '@/components/account/account-form';
import { emptyForm, type FormAction } from '@/components/account/form-state';
import { TextField } from '@/components/account/text-field';

/** Asks for a join code. */
export function CodeForm({
  action,
  code = '',
}: {
  readonly action: FormAction;
  readonly code?: string;
}) {
  const t = useTranslations('cohorts.join');
  return (
    <AccountForm
      action={action}
      initial={emptyForm({ code })}
      submit={t('next')}
      label={t('title')}
    >
      {(state) => (
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono"
          state={state}
        />
      )}
    </AccountForm>
  );
}

/** The one click that joins; asks for a name when there is none yet. */
export function JoinForm({
  action,
  asksName,
  label,
}: {
  readonly action: FormAction;
  readonly asksName: boolean;
  readonly label: string;
}) {
  const t = useTranslations('cohorts.join');
  return (
    <AccountForm action={action} initial={emptyForm()} submit={t('submit')} label={label}>
      {(state) =>
        asksName ? (
          <TextField
            name="displayName"
            label={t('displayName')}
            hint={t('displayNameHint')}
            autoComplete="name"
            state={state}
          />
        ) : null
      }
    </AccountForm>
  );
}
