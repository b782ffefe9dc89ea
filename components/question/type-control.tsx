'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';

interface TypeControlProps {
  readonly command: string;
  readonly onChange: (command: string) => void;
  readonly disabled: boolean;
}

/** One command line that looks like a terminal's. It grows instead of scrolling, and no keyboard "corrects" it. */
export function TypeControl({ command, onChange, disabled }: TypeControlProps) {
  const t = useTranslations('question.type');
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="sr-only">
        {t('label')}
      </label>
      <div className="bg-terminal text-terminal-ink border-terminal-line rounded-control has-focus-visible:outline-focus flex gap-2 border px-4 py-3 font-mono has-focus-visible:outline-3 has-focus-visible:outline-offset-2">
        <span aria-hidden className="text-terminal-prompt leading-7 select-none">
          $
        </span>
        <textarea
          id={id}
          rows={1}
          value={command}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.target.value.replace(/\n+/g, ' '));
          }}
          aria-describedby={`${id}-hint`}
          placeholder={t('placeholder')}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={2000}
          translate="no"
          data-answer-field
          className="caret-terminal-prompt placeholder:text-terminal-muted field-sizing-content w-full min-w-0 flex-1 resize-none bg-transparent text-base leading-7 break-normal wrap-anywhere outline-none"
        />
      </div>
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t('hint')}
      </p>
    </div>
  );
}
