import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SourceDocument } from '../lib/quiz/course';
import { coverSource, linesLeftOut, type StatementCoverage } from '../lib/quiz/coverage';
import { coveragePage, totalLine } from '../lib/quiz/coverage-page';
import { problemLine } from '../lib/quiz/template-problem';
import { readContent } from '../lib/server/content/read-content';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run coverage                           writes docs/coverage.md and says what no card or template teaches
npm run coverage -- --check                only compares: the page must say what the course is today
npm run coverage -- --documents FOLDER     also reads the documents themselves: no line of them may be left out`;

interface Asked {
  readonly check: boolean;
  readonly documents: string | undefined;
}

/** @throws Problem with the usage when the words make no sense */
function readArguments(): Asked {
  try {
    const { values } = parseArgs({
      options: { check: { type: 'boolean', default: false }, documents: { type: 'string' } },
    });
    return { check: values.check, documents: values.documents };
  } catch (wrong) {
    const words = wrong instanceof Error ? wrong.message : String(wrong);
    throw new Problem(words, USAGE.replaceAll('\n', '\n  '));
  }
}

/** What is wrong with one statement, a line each; nothing when it is covered. */
function gaps({ source }: SourceDocument, row: StatementCoverage): readonly string[] {
  const { statement, cards, templates, commands, covered } = row;
  if (covered) return [];
  const place = `${source}#${statement.from}`;
  const cited = cards.length + templates.length > 0;
  return [
    ...(cited ? [] : [`${place}  no card or template cites it: ${statement.words.en}`]),
    ...commands.flatMap(({ command, templates: typing }) =>
      typing.length > 0 ? [] : [`${place}  no template types ${command.shown}`],
    ),
  ];
}

/*
 * The last line is `statements S, covered C`; the exit code is 1 when a statement, a command or a line of a source document is taught by nothing, or when the
 * page is out of date.
 */
await runCommand(async () => {
  const { check, documents } = readArguments();
  const course = readContent(fileURLToPath(new URL('../content', import.meta.url)));
  if (!course.ok)
    throw new Problem(
      'The course in content/ cannot be read.',
      course.error.map(problemLine).join('\n  '),
    );
  const { sources, templates } = course.value;
  const covered = sources.map((document) => ({ document, rows: coverSource(document, templates) }));
  const text = coveragePage(covered);
  const page = fileURLToPath(new URL('../docs/coverage.md', import.meta.url));
  if (!check) await writeFile(page, text);
  else if ((await readFile(page, 'utf8').catch(() => '')) !== text)
    throw new Problem('docs/coverage.md is out of date.', 'Run: npm run coverage');

  const missing = covered.flatMap(({ document, rows }) =>
    rows.flatMap((row) => gaps(document, row)),
  );
  if (documents !== undefined)
    for (const document of sources) {
      const left = linesLeftOut(
        document,
        await readFile(path.join(documents, document.file), 'utf8'),
      );
      missing.push(...left.map((line) => `${document.source}#${line}  stands in no statement`));
    }
  for (const line of missing) console.log(line);
  console.log(totalLine(covered));
  return missing.length === 0 ? 0 : 1;
});
