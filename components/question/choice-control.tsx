'use client';

import { useTranslations } from 'next-intl';
import type { ViewOption } from '@/lib/quiz/types';
import { classNames } from '@/components/ui/class-names';
import { hasColumns } from '@/components/ui/printed-text';
import { KeyHint } from '@/components/ui/key-hint';
import { ScrollBox } from '@/components/ui/scroll-box';
import { Sentence } from '@/components/ui/sentence';
import { OptionMark } from './option-mark';

interface ChoiceControlProps {
  readonly name: string;
  readonly options: readonly ViewOption[];
  /** Options that are printed output, not sentences. */
  readonly output: boolean;
  readonly chosen: string | null;
  readonly onChoose: (option: string) => void;
  readonly disabled: boolean;
  /** The right option once the verdict is there; null before. */
  readonly right: string | null;
}

/** A radio group. After the verdict the same rows say which was right and which was chosen. */
export function ChoiceControl(props: ChoiceControlProps) {
  const t = useTranslations('question');
  return (
    // The inputs are disabled one by one: within a disabled fieldset a long output could not be scrolled by the keyboard.
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('options')}</legend>
      <div className="flex flex-col gap-2">
        {props.options.map((option, index) => (
          <OptionRow key={option.id} {...props} option={option} index={index} />
        ))}
      </div>
    </fieldset>
  );
}

function OptionRow({
  option,
  index,
  name,
  output,
  chosen,
  onChoose,
  disabled,
  right,
}: ChoiceControlProps & { readonly option: ViewOption; readonly index: number }) {
  const t = useTranslations('verdict');
  const isChosen = chosen === option.id;
  const told = right !== null;
  const isRight = right === option.id;
  const isWrong = told && isChosen && !isRight;
  return (
    <label
      className={classNames(
        'rounded-control bg-surface relative flex items-start gap-3 border p-3 sm:p-4',
        'has-focus-visible:outline-focus has-focus-visible:outline-3 has-focus-visible:outline-offset-2',
        !told && 'border-line-strong/60 hover:border-ink has-checked:border-ink cursor-pointer',
        !told && 'has-checked:bg-sunken has-checked:inset-ring-ink has-checked:inset-ring',
        told && !isRight && !isWrong && 'border-line text-muted',
        isRight && 'border-good bg-good-soft inset-ring-good inset-ring',
        isWrong && 'border-bad bg-bad-soft inset-ring-bad inset-ring',
      )}
    >
      <input
        type="radio"
        name={name}
        value={option.id}
        checked={isChosen}
        disabled={disabled}
        onChange={() => {
          onChoose(option.id);
        }}
        className="peer absolute size-px opacity-0"
      />
      <OptionMark shape="round" judged={isRight ? 'right' : isWrong ? 'wrong' : null} />
      <span className="min-w-0 flex-1 self-center">
        {output ? (
          <ScrollBox label={option.text}>
            <code
              className={classNames(
                'block text-[0.8125rem] leading-relaxed sm:text-[0.9375rem]',
                hasColumns(option.text)
                  ? 'w-max whitespace-pre'
                  : 'break-normal wrap-anywhere whitespace-pre-wrap',
              )}
            >
              {option.text.replace(/\n$/, '')}
            </code>
          </ScrollBox>
        ) : (
          <Sentence text={option.text} />
        )}
        {isRight || isWrong ? (
          <span
            className={classNames(
              'mt-1 block text-sm font-semibold',
              isRight ? 'text-good' : 'text-bad',
            )}
          >
            {isRight && isChosen ? `${t('right')} · ${t('yours')}` : null}
            {isRight && !isChosen ? t('right') : null}
            {isWrong ? t('yours') : null}
          </span>
        ) : null}
      </span>
      {told ? null : <KeyHint keys={String(index + 1)} className="self-center" />}
    </label>
  );
}
