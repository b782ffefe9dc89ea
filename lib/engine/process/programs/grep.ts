import { join } from '../../files/path';
import type { Program, ProgramCall } from '../program';
import { linesOf, readInputs, textOfEntry } from './input';
import { complain, fail, isBusybox, optionsOf } from './options';
import { absolute, linkOrEntry } from './paths';
import { MOST_LINE, posixPattern } from './regex';
import { tellUsage } from './usage';

const USAGE = `Usage: grep [OPTION]... PATTERNS [FILE]...
Try 'grep --help' for more information.
`;

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

/** `grep [-EFcHhiLlnoqrvwx] [-ABCm N] PATTERN [FILE…]`: 0 found, 1 not found, 2 trouble. */
export const grep: Program = (call) => {
  const options = optionsOf(call, 'emABC', {
    'ignore-case': 'i',
    count: 'c',
    recursive: 'r',
    quiet: 'q',
    color: '?',
  });
  const [...operands] = options.operands;
  const patterns = options.has('e') ? options.values('e') : operands.splice(0, 1);
  if (patterns.length === 0) {
    if (isBusybox(call)) tellUsage(call);
    else call.error(USAGE);
    return { kind: 'exit', code: 2 };
  }
  const name = call.argv[0] ?? '';
  const fixed = options.has('F') || name.endsWith('fgrep');
  const extended = !fixed && (options.has('E') || name.endsWith('egrep'));
  const found: RegExp[] = [];
  for (const pattern of patterns) {
    const source = fixed ? pattern.replace(/[.*[\]^$\\]/g, '\\$&') : pattern;
    const one = posixPattern(source, extended, options.has('i') ? 'gi' : 'g');
    if (one === null) return fail(call, isBusybox(call) ? `bad regex '${source}'` : 'bad regex', 2);
    found.push(one);
  }
  const matches = (line: string): readonly string[] =>
    found.flatMap((one) =>
      [...line.slice(0, MOST_LINE).matchAll(one)]
        .filter(({ 0: text, index }) => {
          if (options.has('x')) return text === line;
          const around = `${line[index - 1] ?? ' '}${line[index + text.length] ?? ' '}`;
          return !options.has('w') || !/\w/.test(around);
        })
        .map(([text]) => text),
    );
  const deep = options.has('r') || options.has('R');
  const folders = operands.filter((path) => linkOrEntry(call, path)?.kind === 'directory');
  const input =
    deep && operands.length > 0
      ? { parts: operands.flatMap((path) => below(call, path)), failed: false }
      : readInputs(
          call,
          operands.filter((path) => !folders.includes(path) || operands.length === 1),
          'plain',
        );
  if (input === null) return { kind: 'read' };
  if (!deep && operands.length > 1)
    for (const folder of folders) complain(call, `${folder}: Is a directory`);
  const isDeep = deep && (folders.length > 0 || operands.length === 0);
  const titled = (input.parts.length > 1 || isDeep || options.has('H')) && !options.has('h');
  const around = options.value('C') ?? '0';
  const before = Number(options.value('B') ?? around) || 0;
  const after = Number(options.value('A') ?? around) || 0;
  const most = Number(options.value('m') ?? Infinity);
  const onlyTells = ['c', 'q', 'l', 'L'].some(options.has);
  let any = false;
  for (const part of input.parts) {
    const title = titled ? `${part.name || '(standard input)'}:` : '';
    let count = 0;
    let shown = -1;
    const lines = linesOf(part.text);
    const tell = (at: number, mark: ':' | '-', text: string): void => {
      const name = title === '' ? '' : title.slice(0, -1) + mark;
      call.out(`${name}${options.has('n') ? `${at + 1}${mark}` : ''}${text}\n`);
    };
    let behind = 0;
    for (const [index, line] of lines.entries()) {
      const hits = matches(line);
      if (hits.length > 0 === options.has('v') || count >= most) {
        if (behind-- > 0 && !onlyTells) {
          tell(index, '-', line);
          shown = index;
        }
        continue;
      }
      count++;
      behind = after;
      if (onlyTells) continue;
      if (options.has('o')) {
        for (const hit of hits) if (hit !== '') tell(index, ':', hit);
        continue;
      }
      const from = Math.max(shown + 1, index - before);
      if (before + after > 0 && shown >= 0 && from > shown + 1) call.out('--\n');
      for (let at = from; at < index; at++) tell(at, '-', lines[at] ?? '');
      tell(index, ':', line);
      shown = index;
    }
    any = any || count > 0;
    if (options.has('c') && !options.has('q')) call.out(`${title}${count}\n`);
    else if (
      !options.has('q') &&
      ((options.has('l') && count > 0) || (options.has('L') && count === 0))
    )
      call.out(`${part.name || '(standard input)'}\n`);
  }
  return { kind: 'exit', code: input.failed ? 2 : any ? 0 : 1 };
};
