import { describe, expect, it } from 'vitest';
import {
  keyIntent,
  type CardPhase,
  type KeyPlace,
  type PressedKey,
} from '@/components/question/key-intent';

const press = (key: string, code = key, more: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  shift: false,
  repeat: false,
  ...more,
});
const enter = press('Enter');
const shiftEnter = press('Enter', 'Enter', { shift: true });
const space = press(' ', 'Space');

describe('keyIntent', () => {
  it.each<[string, PressedKey, KeyPlace, CardPhase, unknown]>([
    [
      '1 picks the first option',
      press('1', 'Digit1'),
      'page',
      'asking',
      { kind: 'pick', index: 0 },
    ],
    [
      'the number pad counts too',
      press('9', 'Numpad9'),
      'page',
      'asking',
      { kind: 'pick', index: 8 },
    ],
    ['0 is "I don\'t know"', press('0', 'Digit0'), 'page', 'asking', { kind: 'unknown' }],
    ['Enter submits as sure', enter, 'page', 'asking', { kind: 'sure' }],
    ['Shift+Enter submits as unsure', shiftEnter, 'page', 'asking', { kind: 'unsure' }],
    ['Enter submits from a text field', enter, 'text', 'asking', { kind: 'sure' }],
    [
      'Backspace takes the last step back',
      press('Backspace'),
      'page',
      'asking',
      { kind: 'take-back' },
    ],
    ['Space shows a flashcard', space, 'page', 'front', { kind: 'show' }],
    ['Enter shows a flashcard', enter, 'page', 'front', { kind: 'show' }],
    ['3 grades a flashcard', press('3', 'Digit3'), 'control', 'back', { kind: 'pick', index: 2 }],
    ['Space goes on', space, 'page', 'verdict', { kind: 'continue' }],
    ['Enter goes on', enter, 'page', 'verdict', { kind: 'continue' }],
    ['arrows step the run', press('ArrowLeft'), 'page', 'verdict', { kind: 'previous' }],
    [
      'arrows step the run from a button',
      press('ArrowRight'),
      'control',
      'verdict',
      { kind: 'next' },
    ],
    ['u undoes', press('u', 'KeyU'), 'page', 'verdict', { kind: 'undo' }],
    [
      'u undoes while the Korean layout is on',
      press('ㅕ', 'KeyU'),
      'page',
      'verdict',
      { kind: 'undo' },
    ],
    ['? opens the help', press('?', 'Slash', { shift: true }), 'page', 'verdict', { kind: 'help' }],
  ])('%s', (_case, pressed, place, phase, intent) => {
    expect(keyIntent(pressed, place, phase)).toEqual(intent);
  });

  it.each<[string, PressedKey, KeyPlace, CardPhase]>([
    ['a held Enter never skips the verdict', { ...enter, repeat: true }, 'page', 'verdict'],
    ['typing a digit in a field stays typing', press('1', 'Digit1'), 'text', 'asking'],
    ['typing ? in a field stays typing', press('?', 'Slash', { shift: true }), 'text', 'asking'],
    ['Enter on a button presses the button', enter, 'control', 'asking'],
    ['Space on a button presses the button', space, 'control', 'verdict'],
    ['Space while asking is left to the radio group', space, 'page', 'asking'],
    ['an open dialog keeps its keys', press('1', 'Digit1'), 'overlay', 'asking'],
    ['nothing is answered while an answer is on its way', enter, 'page', 'waiting'],
    [
      'arrows scroll where there is something to scroll',
      press('ArrowRight'),
      'scroller',
      'verdict',
    ],
    ['a flashcard is not graded before its answer is seen', press('3', 'Digit3'), 'page', 'front'],
    ['0 grades nothing', press('0', 'Digit0'), 'page', 'back'],
    [
      'Shift with a digit is a sign, not a choice',
      press('!', 'Digit1', { shift: true }),
      'page',
      'asking',
    ],
  ])('%s', (_case, pressed, place, phase) => {
    expect(keyIntent(pressed, place, phase)).toBeNull();
  });
});
