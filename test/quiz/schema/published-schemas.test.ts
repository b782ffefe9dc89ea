import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GET } from '@/app/schema/[name]/route';
import { publishedSchemas, schemaText } from '@/lib/quiz/schema/published-schemas';
import { problemLine } from '@/lib/quiz/template-problem';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const schemas = publishedSchemas({
  concepts: read.value.concepts.map(({ id }) => id),
  misconceptions: read.value.misconceptions.map(({ id }) => id),
});

const options = { strictTypes: false };
const validators = new Map(
  Object.entries(schemas).map(([name, schema]) => [name, new Ajv(options).compile(schema)]),
);
const validatorOf = (name: string) => {
  const validator = validators.get(name);
  if (validator === undefined) throw new Error(`there is no schema ${name}`);
  return validator;
};
const isTemplates = validatorOf('template');

/** The files of the course with the schema that each names in its first line. */
const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => `content/${file}`);

describe('the JSON Schemas that editors use', () => {
  test.each(Object.keys(schemas))(
    'content/schema/%s.json is what the language is today',
    (name) => {
      const schema = schemas[name];
      const written = readFileSync(`content/schema/${name}.json`, 'utf8');
      expect(schema !== undefined && written === schemaText(schema), 'run: npm run schema').toBe(
        true,
      );
    },
  );

  test.each(files)('%s names its schema and fits it', (file) => {
    const text = readFileSync(file, 'utf8');
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
    const folder = file.split('/').slice(0, -1).join('/');
    const path = new URL(named, `file:///${folder}/`).pathname;
    const name = /^\/content\/schema\/(\w+)\.json$/.exec(path)?.[1] ?? '';
    const fits = validatorOf(name);
    // Read as editors read it: numbers are numbers.
    fits(parse(text));
    expect(fits.errors ?? []).toEqual([]);
  });

  test('every key says what it means', () => {
    const silent: string[] = [];
    const walk = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [key, inner] of Object.entries(part)) {
        if (key === 'properties') {
          for (const [name, value] of Object.entries(inner as object)) {
            if (!('description' in (value as object))) silent.push(`${path}.${name}`);
          }
        }
        walk(inner, `${path}.${key}`);
      }
    };
    walk(schemas, '');
    expect(silent).toEqual([]);
  });

  test('the app publishes the same files to any editor', async () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const answer = await GET(new Request('http://drydock.test/'), {
        params: Promise.resolve({ name: `${name}.json` }),
      });
      expect(answer.headers.get('Content-Type')).toBe('application/schema+json');
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600');
      expect(await answer.json()).toEqual(schema);
    }
    const none = await GET(new Request('http://drydock.test/'), {
      params: Promise.resolve({ name: 'template' }),
    });
    expect(none.status).toBe(404);
  });
});

const good = `- id: paused-keeps-memory
  concept: lifecycle.paused
  with: { name: [web, api, db], port: 8080..8089, next: <port> + 1, label: { ko: 웹 <name>, en: a web } }
  given:
    - docker run -d --name <name> -p <port>:80 nginx
    - { run: docker start nothing, fails: true }
  do: docker pause <name>
  ask: { ko: 무엇을 쓰나요?, en: What does it use? }
  choice:
    see: { cpu: schedulable(<name>), mem: memory(<name>) > 0 }
    say: { cpu: { ko: CPU, en: 1 } }
    beliefs: [pause-keeps-cpu, pause-frees-memory]
  difficulty: hard
  source: [S0#41-43, S4#54]
`;

describe('what an editor marks', () => {
  test('nothing in a good template, alone or in a list', () => {
    expect([isTemplates(parse(good)), isTemplates((parse(good) as unknown[])[0])]).toEqual([
      true,
      true,
    ]);
  });

  test.each([
    ['an unknown key', '  source:', '  sources:'],
    ['an unknown key inside', 'beliefs:', 'belief:'],
    ['a concept that does not exist', 'lifecycle.paused', 'lifecycle.pausd'],
    ['a belief that does not exist', 'pause-keeps-cpu', 'pause-keep-cpu'],
    ['a missing language', ', en: What does it use?', ''],
    ['an empty text', 'en: What does it use?', "en: ''"],
    ['a list where a mapping belongs', '{ ko: 무엇을 쓰나요?, en: What does it use? }', '[a, b]'],
    [
      'a mapping where a line belongs',
      'do: docker pause <name>',
      'do: { run: docker pause <name> }',
    ],
    ['a number where a command belongs', 'do: docker pause <name>', 'do: 5'],
    ['a number in a list of commands', '- docker run -d --name <name> -p <port>:80 nginx', '- 5'],
    ['a number that is run', 'run: docker start nothing', 'run: 5'],
    ['a mark that is no yes or no', 'fails: true', 'fails: maybe'],
    ['a difficulty that is none', 'hard', 'harder'],
    ['a citation that is none', 'S4#54', 'S4:54'],
    ['an id in capitals', 'paused-keeps-memory', 'Paused'],
    ['no kind of question', '  choice:', '  quiz:'],
    ['two kinds at once', '  source:', '  flashcard: { back: { ko: ㄱ, en: b } }\n  source:'],
    ['a parameter that is null', '[web, api, db]', 'null'],
  ])('%s', (_what, from, to) => {
    expect(good).toContain(from);
    expect(isTemplates(parse(good.replace(from, to)))).toBe(false);
  });

  const order = (body: string): unknown =>
    parse(`id: a\nconcept: make.dockerfile\norder: ${body}\n`);
  test.each([
    ['{ steps: [a, b, c], goal: local(x) }', true],
    ['{ lines: [a, b, c], then: docker build ., goal: local(x) }', true],
    ['{ lines: [a, b, c], goal: local(x) }', false],
    ['{ steps: [a, b, c], then: docker build ., goal: local(x) }', false],
    ['{ steps: [a, b], goal: local(x) }', false],
    ['{ goal: local(x) }', false],
  ])('an order %s: %s', (body, right) => {
    expect(isTemplates(order(body))).toBe(right);
  });
});
