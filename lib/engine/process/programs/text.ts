import { resolvePath } from '../../files/path';
import { evaluateTest } from '../test-command';
import { failure, success, type Program, type ProgramCall } from '../program';

/** A file as text; null when there is none. `/dev/null` is empty. */
function textAt(call: ProgramCall, path: string): string | null {
  if (path === '/dev/null') return '';
  const entry = call.host.files.get(resolvePath(call.cwd, path));
  if (entry?.kind === 'text') return entry.text;
  return entry && entry.kind !== 'directory' ? '' : null;
}

/** The operands' texts, or what comes in when there are none; complaints go out on the way. */
function inputs(
  call: ProgramCall,
  operands: readonly string[],
): { readonly text: string; readonly failed: boolean } | null {
  if (operands.length === 0)
    return call.stdin === null ? null : { text: call.stdin, failed: false };
  let failed = false;
  let text = '';
  for (const operand of operands) {
    const content = operand === '-' ? (call.stdin ?? '') : textAt(call, operand);
    if (content !== null) text += content;
    else {
      const folder = call.host.files.get(resolvePath(call.cwd, operand))?.kind === 'directory';
      const busybox = call.host.files.get('/bin/busybox') !== null;
      const reason = folder ? 'Is a directory' : 'No such file or directory';
      call.error(
        `${call.argv[0] ?? ''}: ${busybox && !folder ? `can't open '${operand}'` : operand}: ${reason}\n`,
      );
      failed = true;
    }
  }
  return { text, failed };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A program that turns its input's lines into others. */
function filter(transform: (lines: string[], options: readonly string[]) => string[]): Program {
  return (call) => {
    const args = call.argv.slice(1);
    const options = args.filter((arg) => arg.startsWith('-') && arg !== '-');
    const counted = args.findIndex((arg) => arg === '-n' || arg === '-c');
    const operands = args.filter(
      (arg, i) => (!arg.startsWith('-') || arg === '-') && !(counted >= 0 && i === counted + 1),
    );
    if (counted >= 0) options.push(`-${args[counted + 1] ?? '10'}`);
    const input = inputs(call, operands);
    if (input === null) return { kind: 'read' };
    for (const line of transform(linesOf(input.text), options)) call.out(`${line}\n`);
    return input.failed ? failure : success;
  };
}

function count(options: readonly string[], fallback: number): number {
  const found = options
    .map((option) => Number.parseInt(option.replace(/^-n?/, ''), 10))
    .find((n) => !Number.isNaN(n));
  return found ?? fallback;
}

const cat: Program = (call) => {
  const operands = call.argv.slice(1).filter((arg) => !arg.startsWith('-') || arg === '-');
  const input = inputs(call, operands);
  if (input === null) return { kind: 'read' };
  call.out(input.text);
  return input.failed ? failure : success;
};

const wc: Program = (call) => {
  const operands = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const input = inputs(call, operands);
  if (input === null) return { kind: 'read' };
  const figures: Readonly<Record<string, number>> = {
    l: input.text.split('\n').length - 1,
    w: input.text.split(/\s+/).filter((word) => word !== '').length,
    c: new TextEncoder().encode(input.text).length,
  };
  const letters =
    call.argv
      .slice(1)
      .filter((arg) => arg.startsWith('-'))
      .join('')
      .replaceAll('-', '') || 'lwc';
  const numbers = ['l', 'w', 'c']
    .filter((letter) => letters.includes(letter))
    .map((letter) => String(figures[letter]));
  call.out(`${[...numbers, ...operands].join(' ')}\n`);
  return input.failed ? failure : success;
};

const grep: Program = (call) => {
  const options = call.argv
    .slice(1)
    .filter((arg) => arg.startsWith('-'))
    .join('');
  const [pattern = '', ...operands] = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const input = inputs(call, operands);
  if (input === null) return { kind: 'read' };
  const needle = options.includes('i') ? pattern.toLowerCase() : pattern;
  const anchored = needle.startsWith('^');
  const word = needle.replace(/^\^/, '');
  const found = linesOf(input.text).filter((line) => {
    const text = options.includes('i') ? line.toLowerCase() : line;
    return (anchored ? text.startsWith(word) : text.includes(word)) !== options.includes('v');
  });
  if (options.includes('c')) call.out(`${found.length}\n`);
  else if (!options.includes('q')) for (const line of found) call.out(`${line}\n`);
  if (input.failed) return { kind: 'exit', code: 2 };
  return found.length > 0 ? success : failure;
};

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  a: '\u0007',
  b: '\b',
};

function unescape(text: string): string {
  return text.replace(/\\([ntr\\"ab])/g, (_, letter: string) => escapes[letter] ?? letter);
}

const echo: Program = (call) => {
  const args = call.argv.slice(1);
  const silent = args[0] === '-n';
  const interprets = args[0] === '-e';
  const text = (silent || interprets ? args.slice(1) : args).join(' ');
  call.out((interprets ? unescape(text) : text) + (silent ? '' : '\n'));
  return success;
};

const printf: Program = (call) => {
  const [format = '', ...args] = call.argv.slice(1);
  let next = 0;
  do {
    call.out(
      unescape(format).replace(/%([sdi%])/g, (_, kind: string) =>
        kind === '%' ? '%' : (args[next++] ?? (kind === 's' ? '' : '0')),
      ),
    );
  } while (next < args.length && /%[sdi]/.test(format));
  return success;
};

const tee: Program = (call) => {
  const [path] = call.argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const text = call.stdin ?? '';
  if (path !== undefined) call.host.files.put(resolvePath(call.cwd, path), { kind: 'text', text });
  call.out(text);
  return success;
};

const test: Program = (call) => {
  const args = call.argv.slice(1);
  const words = call.argv[0] === '[' && args.at(-1) === ']' ? args.slice(0, -1) : args;
  return evaluateTest(words, (path) => call.host.files.get(resolvePath(call.cwd, path)))
    ? success
    : failure;
};

const seq: Program = (call) => {
  const numbers = call.argv.slice(1).map(Number);
  const [first, last] =
    numbers.length > 1 ? [numbers[0] ?? 1, numbers.at(-1) ?? 1] : [1, numbers[0] ?? 1];
  for (let n = first; n <= last && n - first < 100_000; n++) call.out(`${n}\n`);
  return success;
};

const cowsay: Program = (call) => {
  const text = call.argv.slice(1).join(' ');
  const bar = '-'.repeat(text.length + 2);
  call.out(
    ` ${'_'.repeat(text.length + 2)} \n< ${text} >\n ${bar} \n    \\\n     \\\n      \\     \n                    ##        .            \n              ## ## ##       ==            \n           ## ## ## ##      ===            \n       /""""""""""""""""___/ ===        \n  ~~~ {~~ ~~~~ ~~~ ~~~~ ~~ ~ /  ===- ~~~   \n       \\______ o          __/            \n        \\    \\        __/             \n          \\____\\______/   \n`,
  );
  return success;
};

export const textPrograms: Readonly<Record<string, Program>> = {
  cat,
  wc,
  grep,
  echo,
  printf,
  tee,
  test,
  seq,
  cowsay,
  head: filter((lines, options) => lines.slice(0, count(options, 10))),
  tail: filter((lines, options) => lines.slice(-count(options, 10))),
  sort: filter((lines, options) => {
    const sorted = options.includes('-n')
      ? [...lines].sort((a, b) => Number(a) - Number(b))
      : [...lines].sort();
    return options.includes('-r') ? sorted.reverse() : sorted;
  }),
  uniq: filter((lines) => lines.filter((line, index) => line !== lines[index - 1])),
  true: () => success,
  false: () => failure,
};
