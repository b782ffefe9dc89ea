import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { FormState } from './form-state';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'name' | 'defaultValue'> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
}

/** A line of text with its label, hint and error; it keeps what was typed. */
export function TextField({ name, label, hint, state, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={state.errors[name]}>
      {(control) => (
        <Input {...control} {...rest} name={name} defaultValue={state.values[name] ?? ''} />
      )}
    </Field>
  );
}
