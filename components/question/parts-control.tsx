'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ReferencePart } from '@/lib/quiz/types';
import { controlStyle } from '@/components/ui/control-style';

type Parts = Readonly<Partial<Record<ReferencePart, string>>>;

interface PartsControlProps {
  readonly reference: string;
  readonly asked: readonly ReferencePart[];
  readonly parts: Parts;
  readonly onChange: (parts: Parts) => void;
  readonly disabled: boolean;
}

/** An image name in large letters, and a field for each of its parts. */
export function PartsControl({ reference, asked, parts, onChange, disabled }: PartsControlProps) {
  const t = useTranslations('question.parts');
  const id = useId();
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">{t('label')}</legend>
      <p
        translate="no"
        className="bg-terminal text-terminal-ink border-terminal-line rounded-control border px-4 py-6 text-center font-mono text-xl font-medium break-normal wrap-anywhere sm:text-2xl"
      >
        {reference}
      </p>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {asked.map((part, index) => (
          <div key={part} className="flex flex-col gap-1">
            <label htmlFor={`${id}-${part}`} className="flex items-baseline gap-2 font-medium">
              {t(part)}
              <span className="text-muted text-sm font-normal">{t(`${part}Hint`)}</span>
            </label>
            <input
              id={`${id}-${part}`}
              value={parts[part] ?? ''}
              onChange={(event) => {
                onChange({ ...parts, [part]: event.target.value });
              }}
              autoCapitalize="off"
              autoCorrect="off"
              autoComplete="off"
              spellCheck={false}
              enterKeyHint={index === asked.length - 1 ? 'done' : 'next'}
              maxLength={300}
              translate="no"
              data-answer-field
              className={controlStyle('font-mono')}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
