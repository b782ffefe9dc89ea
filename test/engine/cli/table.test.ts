import { describe, expect, test } from 'vitest';
import { alignTabs, formatTable } from '@/lib/engine/cli/table';

describe('tables as the docker CLI prints them', () => {
  test('columns are at least ten wide and three apart; the last one is not padded', () => {
    expect(
      formatTable(
        ['REPOSITORY', 'TAG', 'IMAGE ID', 'CREATED', 'SIZE'],
        [
          ['busybox', 'latest', 'af47096251092', '2 years ago', '1.98MB'],
          ['127.0.0.1:5000/me/app', '1', 'f9ff5e204d89', '2 years ago', '2MB'],
        ],
      ),
    ).toBe(
      [
        'REPOSITORY              TAG       IMAGE ID        CREATED       SIZE',
        'busybox                 latest    af47096251092   2 years ago   1.98MB',
        '127.0.0.1:5000/me/app   1         f9ff5e204d89    2 years ago   2MB',
        '',
      ].join('\n'),
    );
  });

  test('a header without rows keeps its spacing', () => {
    expect(formatTable(['CONTAINER ID', 'IMAGE', 'COMMAND', 'NAMES'], [])).toBe(
      'CONTAINER ID   IMAGE     COMMAND   NAMES\n',
    );
  });

  test('an empty cell is as wide as its column', () => {
    expect(formatTable(['NAMES', 'PORTS', 'X'], [['web', '', 'y']])).toBe(
      'NAMES     PORTS     X\nweb                 y\n',
    );
  });

  test('characters count, not bytes', () => {
    expect(alignTabs('"/docker-entrypoint.…"\tx\n"sh"\ty\n')).toBe(
      '"/docker-entrypoint.…"   x\n"sh"                     y\n',
    );
  });

  test('a line without the cell ends its column, as in text/tabwriter', () => {
    expect(alignTabs('a-very-long-cell\tx\nno tab\nb\ty\n')).toBe(
      'a-very-long-cell   x\nno tab\nb         y\n',
    );
  });

  test('text without tabs is left alone', () => {
    expect(alignTabs('one\ntwo')).toBe('one\ntwo');
  });
});
