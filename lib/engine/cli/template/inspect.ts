import { type Result } from '../../../kernel/result';
import { INSPECT_TYPES, type InspectKind } from './inspect-types';
import { execute, type Template } from './template';
import { GoValue } from './value';

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
): Result<string, string> {
  const typed = execute(template, new GoValue(INSPECT_TYPES[kind], json));
  if (typed.ok) return typed;
  const raw = new GoValue({ kind: 'any', jsonNumbers: true }, json);
  return execute(template, raw, { missingKey: 'error' });
}
