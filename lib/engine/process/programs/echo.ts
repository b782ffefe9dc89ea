import type { Program } from '../program';
import { unescapeText } from './escapes';
import { printed } from './printf-text';

/** `echo [-n] [-e] [TEXT…]` */
export const echo: Program = (call) => {
  let at = 1;
  let newline = true;
  let escapes = false;
  for (; /^-[neE]+$/.test(call.argv[at] ?? ''); at++) {
    const flag = call.argv[at] ?? '';
    if (flag.includes('n')) newline = false;
    if (flag.includes('e')) escapes = true;
  }
  const text = call.argv.slice(at).join(' ');
  const out = (escapes ? unescapeText(text) : text) + (newline ? '\n' : '');
  if (out !== '') call.out(out);
  return { kind: 'exit', code: 0 };
};

/** `printf FORMAT [ARGUMENT…]` */
export const printf: Program = (call) => {
  const [format, ...args] = call.argv.slice(1);
  if (format === undefined) {
    call.error('usage: printf FORMAT [ARGUMENT...]\n');
    return { kind: 'exit', code: 2 };
  }
  const out = printed(format, args, 'gnu', (text) => `'${text}'`).text;
  if (out !== '') call.out(out);
  return { kind: 'exit', code: 0 };
};
