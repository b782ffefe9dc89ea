'use client';

import { useTranslations } from 'next-intl';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { RunStepView } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { Sentence } from '@/components/ui/sentence';
import { TerminalBlock } from '@/components/ui/terminal-block';
import { classNames } from '@/components/ui/class-names';
import { ContainerTable, ImageTable } from './picture-tables';

interface RunViewerProps {
  readonly run: readonly RunStepView[];
  /** Index of the step shown. */
  readonly at: number;
  readonly onMove: (to: number) => void;
}

/** The run, a step at a time: the command, what it printed, what it changed, and the host after it. */
export function RunViewer({ run, at, onMove }: RunViewerProps) {
  const t = useTranslations('verdict');
  const step = run[at];
  if (step === undefined) return null;
  const before = at > 0 ? (run[at - 1] ?? null) : null;
  return (
    <div className="flex flex-col gap-4">
      {run.length === 1 ? null : (
        <div className="flex items-center justify-between gap-3">
          <Button
            size="small"
            disabled={at === 0}
            onClick={() => {
              onMove(at - 1);
            }}
            aria-label={t('previous')}
          >
            <ChevronLeft aria-hidden className="-mx-1 size-5" />
          </Button>
          <ol aria-label={t('steps')} className="flex min-w-0 flex-wrap justify-center">
            {run.map((each, index) => (
              <li key={index}>
                <button
                  type="button"
                  onClick={() => {
                    onMove(index);
                  }}
                  aria-current={index === at ? 'step' : undefined}
                  aria-label={`${t('step', { step: index + 1, total: run.length })}: ${each.command}`}
                  className="group grid size-8 place-items-center"
                >
                  <span
                    className={classNames(
                      'grid size-6 place-items-center rounded-full text-xs font-semibold tabular-nums',
                      index === at
                        ? 'bg-ink text-surface'
                        : 'bg-sunken text-muted group-hover:text-ink',
                    )}
                  >
                    {index + 1}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <Button
            size="small"
            disabled={at === run.length - 1}
            onClick={() => {
              onMove(at + 1);
            }}
            aria-label={t('nextStep')}
          >
            <ChevronRight aria-hidden className="-mx-1 size-5" />
          </Button>
        </div>
      )}
      <div aria-live="polite" className="flex flex-col gap-4">
        <TerminalBlock
          label={t('step', { step: at + 1, total: run.length })}
          lines={[{ command: step.command, output: step.stdout, error: step.stderr }]}
        />
        {step.change !== null || step.exitCode !== 0 ? (
          <p className="flex flex-wrap items-baseline gap-x-3">
            {step.change === null ? null : (
              <span className="font-medium">
                <Sentence text={step.change} />
              </span>
            )}
            {step.exitCode === 0 ? null : (
              <span className="text-muted text-sm">{t('exitCode', { code: step.exitCode })}</span>
            )}
          </p>
        ) : null}
      </div>
      <ContainerTable containers={step.containers} before={before?.containers ?? null} />
      <ImageTable images={step.images} before={before?.images ?? null} />
    </div>
  );
}
