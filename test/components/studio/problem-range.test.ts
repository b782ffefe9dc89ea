import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemRange } from '@/components/studio/problem-range';

const doc = Text.of(['id: mine', 'concept: lifecycle.pausd', '', '  beliefs: [one, two]']);
const marked = (line: number, column: number) => {
  const { from, to } = problemRange(doc, { line, column });
  return doc.sliceString(from, to);
};

describe('what is underlined for a problem', () => {
  test.each([
    [2, 10, 'lifecycle.pausd'],
    [4, 13, 'one'],
    [4, 18, 'two'],
    [4, 12, '[one, two]'],
    [1, 99, 'id: mine'],
    [3, 1, ''],
  ])('line %i, column %i: %j', (line, column, text) => {
    expect(marked(line, column)).toBe(text);
  });

  test('always lies in the text, whatever place is named', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer(), fc.integer(), (lines, line, column) => {
        const any = Text.of(lines.length === 0 ? [''] : lines.map((l) => l.replace(/[\r\n]/g, '')));
        const { from, to } = problemRange(any, { line, column });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(any.length);
      }),
    );
  });
});
