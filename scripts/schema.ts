import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { publishedSchemas, schemaText } from '../lib/quiz/schema/published-schemas';
import { problemLine } from '../lib/quiz/template-problem';
import { readContent } from '../lib/server/content/read-content';
import { Problem, runCommand } from './support/problem.mjs';

const USAGE = `npm run schema               writes content/schema/*.json, which editors check and complete content/ with
npm run schema -- --check    only compares: the files must say what the language is today`;

/** @throws Problem with the usage when the words make no sense */
function readCheck(): boolean {
  try {
    const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
    return values.check;
  } catch (wrong) {
    const words = wrong instanceof Error ? wrong.message : String(wrong);
    throw new Problem(words, USAGE.replaceAll('\n', '\n  '));
  }
}

await runCommand(async () => {
  const check = readCheck();
  const course = readContent(fileURLToPath(new URL('../content', import.meta.url)));
  if (!course.ok)
    throw new Problem(
      'The course in content/ cannot be read.',
      course.error.map(problemLine).join('\n  '),
    );
  const { concepts, misconceptions } = course.value;
  const schemas = publishedSchemas({
    concepts: concepts.map(({ id }) => id),
    misconceptions: misconceptions.map(({ id }) => id),
  });
  for (const [name, schema] of Object.entries(schemas)) {
    const file = fileURLToPath(new URL(`../content/schema/${name}.json`, import.meta.url));
    const text = schemaText(schema);
    if (!check) await writeFile(file, text);
    else if ((await readFile(file, 'utf8').catch(() => '')) !== text)
      throw new Problem(`content/schema/${name}.json is out of date.`, 'Run: npm run schema');
  }
  console.log(`content/schema: ${Object.keys(schemas).join(', ')}`);
  return 0;
});
