import type { Program } from '../program';
import { allLines, readInputs } from './input';
import { fail, optionsOf } from './options';
import { writeText } from './paths';

const UNIQ_LONG = { 'all-repeated': 'D', group: 'g' };

/** `uniq [-cdDiu] [-f FIELDS] [-s LETTERS] [-w LETTERS] [INPUT [OUTPUT]]` */
export const uniq: Program = (call) => {
  const options = optionsOf(call, 'fsw', UNIQ_LONG);
  const [file, target] = options.operands;
  const input = readInputs(call, file === undefined ? [] : [file]);
  if (input === null) return { kind: 'read' };
  const number = (letter: string): number => Number(options.value(letter) ?? 0);
  const key = (line: string): string => {
    const fields = new RegExp(`^(?:[ \\t]*[^ \\t]*){${number('f')}}`).exec(line)?.[0].length ?? 0;
    const rest = line.slice(fields + number('s'));
    const compared = options.has('w') ? rest.slice(0, number('w')) : rest;
    return options.has('i') ? compared.toLowerCase() : compared;
  };
  const groups: { readonly key: string; readonly lines: string[] }[] = [];
  for (const line of allLines(input)) {
    const last = groups.at(-1);
    if (last?.key === key(line)) last.lines.push(line);
    else groups.push({ key: key(line), lines: [line] });
  }
  const told = groups.flatMap(({ lines }) => {
    const [first = ''] = lines;
    if (options.has('D')) return lines.length > 1 ? lines : [];
    if ((options.has('d') && lines.length < 2) || (options.has('u') && lines.length > 1)) return [];
    return [options.has('c') ? `${String(lines.length).padStart(7)} ${first}` : first];
  });
  const text = options.has('g')
    ? groups.map(({ lines }) => lines.map((line) => `${line}\n`).join('')).join('\n')
    : told.map((line) => `${line}\n`).join('');
  if (target === undefined || target === '-') call.out(text);
  else {
    const reason = writeText(call, target, text);
    if (reason !== null) return fail(call, `${target}: ${reason}`);
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** `rev`: every line the other way round. */
export const rev: Program = (call) => {
  const input = readInputs(call, optionsOf(call).operands, 'plain');
  if (input === null) return { kind: 'read' };
  for (const line of allLines(input)) call.out(`${[...line].reverse().join('')}\n`);
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};
