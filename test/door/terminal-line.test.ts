import { describe, expect, it } from 'vitest';
import { TerminalLine } from '@/lib/server/door/terminal-line';

describe('a terminal in its ordinary mode', () => {
  it.each([
    ['ls\r', 'ls\r\n', ['ls']],
    ['lx\u007fs\r', 'lx\b \bs\r\n', ['ls']],
    ['\u007f', '', []],
    ['half\u0003', 'half^C\r\n', ['\u0003']],
    ['\u0004', '', ['\u0004']],
    ['text\u0004\r', 'text\r\n', ['text']],
    ['wrong\u0015ok\n', 'wrong\b \b\b \b\b \b\b \b\b \bok\r\n', ['ok']],
    ['a\u001b[Db\r', 'ab\r\n', ['ab']],
    ['하나\u007f둘\r', '하나\b \b둘\r\n', ['하둘']],
    ['one\rtwo\r', 'one\r\ntwo\r\n', ['one', 'two']],
  ])('%j shows and hands on what a terminal does', (keys, echo, sent) => {
    expect(new TerminalLine().type(keys)).toEqual({ echo, sent });
  });

  it('puts keys together that come one by one', () => {
    const line = new TerminalLine();
    const sent = 'echo hi\r'.split('').flatMap((key) => line.type(key).sent);
    expect(sent).toEqual(['echo hi']);
  });
});
