import { misconceptionIds } from '../../engine';
import { misreadings } from '../parts-reading';
import { conceptSchema } from '../parse-concepts';
import { glossarySchema } from '../parse-glossary';
import { misconceptionSchema } from '../parse-misconceptions';
import { readingsSchema } from '../parse-readings';
import { sourceSchema } from '../parse-sources';
import { templateSchema } from '../template-schema';
import { kinds } from '../types';
import { conceptKeys, glossaryKeys, misconceptionKeys, sourceKeys } from './course-keys';
import { jsonSchemaOf, type Extra, type JsonSchema } from './json-schema';
import { templateKeys } from './template-keys';

/** What exists in the course, for editors to complete. */
export interface CourseWords {
  readonly concepts: readonly string[];
  /** The misconceptions that have words. */
  readonly misconceptions: readonly string[];
}

const DRAFT = 'http://json-schema.org/draft-07/schema#';
/** Where a command is written, by the keys that lead there: a number alone is a slip. */
const commandPlaces = [
  'given',
  'given.-',
  'given.run',
  'given.-.run',
  'do',
  'do.-',
  'predict.see',
  'order.steps.-',
  'order.then',
  'order.then.-',
  'blanks.line',
  'type.solution',
  'type.wrong.-',
];
const noNumber: JsonSchema = { not: { type: 'number' } };
const citation = { pattern: '^S[0-4]#[1-9][0-9]*(-[1-9][0-9]*)?$' };

/** A file's schema: a list of entries, or also one entry alone. */
function fileOf(title: string, entry: JsonSchema, alone: boolean): JsonSchema {
  const list: JsonSchema = { type: 'array', items: { $ref: '#/definitions/entry' }, minItems: 1 };
  return {
    $schema: DRAFT,
    title,
    definitions: { entry },
    ...(alone ? { anyOf: [list, { $ref: '#/definitions/entry' }] } : list),
  };
}

/** A place in a schema as an author thinks of it: the keys, `-` for an entry of a list, `*` for any key. */
function extraOf(places: Readonly<Record<string, JsonSchema>>): Extra {
  return (path) => places[path.join('.')] ?? {};
}

function templateExtra({ concepts, misconceptions }: CourseWords): Extra {
  const engines = misconceptions.filter((id) =>
    (misconceptionIds as readonly string[]).includes(id),
  );
  const kindsWithEngines = kinds.filter((kind) => kind !== 'parts');
  return extraOf({
    '': { oneOf: kinds.map((kind) => ({ required: [kind] })) },
    id: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 },
    concept: { enum: [...concepts] },
    ...Object.fromEntries(commandPlaces.map((place) => [place, noNumber])),
    ...Object.fromEntries(kindsWithEngines.map((kind) => [`${kind}.beliefs.-`, { enum: engines }])),
    'parts.beliefs.-': { enum: Object.keys(misreadings) },
    order: {
      oneOf: [
        { required: ['steps'], not: { anyOf: [{ required: ['file'] }, { required: ['then'] }] } },
        { required: ['lines', 'then'] },
      ],
    },
    'order.steps': { minItems: 3, maxItems: 5, uniqueItems: true },
    'order.lines': { minItems: 3, maxItems: 5, uniqueItems: true },
    'source.-': citation,
  });
}

/**
 * The JSON Schemas that the project publishes, by the name of their file: what editors check and complete the files of `content/` with. They say less than the
 * parsers do (a fact, a command, what a parameter is used for), and never something else.
 */
export function publishedSchemas(course: CourseWords): Readonly<Record<string, JsonSchema>> {
  const concept = { enum: [...course.concepts] };
  const cited = { 'source.-': citation };
  return {
    template: fileOf(
      'Drydock: questions',
      jsonSchemaOf(templateSchema, templateKeys, templateExtra(course)),
      true,
    ),
    concepts: fileOf(
      'Drydock: concepts',
      jsonSchemaOf(conceptSchema, conceptKeys, extraOf({ ...cited, 'needs.-': concept })),
      false,
    ),
    misconceptions: fileOf(
      'Drydock: misconceptions',
      jsonSchemaOf(
        misconceptionSchema,
        misconceptionKeys,
        extraOf({
          ...cited,
          id: { enum: [...new Set([...misconceptionIds, ...Object.keys(misreadings)])] },
          'concepts.-': concept,
        }),
      ),
      false,
    ),
    glossary: fileOf(
      'Drydock: the glossary',
      jsonSchemaOf(
        glossarySchema,
        glossaryKeys,
        extraOf({
          ...cited,
          id: { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
          command: { pattern: '^docker( |$)' },
          'concepts.-': concept,
        }),
      ),
      false,
    ),
    source: {
      $schema: DRAFT,
      title: 'Drydock: a source document',
      ...jsonSchemaOf(sourceSchema, sourceKeys, extraOf({ 'statements.-.concepts.-': concept })),
    },
    readings: {
      $schema: DRAFT,
      title: 'Drydock: how words are read in Korean',
      ...jsonSchemaOf(readingsSchema, {}, extraOf({ '*': { pattern: '^[가-힣]+( [가-힣]+)*$' } })),
    },
  };
}

/** A schema as the text of its file. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}
