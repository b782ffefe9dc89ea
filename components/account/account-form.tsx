'use client';

import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonTone } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import type { FormAction, FormState } from './form-state';

interface AccountFormProps {
  readonly action: FormAction;
  readonly initial: FormState;
  readonly submit: string;
  readonly submitTone?: ButtonTone;
  /** Names the form for those who hear the page. */
  readonly label: string;
  readonly children: (state: FormState) => ReactNode;
}

/**
 * A form whose answer appears in place. After an answer the first field that needs mending has the focus; without
 * JavaScript the page comes back with the same words.
 */
export function AccountForm({
  action,
  initial,
  submit,
  submitTone = 'next',
  label,
  children,
}: AccountFormProps) {
  const [state, send, pending] = useActionState(action, initial);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={send} aria-label={label} noValidate className="flex flex-col gap-5">
      {state.message === null ? null : (
        <Notice
          tone={state.message.tone}
          live={state.message.tone === 'bad' ? 'assertive' : 'polite'}
        >
          {state.message.text}
        </Notice>
      )}
      {children(state)}
      <Button type="submit" tone={submitTone} disabled={pending} className="w-full sm:w-auto">
        {submit}
      </Button>
    </form>
  );
}
