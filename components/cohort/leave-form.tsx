'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from '@/components/account/account-form';
import { emptyForm, type FormAction } from '@/components/account/form-state';

/** Leaves the cohort. */
export function LeaveForm({ action }: { readonly action: FormAction }) {
  const t = useTranslations('cohorts');
  return (
    <AccountForm
      action={action}
      initial={emptyForm()}
      submit={t('leave')}
      submitTone="plain"
      label={t('leaveTitle')}
    >
      {() => null}
    </AccountForm>
  );
}
