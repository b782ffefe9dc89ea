import { describe, expect, test } from 'vitest';
import { formatRows } from '@/lib/engine/cli/format-rows';

const header = { Names: 'NAMES', State: 'STATE', Status: 'STATUS' };
const rows = [
  { Names: 'web', State: 'running', Status: 'Up 2 seconds' },
  { Names: 'a-long-name-here', State: 'exited', Status: 'Exited (0) 1 second ago' },
];

describe('rows by --format', () => {
  test.each([
    ['{{.Names}}', 'web\na-long-name-here\n'],
    ['  {{.Names}}\\t{{.State}} ', 'web\trunning\na-long-name-here\texited\n'],
    [
      'json',
      '{"Names":"web","State":"running","Status":"Up 2 seconds"}\n{"Names":"a-long-name-here","State":"exited","Status":"Exited (0) 1 second ago"}\n',
    ],
    [
      'table {{.Names}}\\t{{.State}}',
      'NAMES              STATE\nweb                running\na-long-name-here   exited\n',
    ],
    [
      'table {{upper .Names}}\t{{.State}}',
      'NAMES              STATE\nWEB                running\nA-LONG-NAME-HERE   exited\n',
    ],
    ['plain', 'plain\nplain\n'],
  ])('%j', (format, expected) => {
    expect(formatRows({ format, header, rows })).toEqual({ ok: true, value: expected });
  });

  test('an empty table is its header, an empty list nothing', () => {
    expect(formatRows({ format: 'table {{.Names}}', header, rows: [] })).toEqual({
      ok: true,
      value: 'NAMES\n',
    });
    expect(formatRows({ format: '{{.Names}}', header, rows: [] })).toEqual({ ok: true, value: '' });
  });

  test('a failing template prints nothing', () => {
    expect(formatRows({ format: '{{.Names', header, rows })).toEqual({
      ok: false,
      error: 'template: :1: unclosed action',
    });
    expect(formatRows({ format: '{{upper .State.X}}', header, rows })).toMatchObject({ ok: false });
  });
});
