'use client';

import { useTranslations } from 'next-intl';
import { Plus } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Why no sandbox was made, in words that say what to do; null: nothing was asked for yet. */
export type NewSandboxState = string | null;

export interface NewSandboxFormProps {
  /** What a new sandbox may have in its store from the beginning. */
  readonly images: readonly string[];
  /** Why no more can be made, and what to do about it; null while they can. */
  readonly full: string | null;
  readonly create: (state: NewSandboxState, data: FormData) => Promise<NewSandboxState>;
}

/** The form for a new sandbox. */
export function NewSandboxForm({ images, full, create }: NewSandboxFormProps) {
  const t = useTranslations('terminal');
  const [refused, send, pending] = useActionState(create, null);
  const problem = full ?? refused;
  return (
    <form action={send} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-1">
        <legend className="font-medium">{t('images')}</legend>
        <p className="text-muted mb-1 text-sm">{t('imagesText')}</p>
        <div className="grid grid-cols-2 gap-x-4">
          {images.map((name) => (
            <label key={name} className="flex min-h-11 items-center gap-2.5">
              <input type="checkbox" name="image" value={name} className="size-5" />
              <span translate="no" className="font-mono">
                {name}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {problem === null ? null : (
        <Notice tone="note" live={refused === null ? 'off' : 'assertive'}>
          {problem}
        </Notice>
      )}
      <Button type="submit" tone="next" disabled={full !== null || pending}>
        <Plus aria-hidden className="size-5" />
        {t('create')}
      </Button>
    </form>
  );
}
