'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { fillingLimit } from '@/lib/quiz/blank-line';
import { GapLine } from './gap-line';

interface BlanksControlProps {
  /** What stands between the gaps: one piece more than there are gaps. */
  readonly pieces: readonly string[];
  readonly fillings: readonly string[];
  readonly onChange: (fillings: readonly string[]) => void;
  readonly disabled: boolean;
}

/** A command line as a terminal shows it, with fields for what is missing in it. */
export function BlanksControl({ pieces, fillings, onChange, disabled }: BlanksControlProps) {
  const t = useTranslations('question.blanks');
  const id = useId();
  const gaps = pieces.length - 1;
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">{t('label')}</legend>
      <p id={`${id}-line`} className="sr-only">
        {pieces
          .map((piece, i) => (i < gaps ? `${piece} ${t('gap', { number: i + 1 })} ` : piece))
          .join('')}
      </p>
      <GapLine
        pieces={pieces}
        piecesHidden
        className="py-3 leading-10"
        gap={(index) => (
          <input
            value={fillings[index] ?? ''}
            onChange={(event) => {
              const { value } = event.target;
              onChange(
                Array.from({ length: gaps }, (_, i) => (i === index ? value : (fillings[i] ?? ''))),
              );
            }}
            aria-label={t('gapOf', { number: index + 1, total: gaps })}
            aria-describedby={`${id}-line`}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint={index === gaps - 1 ? 'done' : 'next'}
            maxLength={fillingLimit}
            data-answer-field
            className="border-terminal-prompt bg-terminal-ink/10 caret-terminal-prompt focus-visible:outline-focus inline-block field-sizing-content h-8 max-w-full min-w-[5ch] rounded-md border border-dashed px-1.5 text-center align-middle text-base leading-normal focus:border-solid focus-visible:outline-3 focus-visible:outline-offset-2"
          />
        )}
      />
      <p className="text-muted text-sm">{t('hint')}</p>
    </fieldset>
  );
}
