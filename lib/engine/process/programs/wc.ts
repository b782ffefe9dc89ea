import type { Program } from '../program';
import { isBusybox, optionsOf } from './options';
import { readInputs } from './input';
import { entryOf } from './paths';

/** `wc [-clwm] [FILE…]`: busybox and GNU pad differently. */
export const wc: Program = (call) => {
  const options = optionsOf(call, '', { lines: 'l', words: 'w', bytes: 'c', chars: 'm' });
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  const letters = ['l', 'w', 'c', 'm'].filter(options.has);
  const wanted = letters.length > 0 ? letters : ['l', 'w', 'c'];
  const count = (name: string, text: string): readonly number[] =>
    wanted.map((letter) => {
      const entry = entryOf(call, name);
      if (entry?.kind === 'zeros' && (letter === 'c' || letter === 'm')) return entry.size;
      if (letter === 'l') return text.split('\n').length - 1;
      if (letter === 'w') return text.split(/\s+/).filter((word) => word !== '').length;
      // Images have no locale: there a character is a byte.
      return letter === 'm' && !isBusybox(call)
        ? [...text].length
        : new TextEncoder().encode(text).length;
    });
  const rows = input.parts.map(({ name, text }) => ({ name, counts: count(name, text) }));
  if (rows.length > 1)
    rows.push({
      name: 'total',
      counts: wanted.map((_, at) => rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)),
    });
  const single = wanted.length === 1 && rows.length === 1;
  const piped = options.operands.length === 0;
  const wide = Math.max(...rows.flatMap(({ counts }) => counts.map((n) => String(n).length)), 1);
  const width = single ? 0 : isBusybox(call) ? 9 : piped ? 7 : wide;
  for (const { name, counts } of rows)
    call.out(
      `${counts.map((n) => String(n).padStart(width)).join(' ')}${name === '' ? '' : ` ${name}`}\n`,
    );
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};
