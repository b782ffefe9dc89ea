import { z } from 'zod';
import type { Path } from '../yaml-document';

/** A schema without what is left open around it: the schemas that a value may fit. */
function branches(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return branches(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(branches);
  return [schema];
}

/** The keys that a schema allows in the mapping at a path, each once; none where it allows no mapping or any key. */
export function allowedKeys(schema: z.core.$ZodType, path: Path): readonly string[] {
  const [first, ...rest] = path;
  const keys = branches(schema).flatMap((branch): readonly string[] => {
    if (first === undefined) return branch instanceof z.ZodObject ? Object.keys(branch.shape) : [];
    if (branch instanceof z.ZodArray) {
      return typeof first === 'number' ? allowedKeys(branch.element, rest) : [];
    }
    if (branch instanceof z.ZodRecord) return allowedKeys(branch.valueType, rest);
    if (!(branch instanceof z.ZodObject)) return [];
    const shape: Readonly<Record<string, z.core.$ZodType>> = branch.shape;
    const inner = shape[String(first)];
    return inner === undefined ? [] : allowedKeys(inner, rest);
  });
  return [...new Set(keys)];
}
