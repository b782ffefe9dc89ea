/** A key as both React and the browser tell of it. */
interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

/** Where the arrows, Home and End have a meaning of their own. */
const taken =
  'input, textarea, select, [contenteditable="true"], [data-scrolls], [role="menu"], [role="dialog"], [role="listbox"]';

/** The index of the step that a key leads to from step `at` of `total`, or null when it leads nowhere. */
export function stepOfKey(pressed: PressedKey, at: number, total: number): number | null {
  const { key, target } = pressed;
  if (pressed.defaultPrevented) return null;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey) return null;
  if (target instanceof Element && target.closest(taken) !== null) return null;
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1 }[key];
  return to === undefined || to < 0 || to >= total ? null : to;
}
