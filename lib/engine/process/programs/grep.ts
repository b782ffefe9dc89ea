import { join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { linesOf, readInputs, textOfEntry } from './input';
import { complain, fail, optionsOf } from './options';
import { absolute, linkOrEntry } from './paths';
import { MOST_LINE, posixPattern } from './regex';

/** The files below folders, for `-r`. Of links only those that the command names are followed: others lead round in circles (`/proc/1/cwd`). */
function below(
  call: ProgramCall,
  shown: string,
): { readonly name: string; readonly text: string }[] {
  const entry = call.host.files.get(absolute(call, shown));
  if (entry?.kind === 'directory')
    return call.host.files
      .list(absolute(call, shown))
      .map((name) => join(shown, name))
      .filter((path) => linkOrEntry(call, path)?.kind !== 'link')
      .flatMap((path) => below(call, path));
  return entry ? [{ name: shown, text: textOfEntry(entry) }] : [];
}

/** `grep [-EFcHhilnoqrvwx] PATTERN [FILE…]`: 0 found, 1 not found, 2 trouble. */
export const grep: Program = (call) => {
  const options = optionsOf(call, 'emABC', {
    'ignore-case': 'i',
    count: 'c',
    recursive: 'r',
    quiet: 'q',
    color: '?',
  });
  const [...operands] = options.operands;
  const pattern = options.value('e') ?? operands.shift();
  if (pattern === undefined) return fail(call, 'no pattern', 2);
  const name = call.argv[0] ?? '';
  const fixed = options.has('F') || name.endsWith('fgrep');
  const source = fixed ? pattern.replace(/[.*[\]^$\\]/g, '\\$&') : pattern;
  const flags = options.has('i') ? 'gi' : 'g';
  const found = posixPattern(source, !fixed && (options.has('E') || name.endsWith('egrep')), flags);
  if (found === null) return fail(call, 'bad regex', 2);
  const matches = (line: string): readonly string[] => {
    const all = [...line.slice(0, MOST_LINE).matchAll(found)].filter(({ 0: text, index }) => {
      if (options.has('x')) return text === line;
      const around = `${line[index - 1] ?? ' '}${line[index + text.length] ?? ' '}`;
      return !options.has('w') || !/\w/.test(around);
    });
    return all.map(([text]) => text);
  };
  const deep = options.has('r') || options.has('R');
  const folders = operands.filter((path) => linkOrEntry(call, path)?.kind === 'directory');
  const input =
    deep && operands.length > 0
      ? { parts: operands.flatMap((path) => below(call, path)), failed: false }
      : readInputs(
          call,
          operands.filter((path) => !folders.includes(path) || operands.length === 1),
        );
  if (input === null) return { kind: 'read' };
  if (!deep && operands.length > 1)
    for (const folder of folders) complain(call, `${folder}: Is a directory`);
  const titled = (input.parts.length > 1 || deep || options.has('H')) && !options.has('h');
  let any = false;
  for (const part of input.parts) {
    const title = titled ? `${part.name || '(standard input)'}:` : '';
    let count = 0;
    linesOf(part.text).forEach((line, index) => {
      const hits = matches(line);
      if (hits.length > 0 === options.has('v')) return;
      count++;
      if (
        ['c', 'q', 'l'].some(options.has) ||
        (options.value('m') !== undefined && count > Number(options.value('m')))
      )
        return;
      const place = title + (options.has('n') ? `${index + 1}:` : '');
      if (options.has('o')) for (const hit of hits) call.out(`${place}${hit}\n`);
      else call.out(`${place}${line}\n`);
    });
    any = any || count > 0;
    if (options.has('c') && !options.has('q')) call.out(`${title}${count}\n`);
    else if (options.has('l') && count > 0) call.out(`${part.name || '(standard input)'}\n`);
  }
  return { kind: 'exit', code: input.failed ? 2 : any ? 0 : 1 };
};
