'use client';

import { useTranslations } from 'next-intl';
import { AccountForm } from '@/components/account/account-form';
import type { FormAction, FormState } from '@/components/account/form-state';
import { TextField } from '@/components/account/text-field';
import type { ButtonTone } from '@/components/ui/button-style';
import { kinds } from '@/lib/quiz/types';

/** A new template: its name and the kind of question it begins as. */
export function NewTemplateForm({
  action,
  initial,
  submitTone,
}: {
  readonly action: FormAction;
  readonly initial: FormState;
  readonly submitTone: ButtonTone;
}) {
  const t = useTranslations('studio');
  return (
    <AccountForm
      action={action}
      initial={initial}
      submit={t('new.submit')}
      submitTone={submitTone}
      label={t('new.title')}
    >
      {(state) => (
        <>
          <SlugField state={state} />
          <fieldset className="flex min-w-0 flex-col gap-2">
            <legend className="mb-2 font-medium">{t('new.kind')}</legend>
            <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
              {kinds.map((kind) => (
                <label
                  key={kind}
                  className="rounded-control border-line-strong/60 hover:border-ink has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-focus flex cursor-pointer items-start gap-3 border p-3 has-focus-visible:outline-3 has-focus-visible:outline-offset-2"
                >
                  <input
                    type="radio"
                    name="kind"
                    value={kind}
                    defaultChecked={state.values['kind'] === kind}
                    className="accent-ink mt-1.5 size-4 shrink-0 outline-none"
                  />
                  <span>
                    <span className="font-medium">{t(`kind.${kind}`)}</span>
                    <span className="text-muted block text-sm">{t(`kindHint.${kind}`)}</span>
                  </span>
                </label>
              ))}
            </div>
            {state.errors['kind'] === undefined ? null : (
              <p role="alert" className="text-bad text-sm">
                {state.errors['kind']}
              </p>
            )}
          </fieldset>
        </>
      )}
    </AccountForm>
  );
}

/** The name of a new template. */
function SlugField({ state }: { readonly state: FormState }) {
  const t = useTranslations('studio.new');
  return (
    <TextField
      name="slug"
      label={t('slug')}
      hint={t('slugHint')}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={100}
      state={state}
    />
  );
}

/** A copy of a template of the course under a name of one's own. */
export function CopyExampleForm({
  action,
  initial,
}: {
  readonly action: FormAction;
  /** `example` holds the id of the template. */
  readonly initial: FormState;
}) {
  const t = useTranslations('studio.examples');
  return (
    <AccountForm
      action={action}
      initial={initial}
      submit={t('copy')}
      submitTone="next"
      label={t('copyTitle')}
    >
      {(state) => (
        <>
          <input type="hidden" name="example" value={initial.values['example'] ?? ''} />
          <SlugField state={state} />
        </>
      )}
    </AccountForm>
  );
}
