import type { ProgramCall } from '../../program';
import { unescapeText } from '../escapes';
import { linesOf, textOfEntry, unreadable } from '../input';
import { complain, isBusybox } from '../options';
import { entryOf } from '../paths';
import type { AwkMemory } from './memory';
import { fieldOf } from './value';

/** What a program reads: the records of its operands, one after the other, and the lines of the files that `getline` names. */
export class AwkRecords {
  private operands: Iterator<string> = [][Symbol.iterator]();
  private readonly files = new Map<string, { readonly lines: readonly string[]; at: number }>();

  constructor(
    private readonly call: ProgramCall,
    private readonly memory: AwkMemory,
  ) {}

  /** Begins to read the operands: names of files, `-`, and assignments, which are made when they are reached. */
  open(operands: readonly string[]): void {
    this.operands = this.records(operands);
  }

  /** The next record of the operands, counted in NR; undefined behind the last. */
  next(): string | undefined {
    const next = this.operands.next();
    if (next.done === true) return undefined;
    this.memory.count('NR');
    return next.value;
  }

  /** The next line of a file; undefined behind the last, null where there is no such file. */
  nextOf(name: string): string | undefined | null {
    const entry = entryOf(this.call, name);
    if (!this.files.has(name) && (!entry || entry.kind === 'directory')) return null;
    const file = this.files.get(name) ?? { lines: entry ? linesOf(textOfEntry(entry)) : [], at: 0 };
    this.files.set(name, file);
    return file.lines[file.at++];
  }

  /** A file that is closed is read from its beginning the next time. */
  close(name: string): void {
    this.files.delete(name);
  }

  private *records(operands: readonly string[]): Generator<string> {
    let files = 0;
    for (const operand of operands) {
      const [, name, text = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(operand) ?? [];
      if (name !== undefined) this.memory.variables.set(name, fieldOf(unescapeText(text)));
      else {
        files++;
        yield* this.file(operand);
      }
    }
    if (files === 0) yield* this.file('-');
  }

  private *file(name: string): Generator<string> {
    const { call, memory } = this;
    let text = call.stdin ?? '';
    if (name !== '-') {
      const complaint = unreadable(call, name);
      const entry = entryOf(call, name);
      if (complaint !== null || entry === null) {
        complain(
          call,
          isBusybox(call) ? (complaint ?? '') : `cannot open ${name} (No such file or directory)`,
        );
        memory.exitCode = isBusybox(call) ? 1 : 2;
        return;
      }
      text = textOfEntry(entry);
      memory.variables.set('FILENAME', name);
    }
    memory.variables.set('FNR', 0);
    while (text !== '') {
      const [record, rest] = this.cutRecord(text);
      text = rest;
      if (record === null) return;
      memory.count('FNR');
      yield record;
    }
  }

  /** The first record of a text as RS says, and what is behind it. */
  private cutRecord(text: string): readonly [record: string | null, rest: string] {
    const separator = this.memory.text('RS');
    if (separator === '') {
      const from = text.replace(/^\n+/, '');
      if (from === '') return [null, ''];
      const end = from.search(/\n\n/);
      return end < 0
        ? [from.replace(/\n$/, ''), '']
        : [from.slice(0, end), from.slice(end).replace(/^\n+/, '')];
    }
    const pattern = separator.length === 1 ? null : this.memory.pattern(separator);
    const found = pattern?.exec(text);
    const at = pattern === null ? text.indexOf(separator) : (found?.index ?? -1);
    if (at >= 0)
      return [text.slice(0, at), text.slice(at + (found?.[0].length ?? separator.length))];
    return [separator === '\n' ? text : text.replace(/\n$/, ''), ''];
  }
}
