'use client';

import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type ITheme } from '@xterm/xterm';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { randomKey } from '@/components/practice/random-key';
import type { EarlierLine, TerminalBackend, TerminalOutcome } from '@/lib/quiz/terminal';
import { TerminalDriver, type DriverStart } from './terminal-driver';
import { failureWords } from './failure-words';
import { waited } from './waited';

export interface TerminalHandle {
  /** Types what a key or a button sends, and leaves the terminal in focus. */
  readonly type: (data: string) => void;
  /** Something other than a line has changed the sandbox. */
  readonly begin: TerminalDriver['begin'];
}

interface XtermScreenProps {
  readonly start: DriverStart;
  readonly backend: TerminalBackend;
  /** Without colours, for whoever reads the text log beside it. */
  readonly plain: boolean;
  /** The next character is typed with Ctrl held, and then no more: a key of the row below. */
  readonly control: boolean;
  /** Whether the keyboard is the terminal's as soon as it is there. */
  readonly takesFocus: boolean;
  readonly onControlUsed: () => void;
  readonly onLine: (line: EarlierLine, outcome: TerminalOutcome) => void;
  readonly ref: Ref<TerminalHandle>;
}

/** Below so many columns nothing can be read. */
const FEWEST_COLUMNS = 12;

/** As WCAG asks of text. */
const CONTRAST = 4.5;

/** The colours of the page's terminal blocks in the theme that holds now; `plain`: of text there is one. */
function themeOf(element: HTMLElement, plain: boolean): ITheme {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  const colour = (name: string) => value(plain ? '--terminal-ink' : name);
  return {
    background: value('--terminal'),
    foreground: value('--terminal-ink'),
    cursor: value('--terminal-ink'),
    cursorAccent: value('--terminal'),
    selectionBackground: value('--terminal-line'),
    blue: colour('--terminal-prompt'),
    brightBlack: colour('--terminal-muted'),
    red: colour('--terminal-bad'),
    brightRed: colour('--terminal-bad'),
  };
}

function followTheme(change: () => void): () => void {
  const observer = new MutationObserver(change);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', change);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', change);
  };
}

/** Ctrl with a letter, as a terminal sends it. */
function withControl(data: string): string {
  return /^[a-z]$/i.test(data) ? String.fromCharCode(data.toUpperCase().charCodeAt(0) - 64) : data;
}

/** Loads the font that the terminal is drawn in: its cells are as wide as the letters are when it is opened. */
async function fontOf(element: HTMLElement): Promise<void> {
  // Without it the terminal stands in the browser's own monospace, which is there.
  await document.fonts.load(`14px ${getComputedStyle(element).fontFamily}`).catch(() => undefined);
}

/** The terminal itself. It loads xterm.js: whoever shows it loads it when it is opened. */
export function XtermScreen(props: XtermScreenProps) {
  const t = useTranslations('terminal');
  const place = useRef<HTMLDivElement>(null);
  const terminal = useRef<Terminal>(null);
  const driver = useRef<TerminalDriver>(null);
  const { ref } = props;

  useImperativeHandle(ref, () => ({
    type: (data) => {
      driver.current?.type(data);
      terminal.current?.focus();
    },
    begin: (standing, note, clears) => {
      driver.current?.begin(standing, note, clears);
      terminal.current?.focus();
    },
  }));

  const isPlain = useEffectEvent(() => props.plain);
  const onLine = useEffectEvent(props.onLine);
  const typed = useEffectEvent((data: string) => {
    driver.current?.type(props.control ? withControl(data) : data);
    if (props.control) props.onControlUsed();
  });
  const open = useEffectEvent((element: HTMLDivElement) => {
    const shown = new Terminal({
      fontFamily: getComputedStyle(element).fontFamily,
      fontSize: 14,
      lineHeight: 1.25,
      cursorBlink: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      minimumContrastRatio: CONTRAST,
      scrollback: 5_000,
      theme: themeOf(element, props.plain),
    });
    const fit = new FitAddon();
    shown.loadAddon(fit);
    shown.open(element);
    shown.textarea?.setAttribute('aria-label', t('input'));
    fit.fit();
    const made = new TerminalDriver(
      {
        columns: () => shown.cols,
        write: (text) => {
          shown.write(text);
        },
      },
      {
        backend: props.backend,
        newKey: randomKey,
        wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
        paces: () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
        colours: () => !isPlain(),
        words: {
          later: (milliseconds) => t('later', { time: waited(milliseconds, t) }),
          failure: (failure) => failureWords(failure, t),
        },
        onLine: (line, outcome) => {
          onLine(line, outcome);
        },
      },
      props.start,
    );
    if (props.takesFocus) shown.focus();
    return { shown, fit, made };
  });

  const begin = useEffectEvent((element: HTMLDivElement): (() => void) => {
    const { shown, fit, made } = open(element);
    terminal.current = shown;
    driver.current = made;
    shown.onData(typed);
    shown.attachCustomKeyEventHandler(keysForTheBrowser(shown));
    const observer = new ResizeObserver(() => {
      const before = shown.cols;
      // For a moment a box may have no room at all, and lines that are cut do not come back.
      if ((fit.proposeDimensions()?.cols ?? 0) < FEWEST_COLUMNS) return;
      fit.fit();
      if (shown.cols !== before) made.resized();
    });
    observer.observe(element);
    const leave = followTheme(() => {
      shown.options.theme = themeOf(element, isPlain());
    });
    return () => {
      leave();
      observer.disconnect();
      shown.dispose();
      terminal.current = null;
      driver.current = null;
    };
  });

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let end: (() => void) | null = null;
    let left = false;
    void fontOf(element).then(() => {
      if (!left) end = begin(element);
    });
    return () => {
      left = true;
      end?.();
    };
  }, []);

  const { plain } = props;
  useEffect(() => {
    if (terminal.current && place.current)
      terminal.current.options.theme = themeOf(place.current, plain);
  }, [plain]);

  return <div ref={place} translate="no" className="bg-terminal h-full w-full font-mono" />;
}

/**
 * Which keys stay with the browser: Shift-Tab and Tab behind Escape leave the terminal, Ctrl-C copies what is selected, Ctrl-V pastes.
 */
function keysForTheBrowser(shown: Terminal): (event: KeyboardEvent) => boolean {
  let escaped = false;
  return (event) => {
    if (event.type !== 'keydown') return true;
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key === 'Tab' && (shiftKey || escaped)) return false;
    if (key !== 'Shift') escaped = key === 'Escape';
    const lower = key.toLowerCase();
    if (ctrlKey && lower === 'c' && shown.hasSelection()) return false;
    return !((ctrlKey || metaKey) && lower === 'v');
  };
}
