'use client';

import { useTranslations } from 'next-intl';
import { Flag, Lightbulb, RotateCcw } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { LabApi, LabView, PracticeFailure } from '@/lib/quiz/practice';
import type { LabResponse, ViewControl } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sentence } from '@/components/ui/sentence';
import { LabConfirm } from './lab-confirm';
import { LabGoals } from './lab-goals';
import { LabTerminal } from './lab-terminal';
import { useLab } from './use-lab';

interface LabControlProps {
  readonly control: Extract<ViewControl, { kind: 'lab' }>;
  readonly api: LabApi;
  /** The answer is on its way. */
  readonly pending: boolean;
  /** Called once when the goal is reached, and when the learner gives up. */
  readonly onAnswer: (response: LabResponse) => void;
}

/** A hands-on question: the goal in words, a terminal, hints one at a time, and the ways out. */
export function LabControl({ control, api, pending, onAnswer }: LabControlProps) {
  const t = useTranslations('question.lab');
  const lab = useLab(api);
  const { view, busy, failure } = lab;
  const [asked, setAsked] = useState<'giveUp' | 'restart' | null>(null);
  const reached = view?.progress.reached ?? false;
  const broken = view?.progress.broken.includes(true) ?? false;
  const left = control.hints - (view?.hints.length ?? 0);

  const answer = (gaveUp: boolean) => {
    onAnswer(responseOf(view, gaveUp));
  };
  const answerReached = useEffectEvent(() => {
    if (!pending) answer(false);
  });
  useEffect(() => {
    if (reached) answerReached();
  }, [reached]);

  return (
    <div className="flex flex-col gap-4">
      <LabGoals goals={control.goals} never={control.never} progress={view?.progress ?? null} />
      {broken ? (
        <Notice tone="note" live="assertive">
          {t('broken')}
        </Notice>
      ) : null}
      {view === null ? (
        <p role="status" className="text-muted">
          {busy ? t('opening') : null}
        </p>
      ) : (
        <LabTerminal view={view} busy={busy} closed={reached || pending} onType={lab.type} />
      )}
      {failure === null ? null : (
        <FailureOfLab failure={failure} opened={view !== null} onReload={lab.reload} />
      )}
      {reached ? (
        <p role="status" className="text-good font-semibold">
          {t('done')}
        </p>
      ) : null}
      {view === null || view.hints.length === 0 ? null : (
        <ol aria-live="polite" className="flex flex-col gap-2">
          {view.hints.map((hint, index) => (
            <li key={index} className="bg-info-soft rounded-control px-4 py-3">
              <span className="text-info mr-2 text-sm font-semibold">
                {t('hintNumber', { number: index + 1 })}
              </span>
              <Sentence text={hint} />
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {left <= 0 ? null : (
          <Button disabled={busy || view === null || reached || pending} onClick={lab.hint}>
            <Lightbulb aria-hidden className="size-5" />
            {t('hint', { left })}
          </Button>
        )}
        <Button
          tone="quiet"
          disabled={busy || view === null || view.version === 0 || reached || pending}
          onClick={() => {
            setAsked('restart');
          }}
        >
          <RotateCcw aria-hidden className="size-5" />
          {t('restart')}
        </Button>
        <Button
          tone="quiet"
          className="ml-auto"
          disabled={pending || reached}
          onClick={() => {
            setAsked('giveUp');
          }}
        >
          <Flag aria-hidden className="size-5" />
          {t('giveUp')}
        </Button>
      </div>
      {left > 0 && view?.hints.length === 0 ? (
        <p className="text-muted -mt-2 text-sm">{t('hintCost')}</p>
      ) : null}
      <LabConfirm
        what={asked}
        onCancel={() => {
          setAsked(null);
        }}
        onYes={() => {
          setAsked(null);
          if (asked === 'giveUp') answer(true);
          else lab.restart();
        }}
      />
    </div>
  );
}

/** What the browser says of the end. The lines are the sandbox's to tell. */
function responseOf(view: LabView | null, gaveUp: boolean): LabResponse {
  return {
    kind: 'lab',
    lines: [],
    gaveUp,
    hints: view?.hints.length ?? 0,
    restarts: view?.restarts ?? 0,
  };
}

function FailureOfLab({
  failure,
  opened,
  onReload,
}: {
  readonly failure: PracticeFailure;
  readonly opened: boolean;
  readonly onReload: () => void;
}) {
  const t = useTranslations('question.lab');
  const retry = (
    <Button size="small" onClick={onReload}>
      {t('reload')}
    </Button>
  );
  if (failure.kind === 'invalid') {
    return (
      <Notice tone="note" live="assertive">
        {failure.message}
      </Notice>
    );
  }
  return (
    <Notice tone="note" live="assertive" action={retry}>
      {t(opened ? 'failed' : 'notOpened')}
    </Notice>
  );
}
