import type { JsonSchema } from '../schema/json-schema';
import type { Step } from './scan-yaml';

type Part = JsonSchema | boolean | undefined;

/** A schema without what is left open around it: the schemas that a value may fit. `$ref` is looked up in the whole. */
function branches(part: Part, whole: JsonSchema): readonly JsonSchema[] {
  if (typeof part !== 'object') return [];
  const name = part.$ref?.replace('#/definitions/', '');
  if (name !== undefined)
    return branches(
      (whole.definitions as Readonly<Record<string, Part>> | undefined)?.[name],
      whole,
    );
  if (part.anyOf === undefined) return [part];
  return part.anyOf.flatMap((each) => branches(each, whole));
}

/** The schemas that the value at a path of a text may fit; none where the schema knows no such place. */
export function schemasAt(whole: JsonSchema, path: readonly Step[]): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (schemas, step) =>
      schemas.flatMap((schema) => {
        if (typeof step === 'number') {
          return Array.isArray(schema.items) ? [] : branches(schema.items, whole);
        }
        const known = Object.hasOwn(schema.properties ?? {}, step);
        return branches(known ? schema.properties?.[step] : schema.additionalProperties, whole);
      }),
    branches(whole, whole),
  );
}

const requiredBy = (part: Part): readonly string[] =>
  typeof part === 'object' ? (part.required ?? []) : [];

/** The keys that a mapping must not have beside those it has: what other alternatives of its schema require, and what its own forbids. */
export function excludedKeys(
  schema: JsonSchema,
  written: ReadonlySet<string>,
): ReadonlySet<string> {
  const alternatives = schema.oneOf ?? [];
  const chosen = alternatives.filter((each) => requiredBy(each).some((key) => written.has(key)));
  if (chosen.length === 0) return new Set();
  const own = new Set(chosen.flatMap(requiredBy));
  const others = alternatives.flatMap(requiredBy).filter((key) => !own.has(key));
  const forbidden = chosen.flatMap(({ not }) =>
    typeof not === 'object' ? (not.anyOf ?? []).flatMap(requiredBy) : [],
  );
  return new Set([...others, ...forbidden]);
}
