'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ViewOption } from '@/lib/quiz/types';
import { KeyHint } from '@/components/ui/key-hint';
import { movedStep, moveStep, placeStep, removeStep } from './order-steps';

interface OrderControlProps {
  readonly steps: readonly ViewOption[];
  /** The file that the steps are the lines of. */
  readonly file?: string | undefined;
  readonly placed: readonly string[];
  readonly onChange: (placed: readonly string[]) => void;
  readonly disabled: boolean;
}

const place = 'rounded-control flex items-center gap-3 border px-3 py-2 min-h-13';

/**
 * Puts steps in order without dragging: tapping a step (or its number) places it next; placed steps move up and down or
 * go back. Every change is said aloud.
 */
export function OrderControl({ steps, file, placed, onChange, disabled }: OrderControlProps) {
  const t = useTranslations('question.order');
  const [told, setTold] = useState({ placed, said: '' });
  const textOf = (id: string) => steps.find((step) => step.id === id)?.text ?? '';
  const left = steps.length - placed.length;

  // Said from the order itself, so that a step placed by its number key is said too.
  if (told.placed !== placed) {
    const moved = movedStep(told.placed, placed);
    const step = moved === null ? '' : textOf(moved.id);
    const said =
      moved === null
        ? ''
        : moved.place === null
          ? t('saidRemoved', { step })
          : t('saidPlaced', { place: moved.place, step });
    setTold({ placed, said });
  }

  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-4">
      <legend className="sr-only">{t('label')}</legend>
      {file === undefined ? null : (
        <p className="text-sm font-semibold">
          {t.rich('fileOf', { file: () => <code>{file}</code> })}
        </p>
      )}
      <ol aria-label={t('placed')} className="flex flex-col gap-2">
        {placed.map((id, index) => (
          <li key={id} className={`${place} border-ink bg-surface`}>
            <span
              aria-hidden
              className="bg-ink text-surface grid size-7 shrink-0 place-items-center rounded-full text-sm font-semibold tabular-nums"
            >
              {index + 1}
            </span>
            <code className="min-w-0 flex-1 text-[0.8125rem] break-normal wrap-anywhere sm:text-[0.9375rem]">
              {textOf(id)}
            </code>
            <span className="-mr-2 flex">
              <StepButton
                label={t('up', { step: textOf(id) })}
                Icon={ArrowUp}
                off={index === 0}
                onPress={() => {
                  onChange(moveStep(placed, id, -1));
                }}
              />
              <StepButton
                label={t('down', { step: textOf(id) })}
                Icon={ArrowDown}
                off={index === placed.length - 1}
                onPress={() => {
                  onChange(moveStep(placed, id, 1));
                }}
              />
              <StepButton
                label={t('remove', { step: textOf(id) })}
                Icon={X}
                off={false}
                onPress={() => {
                  onChange(removeStep(placed, id));
                }}
              />
            </span>
          </li>
        ))}
        {left > 0 ? (
          <li aria-hidden className={`${place} border-line-strong text-muted border-dashed`}>
            <span className="border-line-strong grid size-7 shrink-0 place-items-center rounded-full border border-dashed text-sm tabular-nums">
              {placed.length + 1}
            </span>
            {t('nextHere')}
          </li>
        ) : null}
      </ol>
      <p className="text-muted text-sm">
        {left === 0 ? t('complete') : file === undefined ? t('hint') : t('hintOfLines')}
      </p>
      {left > 0 ? (
        <ul aria-label={t('pool')} className="flex flex-col gap-2">
          {steps.map((step, index) =>
            placed.includes(step.id) ? null : (
              <li key={step.id}>
                <button
                  type="button"
                  onClick={() => {
                    onChange(placeStep(placed, step.id));
                  }}
                  className={`${place} border-line-strong/60 bg-surface hover:border-ink w-full text-left`}
                >
                  <code className="min-w-0 flex-1 text-[0.9375rem] break-normal wrap-anywhere">
                    {step.text}
                  </code>
                  <KeyHint keys={String(index + 1)} />
                </button>
              </li>
            ),
          )}
        </ul>
      ) : null}
      <p role="status" className="sr-only">
        {told.said}
      </p>
    </fieldset>
  );
}

function StepButton({
  label,
  Icon,
  off,
  onPress,
}: {
  readonly label: string;
  readonly Icon: typeof X;
  readonly off: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      onClick={off ? undefined : onPress}
      className="text-muted hover:bg-sunken hover:text-ink grid size-9 place-items-center rounded-md aria-disabled:opacity-35 sm:size-10"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
