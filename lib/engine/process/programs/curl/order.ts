import { own } from '../../../../kernel/own';

/** What curl was asked for. */
export interface CurlOrder {
  readonly targets: readonly string[];
  /** Where each page goes, in their order; what is missing goes to the standard output. */
  readonly outputs: readonly (string | undefined)[];
  readonly savesByName: boolean;
  readonly showsErrors: boolean;
  readonly fails: boolean;
  readonly headers: 'none' | 'only' | 'too';
  readonly method: string | null;
  /** What `-w` is to tell behind each page. */
  readonly format: string | null;
}

/** Letters with a value. */
const VALUED = 'omHXdAuwebrTxCEFKPQUYyzct';
const LONG: Readonly<Record<string, string>> = {
  silent: 's',
  'show-error': 'S',
  fail: 'f',
  head: 'I',
  include: 'i',
  location: 'L',
  'remote-name': 'O',
  output: 'o',
  'write-out': 'w',
  request: 'X',
  header: 'H',
  data: 'd',
  user: 'u',
  'user-agent': 'A',
  'max-time': 'm',
  verbose: 'v',
  insecure: 'k',
  compressed: 'j',
};
const LONG_VALUED: ReadonlySet<string> = new Set([
  'connect-timeout',
  'retry',
  'retry-delay',
  'url',
]);

/** Takes curl's words apart; a text: why they make no sense. */
export function readOrder(words: readonly string[]): CurlOrder | string {
  const letters = new Map<string, string>();
  const targets: string[] = [];
  const outputs: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const long = /^--([^=]+)/.exec(word)?.[1];
    if (!word.startsWith('-') || word === '-') targets.push(word);
    else if (long !== undefined && own(LONG, long) === undefined) {
      if (!LONG_VALUED.has(long)) continue;
      const value = words[++at];
      if (value === undefined) return `option ${word}: requires parameter`;
      if (long === 'url') targets.push(value);
    } else {
      const all = long === undefined ? word.slice(1) : (own(LONG, long) ?? '');
      for (let i = 0; i < all.length; i++) {
        const letter = all[i] ?? '';
        letters.set(letter, '');
        if (!VALUED.includes(letter)) continue;
        const value = all.slice(i + 1) || words[++at];
        if (value === undefined) return `option ${word}: requires parameter`;
        letters.set(letter, value);
        if (letter === 'o') outputs.push(value);
        break;
      }
    }
  }
  return {
    targets,
    outputs,
    savesByName: letters.has('O'),
    showsErrors: !letters.has('s') || letters.has('S'),
    fails: letters.has('f'),
    headers: letters.has('I') ? 'only' : letters.has('i') ? 'too' : 'none',
    method: letters.get('X') ?? null,
    format: letters.get('w') ?? null,
  };
}
