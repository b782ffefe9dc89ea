'use client';

import type { AnswerStore } from './kept-answers';

/** A store that lasts as long as the page. */
function memoryStore(): AnswerStore {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
  };
}

/** The device's store for answers on their way; where the browser forbids one (cookies blocked), the page's memory. */
export function openAnswerStore(): AnswerStore {
  try {
    return window.localStorage;
  } catch {
    return memoryStore();
  }
}
