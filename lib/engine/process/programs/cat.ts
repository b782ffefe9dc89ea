import type { Program } from '../program';
import { isBusybox, optionsOf } from './options';
import { linesOf, readInputs } from './input';

/** What cannot be seen, as `^A`, `M-a` and `^?`; a tab and the end of a line stay. */
function visible(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const meta = byte > 127 ? 'M-' : '';
      const low = byte & 127;
      if (meta === '' && (byte === 9 || byte === 10)) return String.fromCharCode(byte);
      if (low < 32) return `${meta}^${String.fromCharCode(low + 64)}`;
      return low === 127 ? `${meta}^?` : meta + String.fromCharCode(low);
    })
    .join('');
}

/** `cat [-AbeEnstTv] [FILE…]` */
export const cat: Program = (call) => {
  const options = optionsOf(call, '', {
    number: 'n',
    'show-all': 'A',
    'show-ends': 'E',
    'squeeze-blank': 's',
  });
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  const has = (letters: string): boolean => [...letters].some(options.has);
  let text = input.parts.map((part) => part.text).join('');
  if (has('vetA')) text = visible(text);
  if (has('tTA')) text = text.replaceAll('\t', '^I');
  if (has('s') && !isBusybox(call)) text = text.replaceAll(/(^|\n)\n{2,}/g, '$1\n');
  if (has('eEA')) text = text.replaceAll('\n', '$\n');
  if (has('nb')) {
    let number = 0;
    text = (text.match(/[^\n]*\n|[^\n]+$/g) ?? [])
      .map((line) =>
        has('b') && /^\$?\n$/.test(line) ? line : `${String(++number).padStart(6)}\t${line}`,
      )
      .join('');
  }
  if (text !== '') call.out(text);
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** `tac [FILE…]` */
export const tac: Program = (call) => {
  const input = readInputs(call, optionsOf(call).operands, 'plain');
  if (input === null) return { kind: 'read' };
  const lines = linesOf(input.parts.map((part) => part.text).join(''));
  for (const line of lines.reverse()) call.out(`${line}\n`);
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};
