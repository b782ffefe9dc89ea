import { unescapeText } from '../escapes';

/** A piece of a program. `call`: a name with its bracket right behind it. */
export interface Token {
  readonly kind:
    'number' | 'text' | 'pattern' | 'name' | 'call' | 'builtin' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly line: number;
}

const WORDS: ReadonlySet<string> = new Set(
  'BEGIN END function func if else while for do break continue next exit return delete in getline print printf'.split(
    ' ',
  ),
);
const BUILTINS: ReadonlySet<string> = new Set(
  'length substr index split sub gsub match sprintf toupper tolower int sqrt exp log sin cos atan2 rand srand system close fflush systime'.split(
    ' ',
  ),
);
const SIGNS =
  /^(?:\*\*=|\*\*|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|%=|\^=|==|<=|>=|!=|!~|>>|[{}()[\];,+\-*/%^!<>|?:~$=\n])/;
/** Behind these a slash divides. */
const VALUES: ReadonlySet<string> = new Set([')', ']', '$', '++', '--']);

/** A complaint about a program: the piece it stands at. */
export class AwkError extends Error {
  constructor(
    readonly reason: 'token' | 'string' | 'end' | 'function' | 'math' | 'division' | 'limit',
    readonly near: string,
    readonly line: number,
  ) {
    super(reason);
  }
}

/** Takes a program apart. @throws AwkError */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const push = (kind: Token['kind'], text: string, length: number): void => {
    tokens.push({ kind, text, line });
    at += length;
  };
  while (at < source.length) {
    const rest = source.slice(at);
    const space = /^(?:[ \t\r]+|#[^\n]*|\\\r?\n)/.exec(rest);
    if (space) {
      if (space[0].includes('\n')) line++;
      at += space[0].length;
      continue;
    }
    const before = tokens.at(-1);
    const number = /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(rest);
    const name = /^[A-Za-z_]\w*/.exec(rest);
    const text = /^"((?:[^"\\\n]|\\[^])*)"/.exec(rest);
    if (number) push('number', number[0], number[0].length);
    else if (name) {
      const [word] = name;
      const kind = WORDS.has(word)
        ? 'word'
        : BUILTINS.has(word)
          ? 'builtin'
          : rest[word.length] === '('
            ? 'call'
            : 'name';
      push(kind, word === 'func' ? 'function' : word, word.length);
    } else if (text)
      push('text', unescapeText((text[1] ?? '').replace(/\\\//g, '/')), text[0].length);
    else if (rest.startsWith('"')) throw new AwkError('string', '"', line);
    else if (rest.startsWith('/') && mayBePattern(before)) {
      const pattern = /^\/((?:[^/\\\n[]|\\.|\[\^?\]?[^\]\n]*\])*)\//.exec(rest);
      if (!pattern) throw new AwkError('string', '/', line);
      push('pattern', (pattern[1] ?? '').replace(/\\\//g, '/'), pattern[0].length);
    } else {
      const sign = SIGNS.exec(rest)?.[0];
      if (sign === undefined) throw new AwkError('token', rest[0] ?? '', line);
      push('sign', sign, sign.length);
      if (sign === '\n') line++;
    }
  }
  tokens.push({ kind: 'end', text: '', line });
  return tokens;
}

function mayBePattern(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'sign') return !VALUES.has(before.text);
  return before.kind === 'word';
}
