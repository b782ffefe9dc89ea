'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { AccountForm } from './account-form';
import type { FormAction, FormState } from './form-state';
import { TextField } from './text-field';

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly state: FormState;
}

function SelectField({ name, label, hint, options, state }: SelectFieldProps) {
  const value = state.values[name];
  return (
    <Field label={label} hint={hint} error={state.errors[name]}>
      {(control) => (
        // The key makes it anew when the form comes back: a select forgets its default value otherwise.
        <Select key={value} {...control} name={name} defaultValue={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Everything somebody may set about themselves, each with its effect in words. */
export function SettingsForm({
  action,
  initial,
  timeZones,
  hours,
}: {
  readonly action: FormAction;
  readonly initial: FormState;
  readonly timeZones: readonly string[];
  readonly hours: readonly { readonly value: string; readonly label: string }[];
}) {
  const t = useTranslations('settings');
  return (
    <AccountForm action={action} initial={initial} submit={t('save')} label={t('title')}>
      {(state) => (
        <>
          <TextField
            name="name"
            label={t('name')}
            hint={t('nameEffect')}
            autoComplete="name"
            state={state}
          />
          <SelectField
            name="locale"
            label={t('locale')}
            hint={t('localeEffect')}
            options={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
            ]}
            state={state}
          />
          <SelectField
            name="timeZone"
            label={t('timeZone')}
            hint={t('timeZoneEffect')}
            options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            state={state}
          />
          <SelectField
            name="rollOverHour"
            label={t('rollOverHour')}
            hint={t('rollOverHourEffect')}
            options={hours}
            state={state}
          />
          <TextField
            name="newPerDay"
            label={t('newPerDay')}
            hint={t('newPerDayEffect')}
            inputMode="numeric"
            autoComplete="off"
            state={state}
          />
          <TextField
            name="desiredRetention"
            label={t('desiredRetention')}
            hint={t('desiredRetentionEffect')}
            inputMode="numeric"
            autoComplete="off"
            state={state}
          />
        </>
      )}
    </AccountForm>
  );
}
