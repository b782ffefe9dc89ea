import type { WordPart } from './ast';

/** Collects the pieces of a word; neighbouring text of the same quoting is joined. */
export class Parts {
  readonly list: WordPart[] = [];

  add(part: WordPart): void {
    this.list.push(part);
  }

  text(text: string, quoted: boolean): void {
    const last = this.list.at(-1);
    if (last?.kind === 'text' && last.quoted === quoted) {
      this.list[this.list.length - 1] = { kind: 'text', text: last.text + text, quoted };
    } else this.add({ kind: 'text', text, quoted });
  }

  /** An empty pair of quotes leaves an empty text, so that the field exists. */
  addQuoted(parts: readonly WordPart[]): void {
    if (parts.length === 0) this.text('', true);
    for (const part of parts) {
      if (part.kind === 'text') this.text(part.text, true);
      else this.add(part);
    }
  }
}
