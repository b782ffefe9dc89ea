import { isSpace, trim } from './space';

/** A line of a Dockerfile taken apart: `COPY --from=x a b`. */
interface Command {
  /** As it is typed. */
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly rest: string;
}

/** Splits a line into its keyword, its `--flags` and the rest (buildkit parser/split_command.go). */
export function splitCommand(line: string, escape: string): Command {
  const bare = trim(line);
  const match = /^([^\t\v\f\r ]*)[\t\v\f\r ]+(.*)$/s.exec(bare);
  if (!match) return { keyword: bare, flags: [], rest: '' };
  const { flags, rest } = takeFlags(match[2] ?? '', escape);
  return { keyword: match[1] ?? '', flags, rest: trim(rest) };
}

/** Takes the words that begin with `--` off the beginning; a bare `--` ends them. */
function takeFlags(
  line: string,
  escape: string,
): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (at < line.length && isSpace(line.charAt(at))) at++;
    if (at >= line.length) return { flags, rest: '' };
    if (!line.startsWith('--', at)) return { flags, rest: line.slice(at) };
    const word = readFlag(line, at, escape);
    at = word.end;
    if (word.text === '--') return { flags, rest: line.slice(at) };
    if (word.text !== '' || word.quoted) flags.push(word.text);
  }
}

/** One word with its quotes and escapes taken out; `end` is behind it. */
function readFlag(
  line: string,
  start: number,
  escape: string,
): { readonly text: string; readonly quoted: boolean; readonly end: number } {
  let text = '';
  let quote = '';
  let quoted = false;
  let at = start;
  for (; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote === '' && isSpace(character)) break;
    if (quote === '' && (character === "'" || character === '"')) {
      quote = character;
      quoted = true;
    } else if (character === quote) quote = '';
    else if (character === escape) {
      at += 1;
      text += line.charAt(at);
    } else text += character;
  }
  return { text, quoted, end: at };
}
