/** A step into a YAML text: a key, or the place in a list. */
export type Step = string | number;

/** What may be written where a text ends: a key of the mapping at `path`, the value at `path`, either of them, or only more of a text. */
export interface Ending {
  readonly role: 'key' | 'value' | 'either' | 'text';
  readonly path: readonly Step[];
  /** Where the last word begins. */
  readonly from: number;
}

/** A key of the mapping at `path`, as it is written at `at`. */
interface WrittenKey {
  readonly path: readonly Step[];
  readonly key: string;
  readonly at: number;
}

interface Frame {
  readonly kind: 'map' | 'list';
  /** The column of its keys or dashes; null in brackets. */
  readonly indent: number | null;
  step: Step | null;
  /** Something stands beside the key or the dash. */
  filled: boolean;
}

const blockKey = /(?:"([^"\\\n]*)"|'([^'\n]*)'|([^\s"'#[\]{},][^\n]*?)) *:(?= |$|\n)/y;
const flowWord = /(?:(?!:(?:[\s,[\]{}]|$))(?! #)[^,[\]{}\n])+/y;

/**
 * Goes through a YAML text as it stands while somebody writes it: broken, half a line, a bracket still open. Knows what the language of questions uses: mappings and lists by indentation and in
 * brackets, quotes, block texts and comments. A reader of YAML would give up at the first mistake; this one takes the next line as it comes.
 */
export class YamlScan {
  readonly keys: WrittenKey[] = [];
  /** What may be written at the end of the text; null in a comment and right after a colon. */
  ending: Ending | null = null;
  private readonly frames: Frame[] = [];

  constructor(private readonly text: string) {
    let at = 0;
    while (at <= text.length) at = this.line(at);
  }

  private path(frames: readonly Frame[] = this.frames): readonly Step[] {
    return frames.flatMap(({ step }) => (step === null ? [] : [step]));
  }

  private end(role: Ending['role'], from: number, path = this.path()): number {
    this.ending = { role, from, path };
    return this.text.length + 1;
  }

  private endOfLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  private indentAt(at: number): number {
    let end = at;
    while (this.text[end] === ' ') end++;
    return end - at;
  }

  /** Reads the line that begins at `start`, and all that belongs to its value; gives where the next line begins. */
  private line(start: number): number {
    const { text } = this;
    const end = this.endOfLine(start);
    let column = this.indentAt(start);
    let at = start + column;
    if (text[at] === '#') return end + 1;
    if (at === end && end < text.length) return end + 1;
    this.leave(column, this.isDash(at, end));
    let dashed = false;
    while (this.isDash(at, end)) {
      this.enterItem(column);
      dashed = true;
      const width = 1 + this.indentAt(at + 1);
      if (at + 1 === text.length) return text.length + 1;
      column += width;
      at += width;
    }
    blockKey.lastIndex = at;
    const found = blockKey.exec(text);
    if (found === null) return this.plainLine(at, end, column, dashed);
    this.enterKey(column, found[1] ?? found[2] ?? found[3] ?? '', at);
    const colon = at + found[0].length;
    if (colon === text.length) return text.length + 1;
    return this.value(colon + this.indentAt(colon), end, 'value');
  }

  /** A line, or what follows a dash, that has no key: half a key, a value, or more of a text. */
  private plainLine(at: number, end: number, column: number, dashed: boolean): number {
    const top = this.frames.at(-1);
    if (top === undefined || dashed) return this.value(at, end, 'either');
    if (top.kind === 'map' && top.indent === column) {
      return end < this.text.length
        ? end + 1
        : this.end('key', at, this.path(this.frames.slice(0, -1)));
    }
    if (top.filled || top.indent === column) {
      return end < this.text.length ? end + 1 : this.end('text', at);
    }
    return this.value(at, end, 'either');
  }

  private isDash(at: number, end: number): boolean {
    return this.text[at] === '-' && (at + 1 === end || this.text[at + 1] === ' ');
  }

  /** Leaves what a line of this indentation ends. A list may stand in the column of its own key. */
  private leave(column: number, dash: boolean): void {
    for (let top = this.frames.at(-1); top !== undefined; top = this.frames.at(-1)) {
      const indent = top.indent ?? Infinity;
      const under = this.frames.at(-2);
      const besideItsKey =
        top.kind === 'list' && indent === column && !dash && under?.indent === column;
      if (indent <= column && !besideItsKey) return;
      this.frames.pop();
    }
  }

  private enterItem(column: number): void {
    const top = this.frames.at(-1);
    if (top?.kind === 'list' && top.indent === column) {
      top.step = Number(top.step) + 1;
      top.filled = false;
    } else this.frames.push({ kind: 'list', indent: column, step: 0, filled: false });
  }

  private enterKey(column: number | null, key: string, at: number): void {
    let top = this.frames.at(-1);
    if (top?.kind !== 'map' || top.indent !== column) {
      top = { kind: 'map', indent: column, step: null, filled: false };
      this.frames.push(top);
    }
    this.keys.push({ path: this.path(this.frames.slice(0, -1)), key, at });
    top.step = key;
    top.filled = false;
  }

  /** Reads a value that begins in this line; gives where the next line begins. */
  private value(at: number, end: number, role: 'value' | 'either'): number {
    const { text } = this;
    const sign = text[at] ?? '';
    const top = this.frames.at(-1);
    if (sign === '#') return end + 1;
    if (at >= end) return end < text.length ? end + 1 : this.end(role, at);
    if (top !== undefined) top.filled = true;
    if (sign === '|' || sign === '>') return this.blockText(end);
    if (sign === '"' || sign === "'") {
      const close = this.closingQuote(at);
      return close === null ? this.end('text', at) : this.endOfLine(close) + 1;
    }
    if (sign === '{' || sign === '[') return this.brackets(at);
    return end < text.length ? end + 1 : this.end(role, at);
  }

  private blockText(end: number): number {
    const around = this.frames.at(-1)?.indent ?? -1;
    let next = end + 1;
    while (next <= this.text.length) {
      const indent = this.indentAt(next);
      const stop = this.endOfLine(next);
      const last = stop === this.text.length;
      if (indent <= around && (last || next + indent < stop)) return next;
      if (last) return this.end('text', next + indent);
      next = stop + 1;
    }
    return next;
  }

  /** Where the quote that opens at `at` is closed; null when it never is. */
  private closingQuote(at: number): number | null {
    const quote = this.text[at];
    for (let i = at + 1; i < this.text.length; i++) {
      if (quote === '"' && this.text[i] === '\\') i++;
      else if (this.text[i] === quote) {
        if (quote === "'" && this.text[i + 1] === "'") i++;
        else return i;
      }
    }
    return null;
  }

  /** Reads `{ … }` or `[ … ]`, over several lines if need be. A line that is not indented further than its key ends what was never closed. */
  private brackets(open: number): number {
    const { text, frames } = this;
    const outside = frames.length;
    const around = frames.at(-1)?.indent ?? -1;
    let at = open;
    while (at < text.length) {
      const sign = text[at] ?? '';
      const top = frames.length > outside ? frames.at(-1) : undefined;
      if (sign === '\n') {
        const indent = this.indentAt(at + 1);
        const first = text[at + 1 + indent] ?? '\n';
        if (indent <= around && !'\n]}'.includes(first)) {
          frames.length = outside;
          return at + 1;
        }
        at++;
      } else if (sign === '#' && /\s/.test(text[at - 1] ?? '')) {
        at = this.endOfLine(at);
        if (at === text.length) return text.length + 1;
      } else if (sign === '{' || sign === '[') {
        const list = sign === '[';
        frames.push({
          kind: list ? 'list' : 'map',
          indent: null,
          step: list ? 0 : null,
          filled: false,
        });
        at++;
      } else if (sign === '}' || sign === ']') {
        frames.pop();
        if (frames.length <= outside) return this.endOfLine(at) + 1;
        at++;
      } else if (sign === ',') {
        if (top?.kind === 'list') top.step = Number(top.step) + 1;
        else if (top) top.step = null;
        at++;
      } else if (sign === ' ' || sign === ':') at++;
      else at = this.wordInBrackets(at);
    }
    if (this.ending !== null || text.endsWith(':')) return text.length + 1;
    return this.endInBrackets(text.length);
  }

  private endInBrackets(from: number): number {
    const top = this.frames.at(-1);
    if (top?.kind === 'list') return this.end('either', from);
    return this.end(top?.step === null ? 'key' : 'value', from);
  }

  private wordInBrackets(at: number): number {
    const { text } = this;
    const quoted = text[at] === '"' || text[at] === "'";
    const close = quoted ? this.closingQuote(at) : null;
    flowWord.lastIndex = at;
    const plain = flowWord.exec(text)?.[0] ?? text[at] ?? '';
    if (quoted && close === null) return this.end('text', at);
    const end = close === null ? at + plain.length : close + 1;
    if (end === text.length && !quoted) return this.endInBrackets(at);
    const top = this.frames.at(-1);
    const after = end + this.indentAt(end);
    if (top?.kind === 'map' && top.step === null && text[after] === ':') {
      this.enterKey(null, quoted ? text.slice(at + 1, end - 1) : plain.trim(), at);
    }
    return end;
  }
}
