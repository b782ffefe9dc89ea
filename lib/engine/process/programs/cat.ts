import type { Program } from '../program';
import { optionsOf } from './options';
import { linesOf, readInputs } from './input';

/** `cat [-n] [FILE…]` */
export const cat: Program = (call) => {
  const options = optionsOf(call);
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  const text = input.parts.map((part) => part.text).join('');
  if (options.has('n'))
    linesOf(text).forEach((line, index) => call.out(`${String(index + 1).padStart(6)}\t${line}\n`));
  else if (text !== '') call.out(text);
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
