import { err, ok, type Result } from '../../../kernel/result';
import { evaluate } from './evaluate';
import { Execution, ExecutionFailure } from './execution';
import { STANDARD_FUNCTIONS, type TemplateFunctions } from './functions';
import { parseTemplate, type ParsedTemplate } from './parser';
import { toGoValue } from './value';

/** A template that has been parsed; it can be executed many times. */
export type Template = ParsedTemplate;

export interface CompileOptions {
  /** The name that errors show: '' for most commands, `version` for `docker version`. */
  readonly name?: string;
  /** What may be called; by default Go's and docker's functions. */
  readonly functions?: TemplateFunctions;
}

export interface ExecuteOptions {
  readonly functions?: TemplateFunctions;
  /** `error` refuses a key that a map does not have, as `docker inspect` does; otherwise it prints `<no value>`. */
  readonly missingKey?: 'no-value' | 'error';
}

/**
 * Parses a template of `--format`. The error is Go's: `template: :1: unclosed action`. The CLI puts its own words before
 * it: `template parsing error: `, for `docker ps` `failed to parse template: `.
 */
export function compileTemplate(
  text: string,
  options: CompileOptions = {},
): Result<Template, string> {
  const functions = options.functions ?? STANDARD_FUNCTIONS;
  return parseTemplate(text, options.name ?? '', (name) => Object.hasOwn(functions, name));
}

/**
 * Runs a template over plain JSON, over a record (`recordOf`) or over typed data (`new GoValue(type, json)`). The error is
 * Go's: `template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"`. Output, steps and nesting are bounded.
 */
export function execute(
  template: Template,
  data: unknown,
  options: ExecuteOptions = {},
): Result<string, string> {
  const functions = options.functions ?? STANDARD_FUNCTIONS;
  const root = toGoValue(data);
  try {
    const execution = new Execution(template, functions, options.missingKey ?? 'no-value', root);
    evaluate(execution, template.root, root);
    return ok(execution.output);
  } catch (failure) {
    if (failure instanceof ExecutionFailure) return err(failure.message);
    throw failure;
  }
}
