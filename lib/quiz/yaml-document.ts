import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Node } from 'yaml';
import type { Position, TemplateProblem } from './template-problem';
import { syntaxProblems } from './yaml-syntax-problems';

/** The way from the top of a document to a value: keys and indexes. */
export type Path = readonly PropertyKey[];

/** A YAML text read as plain data in which every scalar is text exactly as written. */
export interface YamlDocument {
  readonly data: unknown;
  /** Where the value at a path begins; of a path that does not exist, where its nearest existing parent begins. */
  positionOf(path: Path): Position;
  /** Where a key of the mapping at `path` is written. */
  positionOfKey(path: Path, key: string): Position;
  /** Where the text of a scalar begins (after an opening quote); null for a block scalar, whose lines are indented. */
  textStart(path: Path): Position | null;
  /** The text of the value at a path as written, its indentation taken back, ending in one line break. */
  textOf(path: Path): string;
}

const maximalLength = 400_000;

/** What YAML makes of a text that begins with `*`, `&` or `!`: where it begins, and what to write instead. */
function signsOf(
  node: Node,
  text: string,
): readonly { readonly at: number; readonly message: string; readonly instead: string }[] {
  const value = node.range?.[0] ?? 0;
  if (isAlias(node)) {
    const instead = 'write the value out, or put quotes around a text that begins with *';
    return [{ at: value, message: `\`*${node.source}\` is a YAML alias`, instead }];
  }
  const sign = (written: string, what: string, instead: string) => {
    // Both stand before the value, where nothing but the other may come between.
    const at = text.lastIndexOf(written, value);
    return { at: at < 0 ? value : at, message: `\`${written}\` is a YAML ${what}`, instead };
  };
  const { anchor, tag } = isScalar(node) || isMap(node) || isSeq(node) ? node : {};
  return [
    ...(anchor === undefined
      ? []
      : [
          sign(
            `&${anchor}`,
            'anchor',
            'remove it and write the value out wherever it is meant, or put quotes around a text that begins with &',
          ),
        ]),
    ...(tag === undefined
      ? []
      : [
          sign(
            tag.replace(/^tag:yaml\.org,2002:/, '!!'),
            'tag',
            'put quotes around a text that begins with !',
          ),
        ]),
  ];
}

/**
 * Reads YAML 1.2 with the failsafe schema: `1.10`, `yes` and `2024-01-01` stay the texts they are. Anchors, aliases and
 * tags are refused, so that a short text cannot unfold into a long one. Of several syntax errors the first is told.
 */
export function readYaml(
  text: string,
  file: string,
):
  | { readonly ok: true; readonly value: YamlDocument }
  | { readonly ok: false; readonly error: readonly TemplateProblem[] } {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (text.length > maximalLength) {
    const message = `the text has ${text.length} characters, more than ${maximalLength}`;
    return {
      ok: false,
      error: [{ file, line: 1, column: 1, message, instead: 'split it over several files' }],
    };
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  });
  const problems: TemplateProblem[] = syntaxProblems(text, document.errors, place).map(
    (problem) => ({
      file,
      ...problem,
    }),
  );
  visit(document, {
    Node: (_key, node) => {
      problems.push(
        ...signsOf(node, text).map(({ at, ...words }) => ({ file, ...place(at), ...words })),
      );
    },
  });
  if (problems.length > 0) return { ok: false, error: problems };

  const nodeAt = (path: Path): Node | null => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn([...path], true);
    return isNode(node) ? node : null;
  };
  const positionOf = (path: Path): Position => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (node?.range) return place(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const positionOfKey = (path: Path, key: string): Position => {
    const node = nodeAt(path);
    if (isMap(node)) {
      for (const pair of node.items) {
        if (
          isPair(pair) &&
          isScalar(pair.key) &&
          String(pair.key.value) === key &&
          pair.key.range
        ) {
          return place(pair.key.range[0]);
        }
      }
    }
    return positionOf(path);
  };
  const textStart = (path: Path): Position | null => {
    const node = nodeAt(path);
    if (!isScalar(node) || !node.range) return null;
    if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return null;
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    return place(node.range[0] + (quoted ? 1 : 0));
  };
  const textOf = (path: Path): string => {
    const node = nodeAt(path);
    if (!node?.range) return '';
    const [start, end] = node.range;
    const indent = ' '.repeat(place(start).column - 1);
    const written = text.slice(start, end).replaceAll(`\n${indent}`, '\n');
    return `${written.trimEnd()}\n`;
  };
  const contents = document.contents;
  const data: unknown =
    isMap(contents) || isSeq(contents) || isScalar(contents) ? document.toJS() : null;
  return { ok: true, value: { data, positionOf, positionOfKey, textStart, textOf } };
}
