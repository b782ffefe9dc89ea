'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormState } from './form-state';

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly state: FormState;
}

/** A password that can be looked at before it is sent. It stays typed when another field needs mending. */
export function PasswordField({ name, label, hint, autoComplete, state }: PasswordFieldProps) {
  const t = useTranslations('account');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={state.errors[name]}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            type={shown ? 'text' : 'password'}
            name={name}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            className="pr-12"
          />
          <button
            type="button"
            aria-label={t('showPassword')}
            aria-pressed={shown}
            onClick={() => {
              setShown(!shown);
            }}
            className="text-muted hover:text-ink rounded-control absolute inset-y-0 right-0 flex w-11 items-center justify-center"
          >
            <Icon aria-hidden className="size-5" />
          </button>
        </span>
      )}
    </Field>
  );
}
