import { own } from '../../../kernel/own';
import { readHeredocs, type Heredoc } from './heredoc';
import { limits } from './limits';
import { lineParsers } from './line-parsers';
import { refuseLine } from './refusal';
import { trim, trimLeft } from './space';
import { splitCommand } from './split-command';

/** One instruction as it is written. */
export interface DockerfileLine {
  /** As it is typed. */
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly args: readonly string[];
  /** Whether the arguments were written as a JSON array. */
  readonly json: boolean;
  /** The whole instruction, continuation lines joined. */
  readonly original: string;
  /** The number of its first line, from 1. */
  readonly line: number;
  readonly heredocs: readonly Heredoc[];
}

/** A Dockerfile taken apart. */
export interface Dockerfile {
  readonly lines: readonly DockerfileLine[];
  /** The escape character: a backslash, or a backtick. */
  readonly escape: string;
  readonly warnings: readonly string[];
}

/** The longest line that Go's bufio.Scanner gives. */
const LONGEST_LINE = 65_536;
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const DIRECTIVES = new Set(['syntax', 'escape', 'check']);

/**
 * Takes a Dockerfile apart (buildkit frontend/dockerfile/parser/parser.go): parser directives, comments, continuation lines, heredocs.
 * Refuses with Docker's words, without the line's number.
 */
export function parseDockerfile(text: string): Dockerfile {
  if (text.length > limits.text)
    refuseLine(`the file is longer than ${limits.text} characters, which is all that is read`);
  return new Parser(text).parse();
}

class Parser {
  private readonly source: readonly string[];
  private at = 0;
  private tooLong = false;
  private escape = '\\';
  private continuation = continuationOf('\\');
  private directives: Set<string> | null = new Set();
  private readonly lines: DockerfileLine[] = [];
  private readonly warnings: string[] = [];

  constructor(text: string) {
    this.source = text.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '').match(/[^\n]*\n|[^\n]+$/g) ?? [];
  }

  parse(): Dockerfile {
    for (let line = this.next(); line !== null; line = this.next()) this.instruction(line);
    if (this.lines.length === 0) refuseLine('file with no instructions');
    if (this.tooLong)
      refuseLine(`dockerfile line greater than max allowed size of ${LONGEST_LINE - 1}`);
    return { lines: this.lines, escape: this.escape, warnings: this.warnings };
  }

  /** The next line with its end; null when there is none. */
  private next(): string | null {
    const line = this.source[this.at];
    if (line === undefined || this.tooLong) return null;
    if (line.length > LONGEST_LINE) {
      this.tooLong = true;
      return null;
    }
    this.at += 1;
    return line;
  }

  private instruction(first: string): void {
    const start = this.at;
    const bare = trimLeft(withoutEnd(first));
    this.directive(bare);
    let { text, ends } = this.trimContinuation(isComment(bare) ? '' : bare);
    if (ends && text === '') return;
    let gaps = false;
    while (!ends) {
      const line = this.next();
      if (line === null) break;
      const more = withoutEnd(line);
      if (isComment(more)) continue;
      if (trimLeft(more) === '') {
        gaps = true;
        continue;
      }
      const part = this.trimContinuation(more);
      text += part.text;
      ({ ends } = part);
    }
    if (gaps) this.warnings.push(`Empty continuation line found in: ${text}`);
    if (this.lines.length >= limits.instructions)
      refuseLine(`the file has more than ${limits.instructions} instructions`);
    const line = readLine(text, this.escape, start);
    this.lines.push({ ...line, heredocs: this.heredocs(line, text) });
  }

  /** `# escape=…` and its kin stand at the beginning only, each once. */
  private directive(line: string): void {
    if (!this.directives) return;
    const [, name = '', value = ''] = DIRECTIVE.exec(line) ?? [];
    const key = name.toLowerCase();
    if (!DIRECTIVES.has(key)) {
      this.directives = null;
      return;
    }
    if (this.directives.has(key)) refuseLine(`only one ${key} parser directive can be used`);
    this.directives.add(key);
    if (key !== 'escape') return;
    if (value !== '\\' && value !== '`')
      refuseLine(`invalid escape token '${value}' does not match \` or \\`);
    this.escape = value;
    this.continuation = continuationOf(value);
  }

  private trimContinuation(line: string): { readonly text: string; readonly ends: boolean } {
    return this.continuation.test(line)
      ? { text: line.replace(this.continuation, '$1'), ends: false }
      : { text: line, ends: true };
  }

  /** What stands below a line with `<<EOF`, up to the line `EOF`. */
  private heredocs(line: DockerfileLine, text: string): readonly Heredoc[] {
    const opens = heredocKeyword(line) && text.includes('<<');
    return (opens ? readHeredocs(text) : []).map((heredoc) => {
      let content = '';
      for (let next = this.next(); next !== null; next = this.next()) {
        const bare = next.replace(/[\r\n]+$/, '');
        if ((heredoc.chomp ? bare.replace(/^\t+/, '') : bare) === heredoc.name)
          return { ...heredoc, content };
        content += next;
      }
      return refuseLine('unterminated heredoc');
    });
  }
}

/** The escape character at a line's end, unless it is escaped itself. */
function continuationOf(escape: string): RegExp {
  const token = escape === '\\' ? '\\\\' : escape;
  return new RegExp(`([^${token}])${token}[ \\t]*$|^${token}[ \\t]*$`);
}

function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}

function isComment(line: string): boolean {
  return trimLeft(line).startsWith('#');
}

/** Reads one instruction; of an unknown one the arguments are left out. */
function readLine(text: string, escape: string, line: number, depth = 0): DockerfileLine {
  const { keyword, flags, rest } = splitCommand(text, escape);
  const shape = { keyword, flags, original: text, line, heredocs: [] };
  if (keyword.toLowerCase() === 'onbuild') {
    if (depth >= limits.depth)
      refuseLine(`ONBUILD stands in itself more than ${limits.depth} times`);
    if (rest === '') return { args: [], json: false, ...shape };
    const inner = readLine(rest, escape, line, depth + 1);
    return { args: [inner.keyword, ...inner.args], json: inner.json, ...shape };
  }
  const name = keyword.toLowerCase();
  const { args, json } = own(lineParsers, name)?.(rest, escape) ?? { args: [], json: false };
  return { args, json, ...shape };
}

/** ADD, COPY and RUN may have heredocs, behind ONBUILD too; not with JSON arguments. */
function heredocKeyword({ keyword, args, json }: DockerfileLine): boolean {
  const name = keyword.toLowerCase() === 'onbuild' ? (args[0] ?? '') : keyword;
  return !json && ['add', 'copy', 'run'].includes(trim(name).toLowerCase());
}
