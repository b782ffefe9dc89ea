import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8');

/** The colour tokens of the block that begins with `start`. */
function tokens(start: string): Map<string, string> {
  const from = css.indexOf(start);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const texts: readonly (readonly [text: string, ground: string])[] = [
  ...['paper', 'surface', 'sunken', 'quay', 'basin'].flatMap((ground) =>
    ['ink', 'muted', 'good', 'bad', 'note', 'info'].map((text) => [text, ground] as const),
  ),
  ...['good', 'bad', 'note', 'info', 'accent'].map((tone) => ['ink', `${tone}-soft`] as const),
  ...['good', 'bad', 'note', 'info'].map((tone) => [tone, `${tone}-soft`] as const),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['surface', 'ink'],
  ['terminal-ink', 'terminal'],
  ['terminal-muted', 'terminal'],
  ['terminal-bad', 'terminal'],
  ['terminal-prompt', 'terminal'],
];

const edges: readonly (readonly [edge: string, ground: string])[] = [
  ...['paper', 'surface'].flatMap((ground) => [
    ['line-strong', ground] as const,
    ['focus', ground] as const,
  ]),
];

describe.each([
  ['light', ':root {'],
  ['dark', "[data-theme='dark'] {\n  color-scheme"],
])('%s theme', (_theme, start) => {
  const colours = tokens(start);
  const ratio = (one: string, other: string) =>
    contrast(colours.get(one) ?? '#000000', colours.get(other) ?? '#000000');

  it('reads at 4.5 : 1 or better wherever text stands (WCAG AA)', () => {
    const weak = texts.filter(([text, ground]) => ratio(text, ground) < 4.5);
    expect(weak).toEqual([]);
  });

  it('shows the edges of controls and the focus at 3 : 1 or better', () => {
    const weak = edges.filter(([edge, ground]) => ratio(edge, ground) < 3);
    expect(weak).toEqual([]);
  });
});

it('is the same dark whether chosen or taken from the device', () => {
  const chosen = tokens("[data-theme='dark'] {\n  color-scheme");
  const device = tokens("[data-theme='system'] {\n    color-scheme");
  expect(chosen.size).toBeGreaterThan(20);
  expect(Object.fromEntries(device)).toEqual(Object.fromEntries(chosen));
});
