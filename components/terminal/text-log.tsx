'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { EarlierLine } from '@/lib/quiz/terminal';
import { screenText } from '@/lib/stage/screen-text';
import { waited } from './waited';

/** A line as the log tells of it; `id` counts up. */
export interface LoggedLine extends EarlierLine {
  readonly id: number;
}

/** What was typed and printed, as text: read out as it grows. It is there for the ear always, for the eye where somebody asks for it. */
export function TextLog({
  lines,
  visible,
}: {
  readonly lines: readonly LoggedLine[];
  readonly visible: boolean;
}) {
  const t = useTranslations('terminal');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [lines.length, visible]);
  return (
    <div
      ref={box}
      role="log"
      aria-live="polite"
      aria-label={t('log')}
      tabIndex={visible ? 0 : -1}
      className={classNames(
        visible
          ? 'border-line bg-surface rounded-control max-h-72 overflow-auto border px-4 py-3 text-sm'
          : 'sr-only',
      )}
    >
      {lines.map(({ id, prompt, line, shown, elapsedMs }) => (
        <div key={id} translate="no" className="font-mono wrap-anywhere whitespace-pre-wrap">
          <p className="font-medium">
            <span className="text-muted">{prompt}</span>
            {line}
          </p>
          {shown === '' ? null : <p>{screenText(shown).replace(/\n$/, '')}</p>}
          {elapsedMs < 1_000 ? null : (
            <p className="text-muted font-sans">{t('later', { time: waited(elapsedMs, t) })}</p>
          )}
        </div>
      ))}
    </div>
  );
}
