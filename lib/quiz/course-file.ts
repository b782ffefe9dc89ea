import type { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { schemaProblems, type KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';
import { readYaml, type Path, type YamlDocument } from './yaml-document';

/** One entry of a course file with the means to complain about it. */
export interface Entry<T> {
  readonly value: T;
  /** A problem at a part of the entry. */
  readonly problem: (path: Path, message: string, instead: string) => TemplateProblem;
}

export type EntriesResult<T> = Result<readonly Entry<T>[], readonly TemplateProblem[]>;

function entryOf<T>(value: T, base: Path, document: YamlDocument, file: string): Entry<T> {
  return {
    value,
    problem: (path, message, instead) => ({
      file,
      ...document.positionOf([...base, ...path]),
      message,
      instead,
    }),
  };
}

/** Reads a YAML list whose entries fit a schema. All problems are reported together. */
export function readEntries<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  help: KeyHelp,
): EntriesResult<z.output<Schema>> {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const document = read.value;
  if (!Array.isArray(document.data)) {
    return err([
      {
        file,
        ...document.positionOf([]),
        message: 'this file is not a list',
        instead: 'begin each entry with `- `',
      },
    ]);
  }
  const problems: TemplateProblem[] = [];
  const entries: Entry<z.output<Schema>>[] = [];
  document.data.forEach((raw: unknown, index) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) entries.push(entryOf(parsed.data, [index], document, file));
    else problems.push(...schemaProblems(parsed.error, document, file, [index], help));
  });
  return problems.length === 0 ? ok(entries) : err(problems);
}

/** Reads a YAML mapping that fits a schema. */
export function readEntry<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  help: KeyHelp,
): Result<Entry<z.output<Schema>>, readonly TemplateProblem[]> {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value.data);
  return parsed.success
    ? ok(entryOf(parsed.data, [], read.value, file))
    : err(schemaProblems(parsed.error, read.value, file, [], help));
}
