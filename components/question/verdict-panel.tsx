'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import { useComesBack } from '@/components/practice/use-comes-back';
import { RunStage } from '@/components/engine-stage/run-stage';
import { Button } from '@/components/ui/button';
import { KeyHint } from '@/components/ui/key-hint';
import { Notice } from '@/components/ui/notice';
import { Paragraphs } from '@/components/ui/paragraphs';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { AnswerComparison } from './answer-comparison';
import { BeliefNote } from './belief-note';
import { SourceNotes } from './source-notes';
import { useQuestionKeys } from './use-question-keys';
import { VerdictBanner, verdictWord } from './verdict-banner';
import { VerdictParting } from './verdict-parting';

interface VerdictPanelProps {
  readonly outcome: AnswerOutcome;
  readonly onContinue: (() => void) | null;
  readonly onUndo: (() => void) | null;
  /** A request of the panel is under way. */
  readonly busy: boolean;
  readonly problem: ReactNode;
  readonly onHelp: () => void;
  readonly card: RefObject<HTMLElement | null>;
  readonly keysEverywhere: boolean;
}

/** A press this soon after the verdict was meant for the answer, not for going on. */
const settleMs = 350;

type Shown = 'right' | 'mine';

/** A hands-on question that was given up: the step of the run with which the solution begins, to be gone through from there. */
function replayedFrom({ verdict }: AnswerOutcome): number | null {
  const { key, run, correct } = verdict;
  return key.kind === 'lab' && !correct ? Math.max(0, run.length - key.solution.length) : null;
}

/** What an answer came to: the word, where its belief and Docker part, why, the run, the source, when it returns, and what is next. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { outcome, onContinue, onUndo, busy } = props;
  const { verdict, question, response } = outcome;
  const { parting } = verdict;
  const about = parting?.about;
  const t = useTranslations('verdict');
  const sayReturn = useComesBack('verdict.comesBack');
  const heading = useRef<HTMLHeadingElement>(null);
  const since = useRef(0);
  const replayed = replayedFrom(outcome);
  const [which, setWhich] = useState<Shown>(
    verdict.learnerRun === null || replayed !== null ? 'right' : 'mine',
  );
  const run = which === 'mine' && verdict.learnerRun !== null ? verdict.learnerRun : verdict.run;
  const [at, setAt] = useState(replayed ?? run.length - 1);
  const move = (to: number) => {
    setAt(Math.max(0, Math.min(run.length - 1, to)));
  };

  useEffect(() => {
    since.current = performance.now();
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }, []);

  const goOn = () => {
    if (onContinue === null || busy || performance.now() - since.current < settleMs) return;
    onContinue();
  };

  useQuestionKeys(
    busy ? 'waiting' : 'verdict',
    (intent) => {
      if (intent.kind === 'continue' && onContinue !== null) goOn();
      else if (intent.kind === 'undo' && onUndo !== null) onUndo();
      else if (intent.kind === 'previous' && run.length > 1) move(at - 1);
      else if (intent.kind === 'next' && run.length > 1) move(at + 1);
      else if (intent.kind === 'help') props.onHelp();
      else return false;
      return true;
    },
    props.card,
    props.keysEverywhere,
  );

  const comesBack = outcome.comesBack === null ? null : sayReturn(outcome.comesBack);
  return (
    <div className="rise-in flex flex-col gap-6">
      <VerdictBanner
        word={verdictWord(verdict, response)}
        score={verdict.key.kind === 'several' ? null : verdict.score}
        comesBack={comesBack}
        heading={heading}
      />
      {outcome.alreadyAnswered ? <Notice tone="info">{t('already')}</Notice> : null}
      <AnswerComparison
        control={question.control}
        response={response}
        answer={verdict.key}
        correct={verdict.correct}
        progress={verdict.progress}
        gaps={verdict.gaps}
        parted={about?.kind === 'command'}
      />
      {parting === null ? null : <VerdictParting parting={parting} beliefs={verdict.beliefs} />}
      {verdict.beliefs
        .filter(({ id }) => about?.kind !== 'belief' || id !== about.belief)
        .map((belief) => (
          <BeliefNote
            key={belief.id}
            title={t(about?.kind === 'belief' ? 'parting.also' : 'beliefTitle')}
            belief={belief}
          />
        ))}
      {verdict.explanation === '' ? null : (
        <section>
          <h3 className="mb-1 font-semibold">{t('explanation')}</h3>
          <Paragraphs text={verdict.explanation} />
        </section>
      )}
      {run.length === 0 ? null : (
        <section className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-semibold">{t('run')}</h3>
            {verdict.learnerRun !== null && verdict.run.length > 0 ? (
              <SegmentedControl<Shown>
                label={t('runWhich')}
                value={which}
                options={[
                  { value: 'mine', label: t('runYours') },
                  { value: 'right', label: t('runRight') },
                ]}
                onChange={(shown) => {
                  const other = shown === 'mine' ? verdict.learnerRun : verdict.run;
                  setWhich(shown);
                  setAt((other ?? []).length - 1);
                }}
              />
            ) : null}
          </div>
          <RunStage run={run} at={Math.min(at, run.length - 1)} onMove={move} />
        </section>
      )}
      {verdict.sources.length === 0 ? null : (
        <section>
          <h3 className="mb-2 font-semibold">{t('source')}</h3>
          <SourceNotes sources={verdict.sources} foldAfter={2} />
        </section>
      )}
      {props.problem}
      {onContinue === null ? null : (
        <div className="bg-paper sticky bottom-0 -mx-4 flex items-center justify-between gap-2 px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:px-0">
          <Button
            tone="next"
            size="large"
            className="flex-1 sm:flex-none"
            onClick={goOn}
            disabled={busy}
          >
            {t('continue')}
            <KeyHint keys="↵" />
          </Button>
          {onUndo === null ? null : (
            <Button tone="quiet" onClick={onUndo} disabled={busy}>
              {busy ? t('undoing') : t('undo')}
              <KeyHint keys="U" />
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
