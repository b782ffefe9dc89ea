'use client';

import { useSyncExternalStore } from 'react';

const NAME = 'drydock.terminal.log';
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return window.localStorage.getItem(NAME) === 'shown';
  } catch (error) {
    // A browser may forbid storage altogether.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function store(shown: boolean): void {
  try {
    window.localStorage.setItem(NAME, shown ? 'shown' : 'hidden');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether the text log stands beside the terminal, which then has no colours: a choice of this browser. */
export function usePlainLog(): readonly [boolean, (shown: boolean) => void] {
  const shown = useSyncExternalStore(subscribe, stored, () => false);
  return [shown, store];
}
