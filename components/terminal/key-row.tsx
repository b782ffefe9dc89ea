'use client';

import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';

interface KeyRowProps {
  /** Ctrl is held for the next character. */
  readonly control: boolean;
  readonly onControl: () => void;
  readonly onKey: (data: string) => void;
}

/** Keys that a phone's keyboard lacks, and what each sends. */
const keys = [
  { name: 'tab', shown: 'Tab', data: '\t' },
  { name: 'escape', shown: 'Esc', data: '\u001b' },
  { name: 'left', shown: '←', data: '\u001b[D' },
  { name: 'up', shown: '↑', data: '\u001b[A' },
  { name: 'down', shown: '↓', data: '\u001b[B' },
  { name: 'right', shown: '→', data: '\u001b[C' },
  { name: 'interrupt', shown: 'Ctrl-C', data: '\u0003' },
  { name: 'endOfInput', shown: 'Ctrl-D', data: '\u0004' },
  { name: 'detach', shown: 'Ctrl-P Ctrl-Q', data: '\u0010\u0011' },
  { name: 'dash', shown: '-', data: '-' },
  { name: 'slash', shown: '/', data: '/' },
  { name: 'pipe', shown: '|', data: '|' },
] as const;

const look =
  'text-terminal-ink border-terminal-line rounded-control min-h-11 min-w-11 shrink-0 border px-2.5 text-sm whitespace-nowrap';

/** A row of keys under the terminal, where fingers type. Pressing one leaves the keyboard open. */
export function KeyRow({ control, onControl, onKey }: KeyRowProps) {
  const t = useTranslations('terminal');
  return (
    <div className="bg-terminal hidden any-pointer-coarse:block">
      <div
        role="group"
        aria-label={t('keys.label')}
        translate="no"
        className="scroll-hint flex gap-1.5 overflow-x-auto p-2"
      >
        <button
          type="button"
          aria-pressed={control}
          onPointerDown={(event) => {
            event.preventDefault();
          }}
          onClick={onControl}
          className={classNames(look, control && 'bg-terminal-ink text-terminal font-semibold')}
        >
          Ctrl
        </button>
        {keys.map(({ name, shown, data }) => (
          <button
            key={name}
            type="button"
            aria-label={t(`keys.${name}`)}
            // The terminal keeps the focus, and a phone its keyboard.
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onKey(data);
            }}
            className={look}
          >
            {shown}
          </button>
        ))}
      </div>
    </div>
  );
}
