import { INSPECT_TYPES, type InspectKind } from './inspect-types';
import { execute, type Template } from './template';
import { GoValue } from './value';

/** How an object is seen. */
export interface InspectOptions {
  /** A key that a map does not have is an error: so it is for every object behind one whose raw JSON was used. */
  readonly strict?: boolean;
  /** There is no raw JSON to fall back to, as for `docker volume inspect`. */
  readonly typedOnly?: boolean;
}

/** What a template made of an object, or Go's error. `fellBack`: of the raw JSON. */
export type Inspected =
  | { readonly ok: true; readonly value: string; readonly fellBack: boolean }
  | { readonly ok: false; readonly error: string; readonly fellBack: boolean };

/**
 * Runs the template of `docker inspect -f` over one inspected object: first over its Go type, and when that fails over the
 * raw JSON, whose error is then the one shown (docker/cli `cli/command/inspect/inspector.go`). So `.HostConfig.NanoCpus`,
 * the JSON's name, works, and with it every map is printed with sorted keys. The CLI puts `template parsing error: `
 * before the error.
 */
export function executeInspect(
  template: Template,
  kind: InspectKind,
  json: unknown,
  { strict = false, typedOnly = false }: InspectOptions = {},
): Inspected {
  const missingKey = strict ? 'error' : 'no-value';
  const typed = execute(template, new GoValue(INSPECT_TYPES[kind], json), { missingKey });
  if (typed.ok || typedOnly) return { ...typed, fellBack: false };
  const raw = new GoValue({ kind: 'any', jsonNumbers: true }, json);
  return { ...execute(template, raw, { missingKey: 'error' }), fellBack: true };
}
