/** A set that makes no sense, in the words of tr. */
export class SetError extends Error {}

const range = (from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) =>
    String.fromCharCode(from + at),
  ).join('');
const DIGITS = range(48, 57);
const UPPER = range(65, 90);
const LOWER = range(97, 122);
const PUNCTUATION = range(33, 47) + range(58, 64) + range(91, 96) + range(123, 126);

/** The classes of the POSIX locale, in the order of their bytes. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['alnum', DIGITS + UPPER + LOWER],
  ['alpha', UPPER + LOWER],
  ['blank', '\t '],
  ['cntrl', range(0, 31) + '\x7f'],
  ['digit', DIGITS],
  ['graph', range(33, 126)],
  ['lower', LOWER],
  ['print', range(32, 126)],
  ['punct', PUNCTUATION],
  ['space', '\t\n\v\f\r '],
  ['upper', UPPER],
  ['xdigit', `${DIGITS}ABCDEFabcdef`],
]);
/** busybox was built without these. */
const NOT_OF_BUSYBOX: ReadonlySet<string> = new Set(['graph', 'print']);

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const MOST_REPEATS = 256;

/** The bytes that `a-z[:digit:]\n` stands for, in their order. */
export class CharacterSet {
  readonly bytes: string;
  /** `[x*]`: the byte that fills a second set up to the length of the first, and where it stands. */
  private filler: { readonly byte: string; readonly at: number } | null = null;

  /** @throws SetError */
  constructor(
    text: string,
    private readonly isBusybox: boolean,
    isComplement: boolean,
    private readonly quoted: (word: string) => string,
  ) {
    const bytes = this.read(text);
    const isIn = new Set(bytes);
    this.bytes = isComplement
      ? range(0, 255).replace(/[^]/g, (byte) => (isIn.has(byte) ? '' : byte))
      : bytes;
  }

  /** The set made as long as another: by its filler, else by its last byte. */
  filled(length: number): string {
    const missing = Math.max(0, length - this.bytes.length);
    if (this.filler === null) return this.bytes + (this.bytes.at(-1) ?? '').repeat(missing);
    const { byte, at } = this.filler;
    return this.bytes.slice(0, at) + byte.repeat(missing) + this.bytes.slice(at);
  }

  private read(text: string): string {
    let bytes = '';
    for (let at = 0; at < text.length;) {
      const rest = text.slice(at);
      const group = this.group(rest, bytes.length);
      if (group !== null) {
        bytes += group.bytes;
        at += group.length;
        continue;
      }
      const [first, length] = this.byteAt(rest);
      at += length;
      if (text[at] !== '-' || at + 1 >= text.length) {
        bytes += first;
        continue;
      }
      const [last, width] = this.byteAt(text.slice(at + 1));
      if (last < first && !this.isBusybox) {
        const ends = `${shown(first)}-${shown(last)}`;
        throw new SetError(`range-endpoints of '${ends}' are in reverse collating sequence order`);
      }
      bytes += range(first.charCodeAt(0), last.charCodeAt(0));
      at += 1 + width;
    }
    return bytes;
  }

  /** `[:class:]`, `[=x=]` and, with GNU, `[x*]` and `[x*3]`. */
  private group(
    rest: string,
    before: number,
  ): { readonly bytes: string; readonly length: number } | null {
    const [named, name = ''] = /^\[:(\w*):\]/.exec(rest) ?? [];
    if (named !== undefined) {
      const known = this.isBusybox && NOT_OF_BUSYBOX.has(name) ? undefined : CLASSES.get(name);
      if (known !== undefined) return { bytes: known, length: named.length };
      if (this.isBusybox) return null;
      throw new SetError(`invalid character class ${this.quoted(name)}`);
    }
    const [equal, byte = ''] = /^\[=([^])=\]/.exec(rest) ?? [];
    if (equal !== undefined) return { bytes: byte, length: equal.length };
    if (this.isBusybox || !rest.startsWith('[')) return null;
    const [repeated, length] = rest.length > 1 ? this.byteAt(rest.slice(1)) : ['', 0];
    const [star, count = ''] = /^\*(\d*)\]/.exec(rest.slice(1 + length)) ?? [];
    if (star === undefined) return null;
    const times = Number.parseInt(count, count.startsWith('0') ? 8 : 10) || 0;
    if (times === 0) this.filler = { byte: repeated, at: before };
    return {
      bytes: repeated.repeat(Math.min(times, MOST_REPEATS)),
      length: 1 + length + star.length,
    };
  }

  /** The first byte that a text stands for, escapes read, and how much of the text it takes. */
  private byteAt(text: string): readonly [byte: string, length: number] {
    const [first = ''] = text;
    if (first !== '\\' || text.length === 1) return [first, 1];
    const octal = /^[0-7]{1,3}/.exec(text.slice(1))?.[0];
    if (octal !== undefined)
      return [String.fromCharCode(Number.parseInt(octal, 8) & 255), 1 + octal.length];
    const letter = text[1] ?? '';
    const known = ESCAPES.get(letter);
    // busybox keeps the backslash of an escape that it does not know.
    if (known === undefined && this.isBusybox && letter !== '\\') return [first, 1];
    return [known ?? letter, 2];
  }
}

function shown(byte: string): string {
  return /[ -~]/.test(byte) ? byte : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
