'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { LabView } from '@/lib/quiz/practice';
import { Button } from '@/components/ui/button';

interface LabTerminalProps {
  readonly view: LabView;
  readonly busy: boolean;
  /** The goal is reached, or the question is being answered: nothing more is typed. */
  readonly closed: boolean;
  readonly onType: (lines: readonly string[]) => void;
}

/** What Ctrl-C and Ctrl-D send (the engine's `keys`). */
const interrupt = '\u0003';
const end = '\u0004';

/**
 * A hands-on question's terminal as text: a log that is read out as it grows, and a field for the next line. ↑ and ↓ bring earlier lines back; several
 * pasted lines are typed one after another.
 */
export function LabTerminal({ view, busy, closed, onType }: LabTerminalProps) {
  const t = useTranslations('question.lab');
  const [text, setText] = useState('');
  const [back, setBack] = useState(0);
  const log = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { lines, prompt, echo } = view;
  const typed = lines.map(({ command }) => command).filter((command) => command !== '');

  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [lines.length]);

  const send = (wanted: readonly string[]) => {
    if (busy || closed) return;
    onType(wanted);
    setText('');
    setBack(0);
    field.current?.focus();
  };
  const recall = (steps: number) => {
    const to = Math.max(0, Math.min(typed.length, back + steps));
    setBack(to);
    setText(to === 0 ? '' : (typed[typed.length - to] ?? ''));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const selected = event.currentTarget.selectionStart !== event.currentTarget.selectionEnd;
    const control = event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Enter') send([text]);
    else if (event.key === 'ArrowUp') recall(1);
    else if (event.key === 'ArrowDown') recall(-1);
    else if (control && event.code === 'KeyC' && !selected) send([interrupt]);
    else if (control && event.code === 'KeyD' && text === '') send([end]);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text').replaceAll('\r\n', '\n');
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    const [first = '', ...rest] = pasted.replace(/\n$/, '').split('\n');
    send([text + first, ...rest]);
  };

  return (
    <section
      aria-label={t('terminal')}
      translate="no"
      className="bg-terminal text-terminal-ink border-terminal-line rounded-control flex flex-col border text-[0.875rem] leading-relaxed sm:text-[0.9375rem]"
    >
      <div
        ref={log}
        role="log"
        aria-label={t('terminal')}
        tabIndex={0}
        data-scrolls=""
        className="max-h-[45vh] min-h-24 overflow-auto px-4 pt-3.5"
      >
        {lines.map((line, index) => (
          <div key={index} className="font-mono wrap-anywhere whitespace-pre-wrap">
            <p>
              <span className="text-terminal-prompt">{line.prompt}</span>
              <span className="font-medium">{line.command}</span>
            </p>
            {line.elapsedMs < 1000 ? null : (
              <p className="text-terminal-muted font-sans text-sm">
                {t('later', { seconds: Math.round(line.elapsedMs / 1000) })}
              </p>
            )}
            <Printed text={line.stdout} />
            <Printed text={line.stderr} error />
          </div>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 font-mono">
        <span aria-hidden className="text-terminal-prompt shrink-0 whitespace-pre">
          {prompt}
        </span>
        <input
          ref={field}
          data-answer-field=""
          aria-label={`${t('line')} ${prompt}`}
          type={echo ? 'text' : 'password'}
          value={text}
          readOnly={busy || closed}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="send"
          maxLength={2000}
          onChange={(event) => {
            setText(event.target.value);
            setBack(0);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="min-h-11 min-w-40 flex-1 bg-transparent py-1 outline-offset-2"
        />
        <span className="flex gap-1 font-sans">
          {[
            { label: 'Ctrl-C', line: interrupt },
            { label: 'Ctrl-D', line: end },
          ].map(({ label, line }) => (
            <button
              key={label}
              type="button"
              disabled={busy || closed}
              onClick={() => {
                send([line]);
              }}
              className="text-terminal-muted hover:text-terminal-ink border-terminal-line rounded-control min-h-11 border px-2 text-sm disabled:opacity-55"
            >
              {label}
            </button>
          ))}
          <Button
            disabled={busy || closed}
            onClick={() => {
              send([text]);
            }}
          >
            {busy ? t('running') : t('run')}
          </Button>
        </span>
      </div>
    </section>
  );
}

function Printed({ text, error = false }: { readonly text: string; readonly error?: boolean }) {
  if (text === '') return null;
  const columns = / {3,}\S/.test(text);
  return (
    <pre
      className={`${columns ? 'w-max whitespace-pre' : 'wrap-anywhere whitespace-pre-wrap'} ${error ? 'text-terminal-bad' : 'text-terminal-ink/85'}`}
    >
      {text.replace(/\n$/, '')}
    </pre>
  );
}
