import { describe, expect, it } from 'vitest';
import { readArguments } from '@/scripts/engine/arguments';

describe('the words behind npm run engine --', () => {
  it.each([
    [[], { kind: 'stored', port: null }],
    [['--port', '2376'], { kind: 'stored', port: 2376 }],
    [['--help'], { kind: 'help' }],
    [['--open'], { kind: 'open', port: null, images: [], seed: 'drydock', jumps: false }],
    [
      ['--open', '--port=0', '--images', 'nginx,redis', '--seed', 'a', '--jump'],
      { kind: 'open', port: 0, images: ['nginx', 'redis'], seed: 'a', jumps: true },
    ],
  ])('%j are understood', (words, asked) => {
    expect(readArguments(words)).toEqual(asked);
  });

  it.each([
    [['--port', 'x'], 'x is no port.'],
    [['--port', '70000'], '70000 is no port.'],
    [['--port'], '--port needs a value.'],
    [['--images', 'nginx'], 'are for --open'],
    [['--nosuch'], '"--nosuch" is no option here.'],
  ])('%j are refused with the usage', (words, message) => {
    expect(() => readArguments(words)).toThrow(message);
    expect(() => readArguments(words)).toThrow('npm run engine -- --open');
  });
});
