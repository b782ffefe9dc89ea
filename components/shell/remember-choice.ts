'use client';

/** Keeps a choice about the screen (language, theme) in a cookie for a year; the server reads it for the next page. */
export function rememberChoice(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
