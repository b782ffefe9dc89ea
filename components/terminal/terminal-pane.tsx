'use client';

import { useTranslations } from 'next-intl';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { EarlierLine, TerminalBackend, TerminalOutcome } from '@/lib/quiz/terminal';
import { KeyRow } from './key-row';
import { paneHeights, type PaneHeight } from './pane-heights';
import type { DriverStart } from './terminal-driver';
import { TextLog, type LoggedLine } from './text-log';
import { XtermScreen, type TerminalHandle } from './xterm-screen';

interface TerminalPaneProps {
  readonly start: DriverStart;
  readonly backend: TerminalBackend;
  /** The text log is to be seen, and the terminal has no colours. */
  readonly plain: boolean;
  readonly height: PaneHeight;
  /** Whether the keyboard is the terminal's as soon as it is there. */
  readonly takesFocus: boolean;
  readonly onLine?: (line: EarlierLine, outcome: TerminalOutcome) => void;
  readonly ref?: Ref<TerminalHandle>;
}

/** A terminal with its row of keys, how to leave it, and what was typed and printed as text. Whoever shows it loads it when it is opened. */
export function TerminalPane({
  start,
  backend,
  plain,
  height,
  takesFocus,
  onLine,
  ref,
}: TerminalPaneProps) {
  const t = useTranslations('terminal');
  const screen = useRef<TerminalHandle>(null);
  const [control, setControl] = useState(false);
  const [log, setLog] = useState<readonly LoggedLine[]>(() =>
    start.earlier.map((line, id) => ({ ...line, id })),
  );
  useImperativeHandle(ref, () => ({
    type: (data) => screen.current?.type(data),
    begin: (standing, note, clears) => screen.current?.begin(standing, note, clears),
  }));
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="border-terminal-line rounded-control overflow-hidden border">
        <div className={`bg-terminal p-2 ${paneHeights[height]}`}>
          <XtermScreen
            ref={screen}
            start={start}
            backend={backend}
            plain={plain}
            takesFocus={takesFocus}
            control={control}
            onControlUsed={() => {
              setControl(false);
            }}
            onLine={(line, outcome) => {
              setLog((lines) => [...lines, { ...line, id: (lines.at(-1)?.id ?? 0) + 1 }]);
              onLine?.(line, outcome);
            }}
          />
        </div>
        <KeyRow
          control={control}
          onControl={() => {
            setControl(!control);
          }}
          onKey={(data) => {
            screen.current?.type(data);
          }}
        />
      </div>
      <p className="text-muted text-sm">{t('leaveHint')}</p>
      <TextLog lines={log} visible={plain} />
    </div>
  );
}
