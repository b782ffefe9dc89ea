import type { Program } from '../program';
import { linesOf, readInputs } from './input';
import { optionsOf } from './options';

/** `fold [-s] [-w WIDTH] [FILE…]`: lines no longer than WIDTH, 80 by default; with `-s` broken behind a space where there is one. */
export const fold: Program = (call) => {
  const options = optionsOf(call, 'w', { width: 'w', spaces: 's' });
  const input = readInputs(call, options.operands, 'plain');
  if (input === null) return { kind: 'read' };
  const width = Math.max(1, Number.parseInt(options.value('w') ?? '80', 10) || 80);
  for (const { text } of input.parts) {
    const pieces = linesOf(text).map((line) => brokenLine(line, width, options.has('s')));
    const out = pieces.join('\n');
    if (text !== '') call.out(text.endsWith('\n') ? `${out}\n` : out);
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

function brokenLine(line: string, width: number, atSpaces: boolean): string {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = atSpaces ? rest.slice(0, width).lastIndexOf(' ') : -1;
    const at = space < 0 ? width : space + 1;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest].join('\n');
}
