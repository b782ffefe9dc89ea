import { z } from 'zod';
import { wordsOfKey, type KeyBook } from './key-words';

/** A JSON Schema, or a part of one, as draft-07 writes it: the draft that editors of YAML know. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Keywords that a schema adds at a path of keys, for what zod cannot say: what exists in this course, which keys go together. */
export type Extra = (path: readonly string[]) => JsonSchema;

/** YAML as editors read it: `8080` is a number, `true` a truth value. To us every scalar is the text that is written. */
function asEditorsRead(type: string, schema: JsonSchema): void {
  if (type === 'string') Object.assign(schema, { type: ['string', 'number', 'boolean'] });
  if (type === 'record') delete schema.propertyNames;
  if (type === 'enum') {
    delete schema.type;
    schema.enum = (schema.enum ?? []).flatMap((word) =>
      word === 'true' || word === 'false' ? [word === 'true', word] : [word],
    );
  }
}

/** The JSON Schema of a value of the course, made from its zod schema; each key says what it means and how it is written. */
export function jsonSchemaOf(schema: z.ZodType, book: KeyBook, extra: Extra): JsonSchema {
  const plain: JsonSchema = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      asEditorsRead(zodSchema._zod.def.type, jsonSchema);
    },
  });
  delete plain.$schema;
  return described(plain, [], book, extra);
}

type Part = JsonSchema | boolean;

function described(
  schema: JsonSchema,
  path: readonly string[],
  book: KeyBook,
  extra: Extra,
): JsonSchema {
  const inside = (part: Part, deeper: readonly string[]): Part =>
    typeof part === 'boolean' ? part : described(part, deeper, book, extra);
  const { properties, additionalProperties, items, anyOf, ...rest } = schema;
  return {
    ...rest,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, part]) => [
              key,
              typeof part === 'boolean' ? part : keyed(part, [...path, key], book, extra),
            ]),
          ),
        }),
    ...(additionalProperties === undefined
      ? {}
      : { additionalProperties: inside(additionalProperties, [...path, '*']) }),
    ...(items === undefined || Array.isArray(items)
      ? {}
      : { items: inside(items, [...path, '-']) }),
    ...(anyOf === undefined
      ? {}
      : { anyOf: anyOf.map((part) => described(part, path, book, extra)) }),
    ...extra(path),
  };
}

/** The schema of a key's value, with what the key means. */
function keyed(
  schema: JsonSchema,
  path: readonly string[],
  book: KeyBook,
  extra: Extra,
): JsonSchema {
  const words = wordsOfKey(
    book,
    path.filter((key) => key !== '-' && key !== '*'),
  );
  const inner = described(schema, path, book, extra);
  return words === null
    ? inner
    : { description: `${words.what} Example: ${words.example}`, ...inner };
}
