'use client';

import { useTranslations } from 'next-intl';
import { Flag, KeyRound, Lightbulb, RotateCcw, TextCursorInput } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { failureWords } from '@/components/terminal/failure-words';
import { KeyPanel } from '@/components/terminal/key-panel';
import { TerminalSkeleton } from '@/components/terminal/terminal-skeleton';
import { usePlainLog } from '@/components/terminal/use-plain-log';
import type { LabApi, LabView } from '@/lib/quiz/lab-contract';
import type { PracticeFailure } from '@/lib/quiz/practice';
import type { LabResponse, ViewControl } from '@/lib/quiz/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Sentence } from '@/components/ui/sentence';
import { LabConfirm } from './lab-confirm';
import { LabGoals } from './lab-goals';
import { useLab } from './use-lab';

// xterm.js is large, and most questions need no terminal.
const Terminal = lazy(() =>
  import('@/components/terminal/terminal-pane').then(({ TerminalPane }) => ({
    default: TerminalPane,
  })),
);

interface LabControlProps {
  readonly control: Extract<ViewControl, { kind: 'lab' }>;
  readonly api: LabApi;
  /** The terminal may be wider than the column of the question: tables of docker then stand unbroken. */
  readonly wide: boolean;
  /** The answer is on its way. */
  readonly pending: boolean;
  /** Called once when the goal is reached, and when the learner gives up. */
  readonly onAnswer: (response: LabResponse) => void;
}

/** To both sides as far as the longest lines of `docker ps` reach. */
const wideSection = 'lg:-mx-32 xl:-mx-44';

/** A hands-on question: the goal in words, a terminal, hints one at a time, and the ways out. */
export function LabControl({ control, api, wide, pending, onAnswer }: LabControlProps) {
  const t = useTranslations('question.lab');
  const terminalWords = useTranslations('terminal');
  const lab = useLab(api);
  const { view, busy, failure } = lab;
  const [plain, setPlain] = usePlainLog();
  const [asked, setAsked] = useState<'giveUp' | 'restart' | null>(null);
  const [connecting, setConnecting] = useState(false);
  const reached = view?.progress.reached ?? false;
  const broken = view?.progress.broken.includes(true) ?? false;
  const left = control.hints - (view?.hints.length ?? 0);
  const over = reached || pending;

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
        <section aria-label={t('terminal')} className={wide ? wideSection : undefined}>
          <Suspense fallback={<TerminalSkeleton height="question" />}>
            <Terminal
              key={lab.terminal}
              start={view}
              backend={lab.backend}
              plain={plain}
              height="question"
              takesFocus={lab.terminal > 0}
              onLine={lab.lineShown}
            />
          </Suspense>
        </section>
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
          <Button
            className="max-sm:w-full"
            disabled={busy || view === null || over}
            onClick={lab.hint}
          >
            <Lightbulb aria-hidden className="size-5" />
            {t('hint', { left })}
          </Button>
        )}
        <Button
          tone="quiet"
          disabled={busy || view === null || view.version === 0 || over}
          onClick={() => {
            setAsked('restart');
          }}
        >
          <RotateCcw aria-hidden className="size-5" />
          {t('restart')}
        </Button>
        <Button
          tone="quiet"
          disabled={over}
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
      {view === null ? null : (
        <div className="border-line flex flex-wrap gap-x-2 border-t pt-2">
          <Button
            size="small"
            tone="quiet"
            aria-pressed={plain}
            onClick={() => {
              setPlain(!plain);
            }}
          >
            <TextCursorInput aria-hidden className="size-4.5" />
            {terminalWords('showLog')}
          </Button>
          {api.keys === null ? null : (
            <Button
              size="small"
              tone="quiet"
              disabled={over}
              onClick={() => {
                setConnecting(true);
              }}
            >
              <KeyRound aria-hidden className="size-4.5" />
              {terminalWords('engineKeys')}
            </Button>
          )}
        </div>
      )}
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
      {api.keys === null ? null : (
        <Dialog
          open={connecting}
          onOpenChange={(open) => {
            setConnecting(open);
            // From now on another door may be open.
            if (!open) lab.reload();
          }}
          title={terminalWords('engineKeys')}
          description={t('keysText')}
          closeLabel={terminalWords('close')}
        >
          <KeyPanel keys={api.keys} />
        </Dialog>
      )}
    </div>
  );
}

/** What the browser says of the end. The run is the sandbox's to tell. */
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
  const terminalWords = useTranslations('terminal');
  const words =
    failure.kind === 'offline'
      ? t(opened ? 'failed' : 'notOpened')
      : failureWords(failure, terminalWords);
  return (
    <Notice
      tone="note"
      live="assertive"
      action={
        <Button size="small" onClick={onReload}>
          {t('reload')}
        </Button>
      }
    >
      {words}
    </Notice>
  );
}
