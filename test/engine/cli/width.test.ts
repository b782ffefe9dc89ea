import { describe, expect, it } from 'vitest';
import { truncate } from '@/lib/engine/cli/commands/truncate';
import { alignTabs } from '@/lib/engine/cli/table';
import { textWidth } from '@/lib/engine/cli/width';

describe('wide characters take two columns', () => {
  it.each([
    ['docker', 6],
    ['도커', 4],
    ['コンテナ', 8],
    ['🐳', 2],
    ['é…', 2],
  ])('%s', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it.each([
    ['echo hello', 20, 'echo hello'],
    ['sh -c echo 0123456789', 20, 'sh -c echo 01234567…'],
    ['echo 안녕하세요 여러분', 20, 'echo 안녕하세요 여…'],
    ['안녕하세요', 10, '안녕하세요'],
  ])('%j shortened to %i columns', (text, width, short) => {
    expect(truncate(text, width)).toBe(short);
  });

  it('a table is aligned by what is seen', () => {
    expect(alignTabs('NAME\tID\n컨테이너이름\tx\n')).toBe('NAME           ID\n컨테이너이름   x\n');
  });
});
