'use client';

import { useTranslations } from 'next-intl';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { StageFrame } from '@/lib/stage/picture';
import { planOf } from '@/lib/stage/plan';
import { Button } from '@/components/ui/button';
import { ProgressLine } from '@/components/ui/progress-line';
import { classNames } from '@/components/ui/class-names';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Sentence } from '@/components/ui/sentence';
import { TerminalBlock } from '@/components/ui/terminal-block';
import { EngineStage } from './engine-stage';
import { StageTables } from './stage-tables';
import { stepOfKey } from './step-of-key';

interface RunStageProps {
  readonly run: readonly StageFrame[];
  /** Index of the frame shown. */
  readonly at: number;
  /** Called with a frame's index when the reader goes there. */
  readonly onMove: (to: number) => void;
}

type Shown = 'picture' | 'table';

/** Up to so many steps each have a button of their own. */
const dots = 10;

/**
 * A run on the stage, a step at a time: the command and what it printed, in one sentence what it changed, and the host after it as a picture or a
 * table. The arrow keys step while the focus is inside.
 */
export function RunStage({ run, at, onMove }: RunStageProps) {
  const t = useTranslations('stage');
  const [shown, setShown] = useState<Shown>('picture');
  const plan = useMemo(
    () =>
      planOf(
        run.flatMap(({ from, picture }) => (from === undefined ? [picture] : [from, picture])),
      ),
    [run],
  );
  const frame = run[at];
  if (frame === undefined) return null;
  const before = frame.from ?? run[at - 1]?.picture ?? null;
  const go = (to: number) => {
    if (to >= 0 && to < run.length && to !== at) onMove(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOfKey(event, at, run.length);
    if (to === null) return;
    event.preventDefault();
    // A page that listens for the same keys would step a second time.
    event.stopPropagation();
    go(to);
  };
  const position = t('step', { step: at + 1, total: run.length });
  return (
    <div className="flex flex-col gap-4" onKeyDown={onKeyDown}>
      {run.length === 1 ? null : (
        <div role="group" aria-label={t('steps')} className="flex items-center gap-3">
          <Button
            size="small"
            disabled={at === 0}
            onClick={() => {
              go(at - 1);
            }}
            aria-label={t('previous')}
          >
            <ChevronLeft aria-hidden className="-mx-1 size-5" />
          </Button>
          <div className="flex min-w-0 flex-1 flex-col items-center gap-1">
            {run.length > dots ? (
              <>
                <p className="text-muted text-sm tabular-nums">{position}</p>
                <ProgressLine done={at + 1} total={run.length} label={position} />
              </>
            ) : (
              <ol className="flex flex-wrap justify-center">
                {run.map((each, index) => (
                  <li key={index}>
                    <StepDot
                      number={index + 1}
                      label={`${t('step', { step: index + 1, total: run.length })}: ${each.command}`}
                      current={index === at}
                      onPress={() => {
                        go(index);
                      }}
                    />
                  </li>
                ))}
              </ol>
            )}
          </div>
          <Button
            size="small"
            disabled={at === run.length - 1}
            onClick={() => {
              go(at + 1);
            }}
            aria-label={t('next')}
          >
            <ChevronRight aria-hidden className="-mx-1 size-5" />
          </Button>
        </div>
      )}
      <div aria-live="polite">
        <TerminalBlock
          label={position}
          lines={[
            {
              command: frame.command,
              prompt: frame.prompt,
              output: frame.stdout,
              error: frame.stderr,
            },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <p
          aria-live="polite"
          className="flex min-w-0 flex-1 basis-72 flex-wrap items-baseline gap-x-3 pt-1.5"
        >
          <span className="font-medium">
            <Sentence text={frame.change} />
          </span>
          {frame.exitCode === 0 ? null : (
            <span className="text-muted text-sm">{t('exitCode', { code: frame.exitCode })}</span>
          )}
        </p>
        <SegmentedControl<Shown>
          label={t('show')}
          value={shown}
          options={[
            { value: 'picture', label: t('picture') },
            { value: 'table', label: t('table') },
          ]}
          onChange={setShown}
          className="ml-auto"
        />
      </div>
      {shown === 'picture' ? (
        <EngineStage picture={frame.picture} before={before} plan={plan} />
      ) : (
        <StageTables picture={frame.picture} before={before} />
      )}
    </div>
  );
}

function StepDot({
  number,
  label,
  current,
  onPress,
}: {
  readonly number: number;
  readonly label: string;
  readonly current: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      aria-current={current ? 'step' : undefined}
      aria-label={label}
      className="group grid size-8 place-items-center"
    >
      <span
        className={classNames(
          'grid size-6 place-items-center rounded-full text-xs font-semibold tabular-nums',
          current ? 'bg-ink text-surface' : 'bg-sunken text-muted group-hover:text-ink',
        )}
      >
        {number}
      </span>
    </button>
  );
}
