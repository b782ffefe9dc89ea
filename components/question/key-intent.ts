/** Where the key was pressed: free on the page, in a text field, on something that answers Enter itself, … */
export type KeyPlace = 'page' | 'text' | 'control' | 'scroller' | 'overlay';

/** What the card is doing: asking, showing a flashcard's front or back, telling the verdict, or waiting. */
export type CardPhase = 'asking' | 'front' | 'back' | 'verdict' | 'waiting';

export type KeyIntent =
  | { readonly kind: 'pick'; readonly index: number }
  | {
      readonly kind:
        | 'sure'
        | 'unsure'
        | 'unknown'
        | 'take-back'
        | 'show'
        | 'continue'
        | 'previous'
        | 'next'
        | 'undo'
        | 'help';
    };

export interface PressedKey {
  readonly key: string;
  /** The key's place on the board; letters go by it, so that they work while the Korean layout is on. */
  readonly code: string;
  readonly shift: boolean;
  readonly repeat: boolean;
}

/**
 * What a key means to a question, or null when it is left to the browser. A key that is held down means nothing: Enter
 * held after answering must not skip the verdict.
 */
export function keyIntent(
  pressed: PressedKey,
  place: KeyPlace,
  phase: CardPhase,
): KeyIntent | null {
  if (pressed.repeat || place === 'overlay' || phase === 'waiting') return null;
  if (pressed.key === '?' && place !== 'text') return { kind: 'help' };
  if (pressed.key === 'Enter') return enterIntent(pressed, place, phase);
  if (place === 'text') return null;
  if (pressed.key === ' ') return place === 'control' ? null : spaceIntent(phase);
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(pressed.code)?.[1];
  if (digit !== undefined && !pressed.shift) return digitIntent(Number(digit), phase);
  if (phase === 'asking' && pressed.key === 'Backspace') return { kind: 'take-back' };
  if (phase === 'verdict') return verdictIntent(pressed, place);
  return null;
}

function enterIntent(pressed: PressedKey, place: KeyPlace, phase: CardPhase): KeyIntent | null {
  if (place === 'control') return null;
  if (phase === 'asking') return { kind: pressed.shift ? 'unsure' : 'sure' };
  return spaceIntent(phase);
}

function spaceIntent(phase: CardPhase): KeyIntent | null {
  if (phase === 'front') return { kind: 'show' };
  if (phase === 'verdict') return { kind: 'continue' };
  return null;
}

function digitIntent(digit: number, phase: CardPhase): KeyIntent | null {
  if (phase === 'asking') {
    return digit === 0 ? { kind: 'unknown' } : { kind: 'pick', index: digit - 1 };
  }
  return phase === 'back' && digit > 0 ? { kind: 'pick', index: digit - 1 } : null;
}

function verdictIntent(pressed: PressedKey, place: KeyPlace): KeyIntent | null {
  if (pressed.code === 'KeyU' && !pressed.shift) return { kind: 'undo' };
  if (place === 'scroller') return null;
  if (pressed.key === 'ArrowLeft') return { kind: 'previous' };
  if (pressed.key === 'ArrowRight') return { kind: 'next' };
  return null;
}
