'use client';

import { useEffect, useEffectEvent, type RefObject } from 'react';
import { keyIntent, type CardPhase, type KeyIntent, type KeyPlace } from './key-intent';

const notText = new Set([
  'radio',
  'checkbox',
  'button',
  'submit',
  'reset',
  'range',
  'color',
  'file',
]);

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return 'overlay';
  if (target instanceof HTMLInputElement) return notText.has(target.type) ? 'page' : 'text';
  if (target.closest('textarea, select, [contenteditable="true"]')) return 'text';
  if (target.closest('button, a[href], summary, [role="button"]')) return 'control';
  return target.closest('[data-scrolls]') ? 'scroller' : 'page';
}

/**
 * Listens for a question's keys: everywhere on the page, or only inside `card` where the question is a guest on the page.
 * `handle` says whether it used the key; only then is the browser kept from it.
 */
export function useQuestionKeys(
  phase: CardPhase,
  handle: (intent: KeyIntent, target: EventTarget | null) => boolean,
  card: RefObject<HTMLElement | null>,
  everywhere: boolean,
): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = event.target instanceof Node && card.current?.contains(event.target);
    if (!everywhere && inside !== true) return;
    const pressed = {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      repeat: event.repeat,
    };
    const intent = keyIntent(pressed, placeOf(event.target), phase);
    if (intent !== null && handle(intent, event.target)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
