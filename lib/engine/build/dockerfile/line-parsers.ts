import { goQuote } from '../../cli/template/go-quote';
import { refuseLine } from './refusal';
import { isSpace, trimLeft } from './space';

/** The words behind a keyword. `json`: they were written as a JSON array. */
export interface LineArguments {
  readonly args: readonly string[];
  readonly json: boolean;
}

/** How the rest of a line is read (buildkit parser/line_parsers.go). */
type LineParser = (rest: string, escape: string) => LineArguments;

function plain(args: readonly string[]): LineArguments {
  return { args, json: false };
}

/** A JSON array of texts; null when the text is no JSON array. */
function jsonTexts(rest: string): readonly string[] | null {
  if (!trimLeft(rest).startsWith('[')) return null;
  let value: unknown;
  try {
    value = JSON.parse(rest);
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
  if (!Array.isArray(value)) return null;
  if (!value.every((item): item is string => typeof item === 'string'))
    refuseLine('when using JSON array syntax, arrays must be comprised of strings only');
  return value;
}

const jsonOrText: LineParser = (rest) => {
  if (rest === '') return plain([]);
  const texts = jsonTexts(rest);
  return texts ? { args: texts, json: true } : plain([rest]);
};

const blanks: LineParser = (rest) => plain(rest === '' ? [] : rest.split(/[\t\v\f\r ]+/));

const jsonOrBlanks: LineParser = (rest, escape) => {
  const texts = jsonTexts(rest);
  return texts ? { args: texts, json: true } : blanks(rest, escape);
};

const wholeText: LineParser = (rest) => plain(rest === '' ? [] : [rest]);

/** Words between blanks, their quotes kept: what stands in quotes or is escaped ends no word. */
function quotedWords(rest: string, escape: string): readonly string[] {
  const words: string[] = [];
  const characters = [...rest];
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (quote === '' && isSpace(character)) {
      if (word !== null && word !== '') words.push(word);
      word = null;
      continue;
    }
    if (quote === '' && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = '';
    else if (character === escape && quote !== "'") {
      if (at + 1 >= characters.length) {
        quote = '';
        word ??= '';
        continue;
      }
      at += 1;
      word = `${word ?? ''}${character}${characters[at] ?? ''}`;
      continue;
    }
    word = `${word ?? ''}${character}`;
  }
  if (word !== null && word !== '') words.push(word);
  return words;
}

/** `name=value …`, or the old `name value`. Three words for each: name, value and the sign between them. */
function pairs(keyword: string): LineParser {
  return (rest, escape) => {
    const words = quotedWords(rest, escape);
    const [first] = words;
    if (first === undefined) return plain([]);
    if (!first.includes('=')) {
      const match = /^([^\t\v\f\r ]*)[\t\v\f\r ]+(.*)$/s.exec(rest);
      if (!match) refuseLine(`${keyword} must have two arguments`);
      return plain([match[1] ?? '', match[2] ?? '', '']);
    }
    return plain(
      words.flatMap((word) => {
        const equals = word.indexOf('=');
        if (equals < 0)
          refuseLine(
            `Syntax error - can't find = in ${goQuote(word)}. Must be of the form: name=value`,
          );
        return [word.slice(0, equals), word.slice(equals + 1), '='];
      }),
    );
  };
}

/** A type (`CMD`, `NONE`), then words or JSON. */
const health: LineParser = (rest, escape) => {
  const match = /^(\S+)\s*(.*)$/s.exec(rest);
  if (!match) return plain([]);
  const { args, json } = jsonOrText(match[2] ?? '', escape);
  return { args: [match[1] ?? '', ...args], json };
};

/** By keyword in small letters; ONBUILD, whose rest is a line itself, is read elsewhere. */
export const lineParsers: Readonly<Record<string, LineParser>> = {
  add: jsonOrBlanks,
  arg: (rest, escape) => plain(quotedWords(rest, escape)),
  cmd: jsonOrText,
  copy: jsonOrBlanks,
  entrypoint: jsonOrText,
  env: pairs('ENV'),
  expose: blanks,
  from: blanks,
  healthcheck: health,
  label: pairs('LABEL'),
  maintainer: wholeText,
  run: jsonOrText,
  shell: jsonOrText,
  stopsignal: wholeText,
  user: wholeText,
  volume: jsonOrBlanks,
  workdir: wholeText,
};
