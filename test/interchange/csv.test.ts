import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText } from '@/lib/interchange/csv';

describe('csvText', () => {
  test('begins with a byte order mark and ends its lines with CR LF', () => {
    expect(csvText(['a', 'b'], [['한글', 1]])).toBe('\uFEFFa,b\r\n한글,1\r\n');
  });

  test.each(['=1+1', '+82', '-1', '@SUM(A1)', '\tx', '\rx', '\n=x', '−1', '＝1', '=a\nb'])(
    'the text %j is not run as a formula',
    (text) => {
      const [, cell] = Papa.parse<string[]>(csvText(['name'], [[text]]).slice(1)).data;
      expect(cell).toEqual([`'${text}`]);
    },
  );

  test('numbers stay numbers, negative ones too, and nothing is an empty cell', () => {
    expect(csvText(['a'], [[-1.5], [null]])).toBe('\uFEFFa\r\n-1.5\r\n\r\n');
  });

  test('quotes, commas and line breaks come back as they were', () => {
    const cells = ['a "quoted", cell', 'two\nlines', "it's"];
    const [, back] = Papa.parse<string[]>(csvText(['a', 'b', 'c'], [cells]).slice(1)).data;
    expect(back).toEqual(cells);
  });

  test('a name in the head is neutralised, too', () => {
    expect(csvText(['=cmd'], [])).toContain("'=cmd");
  });
});
