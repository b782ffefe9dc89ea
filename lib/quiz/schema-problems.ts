import type { z } from 'zod';
import { didYouMean } from './nearest-word';
import { allowedKeys } from './schema/allowed-keys';
import { exampleAt, type KeyBook } from './schema/key-words';
import type { TemplateProblem } from './template-problem';
import type { Path, YamlDocument } from './yaml-document';

/** What suggestions are made from. */
export interface KeyHelp {
  /** What is told of each key: its example is shown when it is missing or has the wrong shape. */
  readonly keys: KeyBook;
  /** The schema of an entry: it says which keys may stand where. */
  readonly schema: z.ZodType;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key) as unknown;
  }
  return value;
}

const shapeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return value === '' ? 'empty' : 'a text';
}

/** Whether the value has another shape altogether than a branch of a union wants. */
function hasOtherShape(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_type') return true;
  return (
    issue.code === 'invalid_union' && issue.errors.every((branch) => branch.some(hasOtherShape))
  );
}

/** A dotted path as an author would say it: `choice.beliefs[1]`. */
export function spokenPath(path: Path): string {
  return path
    .map((key, i) =>
      typeof key === 'number' ? `[${key + 1}]` : `${i === 0 ? '' : '.'}${String(key)}`,
    )
    .join('')
    .replace(/^\./, '');
}

/**
 * The problems of a value that does not fit its zod schema, each at its line and in words. `offset` is how many path
 * elements lead to the value from the top of the document (they are left out of what is said).
 */
export function schemaProblems(
  error: z.ZodError,
  document: YamlDocument,
  file: string,
  base: Path,
  help: KeyHelp,
): TemplateProblem[] {
  const example = (path: Path): string => {
    const text = exampleAt(help.keys, path);
    return text === '' ? '' : `write \`${text}\``;
  };
  const describe = (issue: z.core.$ZodIssue, before: Path): TemplateProblem[] => {
    const path = [...before, ...issue.path];
    const spoken = spokenPath(path) || 'this entry';
    const at = { file, ...document.positionOf([...base, ...path]) };
    const value = valueAt(document.data, [...base, ...path]);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          file,
          ...document.positionOfKey([...base, ...path], key),
          message: `unknown key \`${key}\`${path.length === 0 ? '' : ` in \`${spoken}\``}`,
          instead: didYouMean(key, allowedKeys(help.schema, path)),
        }));
      case 'invalid_type': {
        if (value === undefined) {
          return [{ ...at, message: `\`${spoken}\` is missing`, instead: example(path) }];
        }
        if (value === null) {
          return [
            {
              ...at,
              message: `\`${spoken}\` has no value`,
              instead:
                'put quotes around a text that contains a comma: in { } it begins the next key',
            },
          ];
        }
        const wanted = shapeWords[issue.expected] ?? issue.expected;
        return [
          {
            ...at,
            message: `\`${spoken}\` is ${shapeOf(value)}, not ${wanted}`,
            instead: example(path),
          },
        ];
      }
      case 'invalid_union': {
        if (value === undefined) {
          return [{ ...at, message: `\`${spoken}\` is missing`, instead: example(path) }];
        }
        const branch = issue.errors.find((issues) => !issues.some(hasOtherShape));
        if (branch !== undefined) return branch.flatMap((inner) => describe(inner, path));
        return [
          { ...at, message: `\`${spoken}\` cannot be ${shapeOf(value)}`, instead: example(path) },
        ];
      }
      case 'invalid_value':
        return [
          {
            ...at,
            message: `\`${spoken}\` cannot be "${String(value)}"`,
            instead: didYouMean(String(value), issue.values.map(String)),
          },
        ];
      case 'too_small':
        return [
          {
            ...at,
            message: value === '' ? `\`${spoken}\` is empty` : `\`${spoken}\` has too few entries`,
            instead: example(path) || `give at least ${String(issue.minimum)}`,
          },
        ];
      case 'too_big':
        return [
          {
            ...at,
            message: `\`${spoken}\` is too long`,
            instead: `give at most ${String(issue.maximum)}`,
          },
        ];
      default:
        return [{ ...at, message: `\`${spoken}\`: ${issue.message}`, instead: example(path) }];
    }
  };
  return error.issues.flatMap((issue) => describe(issue, []));
}
