/** Where a scanner stands in a value, as Go's encoding/json words it. */
class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  /** What is wrong with the first value of the text; null when nothing is. */
  problem(): string | null {
    try {
      this.value('looking for beginning of value');
      return null;
    } catch (failure) {
      if (failure instanceof Wrong) return failure.message;
      throw failure;
    }
  }

  private wrong(where: string): never {
    const letter = this.text[this.at];
    if (letter === undefined) throw new Wrong('unexpected EOF');
    const shown = letter === "'" ? "'\\''" : letter === '"' ? `'"'` : quoted(letter);
    throw new Wrong(`invalid character ${shown} ${where}`);
  }

  private space(): string | undefined {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
    return this.text[this.at];
  }

  private value(where: string): void {
    const letter = this.space();
    if (letter === '{') return this.members();
    if (letter === '[') return this.elements();
    if (letter === '"') return this.string();
    const word = { t: 'true', f: 'false', n: 'null' }[letter ?? ''];
    if (word !== undefined) return this.literal(word);
    if (letter === '-' || /\d/.test(letter ?? '')) return this.number();
    this.wrong(where);
  }

  private members(): void {
    this.at++;
    if (this.space() === '}') {
      this.at++;
      return;
    }
    for (;;) {
      if (this.space() !== '"') this.wrong('looking for beginning of object key string');
      this.string();
      if (this.space() !== ':') this.wrong('after object key');
      this.at++;
      this.value('looking for beginning of value');
      const next = this.space();
      if (next !== ',' && next !== '}') this.wrong('after object key:value pair');
      this.at++;
      if (next === '}') return;
    }
  }

  private elements(): void {
    this.at++;
    if (this.space() === ']') {
      this.at++;
      return;
    }
    for (;;) {
      this.value('looking for beginning of value');
      const next = this.space();
      if (next !== ',' && next !== ']') this.wrong('after array element');
      this.at++;
      if (next === ']') return;
    }
  }

  private string(): void {
    this.at++;
    for (let letter = this.text[this.at]; letter !== '"'; letter = this.text[this.at]) {
      if (letter === undefined || letter < ' ') this.wrong('in string literal');
      this.at++;
      if (letter === '\\') this.escape();
    }
    this.at++;
  }

  private escape(): void {
    const letter = this.text[this.at] ?? '';
    if (letter === 'u') {
      this.at++;
      for (let digit = 0; digit < 4; digit++, this.at++)
        if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? ''))
          this.wrong('in \\u hexadecimal character escape');
    } else if ('bfnrt\\/"'.includes(letter) && letter !== '') this.at++;
    else this.wrong('in string escape code');
  }

  private literal(word: string): void {
    for (let i = 0; i < word.length; i++, this.at++)
      if (this.text[this.at] !== word[i])
        this.wrong(`in literal ${word} (expecting '${word[i] ?? ''}')`);
  }

  private digits(where: string): void {
    if (!/\d/.test(this.text[this.at] ?? '')) this.wrong(where);
    while (/\d/.test(this.text[this.at] ?? '')) this.at++;
  }

  private number(): void {
    if (this.text[this.at] === '-') this.at++;
    if (this.text[this.at] === '0') this.at++;
    else this.digits('in numeric literal');
    if (this.text[this.at] === '.') {
      this.at++;
      this.digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at++;
      if (/[+-]/.test(this.text[this.at] ?? '')) this.at++;
      this.digits('in exponent of numeric literal');
    }
  }
}

class Wrong extends Error {}

function quoted(letter: string): string {
  return letter < ' '
    ? `'\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}'`
    : `'${letter}'`;
}

/** What Go's encoding/json says of a text whose first value is no JSON (scanner.go); null when it is some. */
export function goJsonProblem(text: string): string | null {
  return new Scanner(text).problem();
}
