'use client';

import { useLocale, useTranslations } from 'next-intl';
import { KeyRound, RotateCcw, Share2, TextCursorInput, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { EngineStage } from '@/components/engine-stage/engine-stage';
import { StageTables } from '@/components/engine-stage/stage-tables';
import { randomKey } from '@/components/practice/random-key';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Sentence } from '@/components/ui/sentence';
import { parseLocale } from '@/lib/i18n/locales';
import type { Result } from '@/lib/kernel/result';
import type { PracticeFailure } from '@/lib/quiz/practice';
import { changesBetween } from '@/lib/stage/changes-between';
import type { Picture } from '@/lib/stage/picture';
import { sentenceOf } from '@/lib/stage/sentence-of';
import { failureWords } from './failure-words';
import { KeyPanel } from './key-panel';
import { LinkPanel } from './link-panel';
import type { SandboxApi, SandboxMoment, Standing } from '@/lib/quiz/terminal';
import type { DriverStart } from './terminal-driver';
import { TerminalPane } from './terminal-pane';
import { usePlainLog } from './use-plain-log';
import type { TerminalHandle } from './xterm-screen';

export interface SandboxScreenProps {
  readonly start: DriverStart & SandboxMoment;
  readonly api: SandboxApi;
  /** The address of a shared run without its key at the end. */
  readonly runsAt: string;
}

/** The host on the stage, what it was one step before, and what that step changed. */
interface Shown {
  readonly version: number;
  readonly picture: Picture;
  readonly before: Picture | null;
  readonly change: string | null;
}

/** A terminal on a sandbox with the engine stage beside it, and what can be done with the sandbox. */
export function SandboxScreen({ start, api, runsAt }: SandboxScreenProps) {
  const t = useTranslations('terminal');
  const locale = parseLocale(useLocale()) ?? 'en';
  const terminal = useRef<TerminalHandle>(null);
  const [plain, setPlain] = usePlainLog();
  const [failure, setFailure] = useState<PracticeFailure | null>(null);
  const [dialog, setDialog] = useState<'links' | 'keys' | 'reset' | null>(null);
  const [seen, setSeen] = useState<'picture' | 'table'>('picture');
  const [shown, setShown] = useState<Shown>({
    version: start.version,
    picture: start.picture,
    before: null,
    change: null,
  });

  const look = async (exitCode = 0) => {
    const moment = await api.moment();
    setFailure(moment.ok ? null : moment.error);
    if (!moment.ok) return;
    const { version, picture } = moment.value;
    setShown((last) => {
      // An answer that was overtaken by a later one.
      if (version <= last.version) return last;
      const changes = changesBetween(last.picture, picture);
      const change = sentenceOf(changes, { exitCode }, locale);
      return { version, picture, before: last.picture, change };
    });
  };
  const act = async (
    call: Promise<Result<Standing, PracticeFailure>>,
    note: string,
    clears: boolean,
  ) => {
    const done = await call;
    if (!done.ok) {
      setFailure(done.error);
      return;
    }
    terminal.current?.begin(done.value, note, clears);
    await look();
  };

  return (
    <div className="flex flex-col gap-4">
      <div className="max-sm:scroll-hint flex items-center gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 max-sm:*:shrink-0 sm:flex-wrap">
        <Button
          size="small"
          onClick={() => {
            void act(api.undo(randomKey()), t('undone'), false);
          }}
        >
          <Undo2 aria-hidden className="size-4.5" />
          {t('undo')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setDialog('reset');
          }}
        >
          <RotateCcw aria-hidden className="size-4.5" />
          {t('reset')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setDialog('links');
          }}
        >
          <Share2 aria-hidden className="size-4.5" />
          {t('share')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setDialog('keys');
          }}
        >
          <KeyRound aria-hidden className="size-4.5" />
          {t('engineKeys')}
        </Button>
        <Button
          size="small"
          tone="quiet"
          aria-pressed={plain}
          className="ml-auto"
          onClick={() => {
            setPlain(!plain);
          }}
        >
          <TextCursorInput aria-hidden className="size-4.5" />
          {t('showLog')}
        </Button>
      </div>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          {failureWords(failure, t)}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <section aria-label={t('title')} className="min-w-0 lg:sticky lg:top-20">
          <TerminalPane
            ref={terminal}
            start={start}
            backend={api}
            plain={plain}
            height="page"
            takesFocus
            onLine={(_, { exitCode }) => {
              void look(exitCode);
            }}
          />
        </section>
        <section aria-label={t('stage')} className="flex min-w-0 flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p role="status" className="min-w-0 flex-1 basis-48 font-medium">
              <Sentence text={shown.change ?? t('stageFirst')} />
            </p>
            <SegmentedControl<'picture' | 'table'>
              label={t('stage')}
              value={seen}
              options={[
                { value: 'picture', label: t('picture') },
                { value: 'table', label: t('table') },
              ]}
              onChange={setSeen}
            />
          </div>
          {seen === 'picture' ? (
            <EngineStage picture={shown.picture} before={shown.before} />
          ) : (
            <StageTables picture={shown.picture} before={shown.before} />
          )}
        </section>
      </div>
      <Dialog
        open={dialog === 'reset'}
        onOpenChange={() => {
          setDialog(null);
        }}
        title={t('resetTitle')}
        description={t('resetText')}
        closeLabel={t('close')}
      >
        <Button
          tone="danger"
          onClick={() => {
            setDialog(null);
            void act(api.reset(randomKey()), t('resetDone'), true);
          }}
        >
          {t('reset')}
        </Button>
      </Dialog>
      <Dialog
        open={dialog === 'links'}
        onOpenChange={() => {
          setDialog(null);
        }}
        title={t('share')}
        description={t('shareText')}
        closeLabel={t('close')}
      >
        <LinkPanel api={api} runsAt={runsAt} />
      </Dialog>
      <Dialog
        open={dialog === 'keys'}
        onOpenChange={() => {
          setDialog(null);
        }}
        title={t('engineKeys')}
        description={t('engineKeysText')}
        closeLabel={t('close')}
      >
        <KeyPanel keys={api.keys} />
      </Dialog>
    </div>
  );
}
